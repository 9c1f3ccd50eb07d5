import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes an extension that does nothing: the measure of what any extension costs, and what VS Code wants under
 * development before it runs a suite.
 */
export function emptyExtension(parent: string, name = 'empty'): string {
  const folder = join(parent, `test.${name}-0.0.0`);
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name,
    publisher: 'test',
    version: '0.0.0',
    engines: { vscode: '^1.109.0' },
    main: './extension.js',
    browser: './extension.js',
    extensionKind: ['ui', 'workspace'],
    activationEvents: [],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package.nls.json'), '{}');
  writeFileSync(join(folder, 'extension.js'), 'exports.activate = () => {};\n');
  return folder;
}
