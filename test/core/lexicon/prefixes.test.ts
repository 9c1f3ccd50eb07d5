import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formsOf } from '../../../src/core/inflection.ts';
import { mayBegin, prefixesOf } from '../../../src/core/lexicon/prefixes.ts';

describe('the letters that terms begin with', () => {
  const endings = [
    '',
    's',
    'es',
    'ies',
    'ed',
    'er',
    'ing',
    'ado',
    'ada',
    'ido',
    'ida',
    'a',
    'o',
    'e',
    'y',
    'ys',
  ];
  const letters = fc.string({ unit: fc.constantFrom(...'abdegimnopsty'), minLength: 1, maxLength: 5 });
  const written = fc
    .tuple(letters, fc.constantFrom(...endings), fc.boolean())
    .map(([start, ending, doubled]) => start + (doubled ? start.at(-1)! : '') + ending);

  it('let every word of a stem pass', () => {
    fc.assert(
      fc.property(written, (word) => {
        assert.ok(mayBegin(prefixesOf([formsOf(word).stem]), word, 0, word.length), word);
      }),
      { numRuns: 5000 },
    );
  });

  it('rule out what no stem begins with', () => {
    const prefixes = prefixesOf(['token', 'tun', 'ml', 'the']);
    const mayBeginOne = (word: string) => mayBegin(prefixes, word, 0, word.length);
    assert.deepEqual(['self', 'to', 'tokyo', 'turn', 'mlops', 'this', 'them', 'i'].filter(mayBeginOne), []);
    assert.deepEqual(['token', 'tuned', 'ML', 'the'].filter(mayBeginOne), ['token', 'tuned', 'ML', 'the']);
  });

  it('never rule out what accents may fold to', () => {
    const prefixes = prefixesOf([formsOf('índice').stem]);
    for (const word of ['índice', 'indice', 'INDICE']) assert.ok(mayBegin(prefixes, word, 0, word.length));
  });
});
