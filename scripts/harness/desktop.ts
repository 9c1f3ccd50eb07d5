import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { startChild } from './children.ts';

/** A desktop VS Code on PATH, or why none can be used. */
export type Desktop = { readonly command: string } | { readonly missing: string };

const NAMES = ['code', 'code-insiders', 'codium'];

/** Looks for the user's own VS Code; a machine without a display, or root, cannot show it. */
export function findDesktop(environment: NodeJS.ProcessEnv = process.env): Desktop {
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const files = NAMES.flatMap((name) =>
    folders.flatMap((folder) => suffixes.map((suffix) => join(folder, name + suffix))),
  );
  const command = files.find((file) => existsSync(file));
  if (!command) return { missing: `no ${NAMES.join(', ')} on PATH` };
  if (process.platform !== 'linux') return { command };
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY'])
    return { missing: `${command} has no display here` };
  if (process.getuid?.() === 0) return { missing: `${command} does not run as root` };
  return { command };
}

/** Opens the folder in the desktop editor with the extension of `extension`; resolves false when it refuses. */
export function openDesktop(command: string, extension: string, folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = startChild(command, [`--extensionDevelopmentPath=${extension}`, '--new-window', folder], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
