import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTables } from '../../scripts/knowledge/tables.ts';

describe('the table of everyday words', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'tables-'))));
  after(() => rmSync(folder, { recursive: true }));

  const problemsOf = (sense: string): readonly string[] => {
    writeFileSync(path.join(folder, 'senses.yaml'), `- ${sense}\n`);
    return readTables(folder).problems.map((problem) => path.basename(problem));
  };

  it('refuses a veto that holds its own word, for it would never match', () => {
    assert.deepEqual(problemsOf('{ terms: [step, pasos], without: [clock, Step by step] }'), [
      'senses.yaml:1: «Step by step» holds «step» itself and never matches: write ~',
    ]);
  });

  it('takes vetoes beside the word and words that begin like it', () => {
    assert.deepEqual(problemsOf("{ terms: [step, key], without: ['first~', ~by step, stepmother, step_size] }"), []);
  });
});
