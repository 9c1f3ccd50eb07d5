import assert from 'node:assert/strict';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { readAtOnce } from './readAtOnce.ts';
import { TermTable } from '../../../src/core/search/termTable.ts';
import { boostsOf, WEIGHTS } from '../../../src/core/search/weights.ts';
import { WordScorer } from '../../../src/core/search/wordScores.ts';

const FIELDS = ['nameEn', 'bodyEn'];
const word = fc.stringMatching(/^[a-d]{3}[a-d]{0,4}$/);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const documents = fc.array(fc.record({ nameEn: text, bodyEn: text }), { minLength: 1, maxLength: 30 });

describe('the score of a word', () => {
  it('is what MiniSearch gives it, as a word and as a beginning', () => {
    fc.assert(
      fc.property(documents, word, (texts, typed) => {
        const index = new MiniSearch({ fields: FIELDS });
        index.addAll(texts.map((fields, id) => ({ id: String(id), ...fields })));
        const table = new TermTable([readAtOnce(index)]);
        const scorer = new WordScorer(table, new Map(), { ...WEIGHTS, stem: 0, fuzzy: 0, prefix: 1 });
        const { documents: found, scores } = scorer.scores([typed], true);
        const expected = index.search(typed, { prefix: true, boost: boostsOf(WEIGHTS) });
        const ours = new Map([...found].map((document, at) => [String(document), scores[at]!]));
        for (const { id, score } of expected)
          assert.ok(Math.abs((ours.get(id as string) ?? 0) - score) < 1e-4, `${typed} in ${id}`);
      }),
    );
  });
});
