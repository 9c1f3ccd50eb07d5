import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/harness/cache.ts';
import { generatedFiles } from '../../scripts/generated/files.ts';

describe('derived documents', () => {
  for (const { file, before, text } of generatedFiles()) {
    it(`${file} is up to date`, () => {
      assert.ok(before === text, `${file} is not what its sources say: npm run generate`);
    });
  }

  it('count the concepts that there are', () => {
    const count = readdirSync(join(projectRoot, 'knowledge'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.en.md'),
    ).length;
    for (const { file, text } of generatedFiles().filter(({ file }) => file.startsWith('README')))
      assert.equal(Number(/(\d+) (?:concepts|conceptos)/.exec(text)?.[1]), count, file);
  });
});
