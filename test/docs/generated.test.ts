import assert from 'node:assert/strict';
import { generatedFiles } from '../../scripts/generated/files.ts';

describe('derived documents', () => {
  for (const { file, before, text } of generatedFiles()) {
    it(`${file} is up to date`, () => {
      assert.ok(before === text, `${file} is not what its sources say: npm run generate`);
    });
  }
});
