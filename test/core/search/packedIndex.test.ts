import assert from 'node:assert/strict';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { collectedIndex } from '../../../src/core/search/collectedIndex.ts';
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

  it('has them where stems follow from words, and where they do not', () => {
    const withStems = fc.array(fc.record({ a: text, b: text, c: text }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(withStems, fc.boolean(), (texts, follow) => {
        const index = new MiniSearch<Readonly<Record<string, string>>>({
          fields: ['a', 'b', 'c'],
          tokenize: wordsOf,
          processTerm: (term, field) => [term, ...stemsIn(term, field === 'c' && follow ? 'none' : 'en')],
        });
        index.addAll(texts.map((fields, id) => ({ id: `${Math.floor(id / 3)}#${id}`, ...fields })));
        const plain = collectedIndex(index.toJSON());
        const again = readAtOnce(index, {
          language: (field) => (field === 'c' ? undefined : 'en'),
          stems: stemsIn,
          group: (document) => document.replace(/#.*/, ''),
        });
        assert.deepEqual(
          again.terms.map((term, at) => [term, again.postings(at)]),
          plain.terms.map((term, at) => [term, plain.postings(at)]),
        );
        assert.deepEqual(
          [again.fields, again.documents, again.lengths],
          [plain.fields, plain.documents, plain.lengths],
        );
      }),
      { numRuns: 200 },
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

/** Two letters are the stem of a word; the words here may hold the mark of stems too. */
function stemsIn(term: string, language: string): string[] {
  return language === 'none' || term.includes(':') ? [] : [`${language}:${term.slice(0, 2)}`];
}

function wordsOf(words: string): string[] {
  return words.split(' ').filter((found) => found !== '');
}
