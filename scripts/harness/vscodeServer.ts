import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { npm } from './npm.ts';
import { withProgress } from './progress.ts';

/** Two files: the Node that runs VS Code's server, and the server. */
export interface VscodeServer {
  readonly node: string;
  readonly main: string;
}

/** The package that carries a whole VS Code build; 4.139.1 carries VS Code 1.139.1. */
const PACKAGE = 'code-server@4.139.1';
const NODE = 'node@24';

/**
 * Installs a real VS Code from the npm registry, once, and returns where it is. VS Code's own download
 * site is not needed; its server wants Node 24, which comes from the registry too.
 */
export async function installVscodeServer(): Promise<VscodeServer> {
  if (process.platform === 'win32') {
    throw new Error(
      'The editor in the browser does not run on Windows: install VS Code and its `code` command.',
    );
  }
  const server = locate(join(cacheFolder(), PACKAGE.replace('@', '-')));
  if (existsSync(server.main)) return server;
  console.log(`Installing VS Code into ${cacheFolder()}, once (about 700 MB on disk, one or two minutes).`);
  const folder = join(cacheFolder(), `installing-${process.pid}`);
  try {
    await install(folder);
    publish(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return server;
}

function locate(folder: string): VscodeServer {
  return {
    node: join(folder, 'node/node_modules/node/bin/node'),
    main: join(folder, 'vscode/node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

async function install(folder: string): Promise<void> {
  const { node, main } = locate(folder);
  const [nodeFolder, codeFolder] = [join(folder, 'node'), join(folder, 'vscode')];
  for (const each of [nodeFolder, codeFolder]) {
    mkdirSync(each, { recursive: true });
    writeFileSync(join(each, 'package.json'), '{ "private": true }\n');
  }
  await withProgress('  Node 24', () => npm(process.execPath, nodeFolder, ['install', NODE]));
  await withProgress('  VS Code', () => npm(node, codeFolder, ['install', PACKAGE, '--ignore-scripts']));
  const vscode = join(main, '../..');
  await withProgress('  its modules', () => npm(node, vscode, ['install', '--omit=dev', '--ignore-scripts']));
  await withProgress('  its native parts', () => nativeParts(node, vscode));
}

/** One rename makes the installation visible: an interrupted one is never taken for a whole one. */
function publish(folder: string): void {
  const target = join(cacheFolder(), PACKAGE.replace('@', '-'));
  try {
    renameSync(folder, target);
  } catch (error) {
    if (!existsSync(locate(target).main)) throw error;
  }
}

/** Without a C++ compiler the server logs to its console only and the watchdog is JavaScript. */
async function nativeParts(node: string, vscode: string): Promise<void> {
  const modules = ['@vscode/spdlog', '@vscode/native-watchdog', 'node-pty', '@parcel/watcher'];
  try {
    await npm(node, vscode, ['rebuild', ...modules]);
  } catch {
    writeFileSync(join(vscode, 'node_modules/@vscode/native-watchdog/index.js'), WATCHDOG);
  }
}

/** The same duty as the native module: the extension host ends when its server has gone. */
const WATCHDOG = `exports.start = (pid) => {
  setInterval(() => {
    try { process.kill(pid, 0); } catch { process.exit(87); }
  }, 1000).unref();
};
exports.exit = (code) => process.exit(code || 0);
`;
