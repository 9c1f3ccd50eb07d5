import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, stopChild } from './children.ts';
import { freePort } from './ports.ts';
import { installVscodeServer } from './vscodeServer.ts';

/** What a started server is asked for. */
export interface EditorServerOptions {
  /** Where settings, extensions and state live; kept by the caller. */
  readonly dataFolder: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly port?: number;
  /** Who has the URL with this token may use the editor; without it, everybody on this machine. */
  readonly token?: string;
  /** Installed extensions (from a .vsix), when not those of the data folder. */
  readonly extensionsFolder?: string;
}

/** A running VS Code server, bound to 127.0.0.1. */
export interface EditorServer {
  readonly port: number;
  readonly token: string | undefined;
  readonly stop: () => Promise<void>;
}

/** Settings that keep VS Code's own parts quiet, so that what is seen is ours. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
} as const;

/** Starts VS Code's server and resolves when it takes connections; installs it first when needed. */
export async function startEditorServer(options: EditorServerOptions): Promise<EditorServer> {
  const { node, main } = await installVscodeServer();
  const user = join(options.dataFolder, 'data/User');
  mkdirSync(user, { recursive: true });
  // What a user has changed in an earlier session stays.
  if (!existsSync(join(user, 'settings.json'))) {
    writeFileSync(join(user, 'settings.json'), JSON.stringify(options.settings, null, 2));
  }
  // Another program may take the port between our look and the server's start: then try the next.
  for (let attempt = 0; ; attempt++) {
    const port = await freePort(attempt === 0 ? options.port : 0);
    const args = [main, ...serverArguments(options, port)];
    const child = startChild(node, args, { stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment() });
    try {
      await ready(child.stdout, child.stderr, child);
      return { port, token: options.token, stop: () => stopChild(child) };
    } catch (error) {
      await stopChild(child);
      if (attempt === 2) throw error;
      await sleep(100);
    }
  }
}

function serverArguments(
  { dataFolder, token, extensionsFolder }: EditorServerOptions,
  port: number,
): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...['--server-data-dir', dataFolder],
    ...(extensionsFolder === undefined ? [] : ['--extensions-dir', extensionsFolder]),
    ...['--accept-server-license-terms', '--disable-telemetry', '--enable-smoke-test-driver'],
  ];
}

/** VS Code's own variables would make the server believe that it runs inside another editor. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}

type Output = NodeJS.ReadableStream | null;

function ready(stdout: Output, stderr: Output, child: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (data: unknown): void => {
      output = (output + String(data)).slice(-4000);
      if (output.includes('Extension host agent started')) resolve();
    };
    stdout?.on('data', read);
    stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with code ${code}:\n${output}`)));
  });
}
