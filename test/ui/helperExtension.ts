import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a tiny extension into the folder of installed extensions, before the server starts, so that a test reaches
 * VS Code's own API. Returns the extension's folder, for what the two exchange as files.
 */
export function installHelper(extensionsFolder: string, name: string, source: string): string {
  const folder = join(extensionsFolder, `test.${name}-0.0.0`);
  const manifest = {
    name,
    publisher: 'test',
    version: '0.0.0',
    engines: { vscode: '^1.109.0' },
    main: './extension.js',
    extensionKind: ['workspace'],
    activationEvents: ['*'],
    capabilities: { untrustedWorkspaces: { supported: true } },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'extension.js'), source);
  return folder;
}
