import assert from 'node:assert/strict';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { packIndex, unpackIndex } from '../../../src/core/search/packedIndex.ts';

describe('a packed index', () => {
  it('finds what the index found, with the same scores', () => {
    const word = fc.stringMatching(/^[a-zñ:]{1,8}$/);
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: text, b: text }), { minLength: 1, maxLength: 60 }),
        text,
        (texts, query) => {
          const options = { fields: ['a', 'b'] };
          const index = new MiniSearch(options);
          index.addAll(texts.map((fields, id) => ({ id, ...fields })));
          const again = MiniSearch.loadJS(unpackIndex(packIndex(index.toJSON())), options);
          const found = (searched: MiniSearch) =>
            searched.search(query, { prefix: true }).map(({ id, score }) => [id, score.toFixed(6)].join());
          assert.deepEqual(new Set(found(again)), new Set(found(index)));
        },
      ),
      { numRuns: 100 },
    );
  });
});
