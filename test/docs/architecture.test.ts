import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { projectRoot } from '../../scripts/harness/cache.ts';

/** The source files of a part of src/. */
function filesOf(part: string): readonly string[] {
  return readdirSync(join(projectRoot, 'src', part), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `src/${part}/${file.replaceAll('\\', '/')}`);
}

/** Parts of src/, and what their files may not import; types count too. */
const forbidden = {
  core: /^vscode$|^node:|\/(?:editor|webview|cli)\//,
  webview: /^vscode$|^node:|\/(?:editor|cli)\//,
  editor: /^node:|\/(?:webview|cli)\//,
  cli: /^vscode$|\/(?:editor|webview)\//,
} as const;

describe('the architecture', () => {
  for (const [part, pattern] of Object.entries(forbidden)) {
    it(`lets src/${part} import only what it may`, () => {
      const files = filesOf(part);
      assert.ok(files.length > 0);
      const wrong = files.flatMap((file) =>
        importsOf(file)
          .filter((name) => pattern.test(name))
          .map((name) => `${file} imports ${name}`),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('evaluates all of core in a realm that has nothing but the language', () => {
    const contents = filesOf('core')
      .map((file, i) => `export * as part${i} from './${file}';`)
      .join('\n');
    const [bundle] = buildSync({
      stdin: { contents, resolveDir: projectRoot, loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'core',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    }).outputFiles;
    const realm = createContext({});
    runInContext(bundle!.text, realm);
    assert.equal(runInContext('Object.keys(core).length', realm), filesOf('core').length);
  });
});

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
}
