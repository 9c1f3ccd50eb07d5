import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { changed, complaints, good, type Change } from './folder.ts';

/** One entry of `complaints.yaml`. */
interface Case {
  readonly case: string;
  readonly file: string;
  readonly from?: string;
  readonly to?: string;
  readonly says: readonly string[];
}

const file = path.resolve(import.meta.dirname, '../fixtures/knowledge/complaints.yaml');
const cases = parse(readFileSync(file, 'utf8')) as readonly Case[];

describe('knowledge check', () => {
  it('has nothing to say of the good folder', () => {
    assert.deepEqual(complaints(good), []);
  });

  for (const { case: name, says, ...change } of cases) {
    it(`names file, line and remedy: ${name}`, () => {
      assert.deepEqual(complaints(changed({ to: undefined, ...change } as Change)), says);
      assert.notEqual(says.length, 0);
    });
  }
});
