/** Tiny extensions beside our own: one that does nothing, as a measure; one that reaches VS Code's API for a test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes an extension that does nothing: the measure of what any extension costs. Returns its folder. */
export function emptyExtension(parent: string, name = 'empty'): string {
  return writeExtension(parent, name, 'exports.activate = () => {};\n', {
    browser: './extension.js',
    extensionKind: ['ui', 'workspace'],
    activationEvents: [],
  });
}

/**
 * Writes a tiny extension into the folder of installed extensions, before the server starts, so that a test reaches
 * VS Code's own API. Returns the extension's folder, for what the two exchange as files.
 */
export function installHelper(extensionsFolder: string, name: string, source: string): string {
  return writeExtension(extensionsFolder, name, source, {
    extensionKind: ['workspace'],
    activationEvents: ['*'],
    capabilities: { untrustedWorkspaces: { supported: true } },
  });
}

function writeExtension(
  parent: string,
  name: string,
  source: string,
  more: Readonly<Record<string, unknown>>,
): string {
  const folder = join(parent, `test.${name}-0.0.0`);
  const manifest = {
    name,
    publisher: 'test',
    version: '0.0.0',
    engines: { vscode: '^1.109.0' },
    main: './extension.js',
    ...more,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  // VS Code warns of an extension under development without it
  writeFileSync(join(folder, 'package.nls.json'), '{}');
  writeFileSync(join(folder, 'extension.js'), source);
  return folder;
}
