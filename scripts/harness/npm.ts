import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { startChild } from './children.ts';

/** Runs npm under a given Node in a folder; a failure carries the end of what npm printed. */
export async function npm(node: string, folder: string, args: readonly string[]): Promise<void> {
  const child = startChild(node, [npmCli(), ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    env: environment(node),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  const code = await new Promise((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
  if (code !== 0)
    throw new Error(`npm ${args.join(' ')} failed in ${folder}:\n${output.trim().slice(-2000)}`);
}

/** npm as a JavaScript file, so that it can run under another Node than its own. */
function npmCli(): string {
  const bin = dirname(realpathSync(process.execPath));
  const candidates = [
    process.env['npm_execpath'] ?? '',
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'npm')),
  ];
  const found = candidates.find((file) => file !== '' && existsSync(file));
  if (!found) throw new Error('npm was not found beside Node: install Node 20.19 or newer with its npm.');
  return realpathSync(found);
}

/** npm's own variables of the outer run would point the inner one at our project. */
function environment(node: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_registry)|INIT_CWD$|NODE_OPTIONS$)/i.test(name),
  );
  const headers = join(dirname(realpathSync(process.execPath)), '..');
  return {
    ...Object.fromEntries(kept),
    PATH: `${dirname(node)}${delimiter}${process.env['PATH'] ?? ''}`,
    // Node's headers are used where they are installed, so that nothing is fetched from nodejs.org.
    ...(existsSync(join(headers, 'include/node/node_api.h')) ? { npm_config_nodedir: headers } : {}),
  };
}
