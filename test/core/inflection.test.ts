import assert from 'node:assert/strict';
import { formsOf } from '../../src/core/inflection.ts';

/** Words of longer terms: the same stem, or not. */
const PAIRS: readonly (readonly [one: string, other: string, same: boolean])[] = [
  ['tuning', 'tuned', true],
  ['tagger', 'tagging', true],
  ['Tokenizadores', 'tokenizador', true],
  ['redes', 'red', true],
  ['del', 'de', true],
  ['preentrenado', 'preentrenada', true],
  ['base', 'bases', true],
  ['base', 'based', false],
  ['loss', 'los', false],
  ['pass', 'pas', false],
];

describe('forms of words', () => {
  for (const [one, other, same] of PAIRS)
    it(`${one} and ${other} are ${same ? 'the same' : 'two words'}`, () => {
      assert.equal(formsOf(one).stem === formsOf(other).stem, same);
    });
});
