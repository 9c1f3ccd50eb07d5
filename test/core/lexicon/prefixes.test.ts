import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formsOf } from '../../../src/core/inflection.ts';
import {
  ALONE,
  following,
  letterBit,
  mayStart,
  prefixesOf,
  startsOf,
  type Prefixes,
} from '../../../src/core/lexicon/prefixes.ts';
import { emptyNode, type Node } from '../../../src/core/lexicon/trie.ts';

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
        assert.ok(after(termsOf(formsOf(word).stem), word) & ALONE, word);
      }),
      { numRuns: 5000 },
    );
  });

  it('let every word of a noun form pass', () => {
    fc.assert(
      fc.property(written, (word) => {
        const starts = startsOf([formsOf(word).noun]);
        assert.ok(mayStart(starts, word, 0, word.length), word);
        assert.ok(mayStart(starts, word.toUpperCase(), 0, word.length), word);
      }),
      { numRuns: 5000 },
    );
    assert.ok(mayStart(startsOf(['óptimo', 'índice', 'año'].map((one) => formsOf(one).noun)), 'AÑOS', 0, 4));
  });

  it('rule out nouns that begin otherwise', () => {
    const starts = startsOf(['token', 'k', 'u2']);
    const may = (word: string) => mayStart(starts, word, 0, word.length);
    assert.deepEqual(['to', 'the', 't', 'k', 'key', 'u3', 'up', 'el'].filter(may), ['to', 'k', 'u3']);
  });

  it('rule out what no stem begins with', () => {
    const prefixes = termsOf('token', 'tun', 'ml', 'the');
    const mayBeginOne = (word: string) => after(prefixes, word) !== 0;
    assert.deepEqual(['self', 'to', 'tokyo', 'turn', 'mlops', 'this', 'them', 'i'].filter(mayBeginOne), []);
    assert.deepEqual(['token', 'tuned', 'ML', 'the'].filter(mayBeginOne), ['token', 'tuned', 'ML', 'the']);
  });

  it('never rule out what accents may fold to', () => {
    const prefixes = termsOf(formsOf('índice').stem);
    for (const word of ['índice', 'indice', 'INDICE']) assert.ok(after(prefixes, word) & ALONE, word);
  });

  it('tell words that are terms by themselves from those that others must follow', () => {
    const [f, r] = [letterBit('f'.charCodeAt(0)), letterBit('r'.charCodeAt(0))];
    const prefixes = prefixesOf(new Map([node('feed', f), node('feedback', 0, true), node('of', r)]));
    assert.equal(after(prefixes, 'of'), r);
    assert.equal(after(prefixes, 'Feeds'), f | ALONE);
  });
});

function termsOf(...stems: string[]): Prefixes {
  return prefixesOf(new Map(stems.map((stem) => node(stem, 0, true))));
}

function node(stem: string, letters: number, isTerm = false): [string, Node] {
  return [stem, { ...emptyNode(), letters, ...(isTerm ? { short: new Map() } : {}) }];
}

function after(prefixes: Prefixes, word: string): number {
  return following(prefixes, word, 0, word.length);
}
