import assert from 'node:assert/strict';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { TermTable } from '../../../src/core/search/termTable.ts';
import { WEIGHTS } from '../../../src/core/search/weights.ts';
import { WordScorer } from '../../../src/core/search/wordScores.ts';
import { readAtOnce } from './readAtOnce.ts';

const FIELDS = ['nameEn', 'bodyEn'] as const;
const word = fc.stringMatching(/^[a-d]{3}[a-d]{0,2}$/);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const documents = fc.array(fc.record({ nameEn: text, bodyEn: text }), { minLength: 1, maxLength: 30 });

describe('the score of a word', () => {
  it('is that of BM25F over the fields', () => {
    fc.assert(
      fc.property(documents, word, (texts, typed) => {
        const scorer = scorerOf(texts);
        const { documents: found, scores } = scorer.scores([typed], false);
        const having = texts.filter((fields) =>
          FIELDS.some((field) => wordsOf(fields[field]).includes(typed)),
        );
        if (having.length > 0) assert.equal(found.length, having.length);
        const rarity = Math.log(1 + (texts.length - having.length + 0.5) / (having.length + 0.5));
        found.forEach((document, at) => {
          const frequency = FIELDS.reduce(
            (sum, field) => sum + frequencyIn(field, texts, document, typed),
            0,
          );
          const expected =
            having.length === 0 ? scores[at]! : (rarity * frequency) / (frequency + WEIGHTS.saturation);
          assert.ok(Math.abs(scores[at]! - expected) < 1e-4 * Math.max(1, expected));
        });
      }),
    );
  });

  it('counts a number less than a word', () => {
    const scorer = scorerOf([
      { nameEn: 'llama', bodyEn: '' },
      { nameEn: '2', bodyEn: '' },
    ]);
    const [llama, two] = [scorer.scores(['llama'], false), scorer.scores(['2'], false)];
    assert.ok(two.scores[0]! < llama.scores[0]!);
    assert.ok(two.rarity < llama.rarity);
  });
});

type Texts = readonly Readonly<Record<(typeof FIELDS)[number], string>>[];

function scorerOf(texts: Texts): WordScorer {
  const index = new MiniSearch({ fields: [...FIELDS], tokenize: wordsOf });
  index.addAll(texts.map((fields, id) => ({ id: String(id), ...fields })));
  return new WordScorer(new TermTable([readAtOnce(index)]), new Map(), WEIGHTS);
}

/** How often a word is in a field, by the weight and the length of the field; lengths count different words. */
function frequencyIn(field: (typeof FIELDS)[number], texts: Texts, document: number, typed: string): number {
  const lengths = texts.map((fields) => new Set(wordsOf(fields[field])).size);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const count = wordsOf(texts[document]![field]).filter((other) => other === typed).length;
  const boost = field === 'nameEn' ? WEIGHTS.name : WEIGHTS.body;
  const { length } = WEIGHTS;
  return count === 0 ? 0 : (boost * count) / (1 - length + (length * lengths[document]!) / mean);
}

function wordsOf(words: string): string[] {
  return words.split(' ').filter((found) => found !== '');
}
