import assert from 'node:assert/strict';
import { formsOf, isLink } from '../../src/core/inflection.ts';

/** Words inside longer terms: the same stem, or not. */
const PAIRS: readonly (readonly [one: string, other: string, same: boolean])[] = [
  ['tuning', 'tuned', true],
  ['tagger', 'tagging', true],
  ['Tokenizadores', 'tokenizador', true],
  ['redes', 'red', true],
  ['del', 'de', true],
  ['matriz', 'matrices', true],
  ['tokenizando', 'tokenizamos', true],
  ['lematizaron', 'lematizada', true],
  ['generan', 'generado', true],
  ['generativa', 'generativos', true],
  ['llamados', 'llama', false],
  ['cuando', 'cuar', false],
  ['tokenizador', 'tokenizar', false],
  ['preentrenado', 'preentrenada', true],
  ['base', 'bases', true],
  ['base', 'based', false],
  ['loss', 'los', false],
  ['lote', 'lot', false],
  ['probes', 'probe', true],
  ['codes', 'code', true],
  ['pass', 'pas', false],
];

describe('forms of words', () => {
  for (const [one, other, same] of PAIRS)
    it(`${one} and ${other} are ${same ? 'the same' : 'two words'}`, () => {
      assert.equal(formsOf(one).stem === formsOf(other).stem, same);
    });

  it('a preposition links what is done to what it is done to', () => {
    assert.equal(isLink('por', 'búsqueda'), true);
    assert.equal(isLink('con', 'Generaciones'), true);
    assert.equal(isLink('de', 'aumentada'), true);
    assert.equal(isLink('por', 'tokens'), false);
    assert.equal(isLink('sin', 'búsqueda'), false);
  });

  it('a verb of one word is found by its infinitive', () => {
    for (const form of [
      'tokenizamos',
      'Tokenizando',
      'tokenizaron',
      'tokenizado',
      'tokenizaremos',
      'tokenizarlos',
    ])
      assert.equal(formsOf(form).noun, 'tokenizar');
  });
});
