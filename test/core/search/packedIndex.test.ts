import assert from 'node:assert/strict';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { readAtOnce } from './readAtOnce.ts';
import { TermTable } from '../../../src/core/search/termTable.ts';

const FIELDS = ['a', 'b'];
const word = fc.stringMatching(/^[a-zñ:]{1,8}$/);
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const documents = fc.array(fc.record({ a: text, b: text }), { minLength: 1, maxLength: 60 });

describe('a packed index', () => {
  it('has the postings, lengths and terms of the index that it was made of', () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const table = tableOf(texts);
        assert.deepEqual(
          table.documents,
          texts.map((_, id) => String(id)),
        );
        checkAgainst(table, texts);
      }),
      { numRuns: 100 },
    );
  });

  it('is one with another that is put behind it', () => {
    fc.assert(
      fc.property(documents, documents, (ours, theirs) => {
        checkAgainst(tableOf(ours, theirs), [...ours, ...theirs]);
      }),
      { numRuns: 100 },
    );
  });
});

type Texts = readonly Readonly<Record<string, string>>[];

function tableOf(...parts: readonly Texts[]): TermTable {
  let id = 0;
  const indexes = parts.map((texts) => {
    const index = new MiniSearch({ fields: FIELDS, tokenize: wordsOf, processTerm: (term) => term });
    index.addAll(texts.map((fields) => ({ id: String(id++), ...fields })));
    return readAtOnce(index);
  });
  return new TermTable(indexes);
}

/** Compares with what counting the words gives. */
function checkAgainst(table: TermTable, texts: Texts): void {
  const terms = new Set(texts.flatMap((fields) => Object.values(fields).flatMap(wordsOf)));
  for (const term of terms) {
    const counted = FIELDS.flatMap((field) =>
      texts.flatMap((fields, document) => {
        const frequency = wordsOf(fields[field] ?? '').filter((other) => other === term).length;
        return frequency > 0 ? [`${field} ${document} ${frequency}`] : [];
      }),
    );
    const stored = table
      .postings(term)
      .flatMap(({ field, documents: having, frequencies }) =>
        [...having].map((document, at) => `${table.fields[field]} ${document} ${frequencies[at]}`),
      );
    assert.deepEqual(stored.sort(), counted.sort());
    const start = term.slice(0, 2);
    assert.deepEqual(
      [...table.startingWith(start)].sort(),
      [...terms].filter((other) => other.startsWith(start) && other !== start).sort(),
    );
  }
  FIELDS.forEach((name, field) => {
    const lengths = texts.map((fields) => new Set(wordsOf(fields[name] ?? '')).size);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    lengths.forEach((length, document) => {
      if (mean > 0)
        assert.ok(
          Math.abs(table.relativeLength(document, field) - length / mean) < 1e-5 * Math.max(1, length / mean),
        );
    });
  });
}

function wordsOf(words: string): string[] {
  return words.split(' ').filter((found) => found !== '');
}
