import assert from 'node:assert/strict';
import { testEngine } from './base.ts';

describe('what a class of a family of models says', () => {
  const { catalogue } = testEngine();
  const meaning = (name: string) => {
    const found = catalogue.named(`transformers.${name}`);
    return found && catalogue.entry(found).meaning;
  };

  it('is what such a class does, then the family', () => {
    assert.deepEqual(meaning('BertTokenizer'), {
      en: 'Cuts text. BERT reads both ways.',
      es: 'Corta texto. BERT lee en ambos sentidos.',
    });
  });

  it('is the family alone where the rest of the name says nothing', () => {
    assert.equal(meaning('BertLayer')?.en, 'BERT reads both ways.');
  });

  it('is what such a class does alone in a family that is not known', () => {
    assert.equal(meaning('XyzTokenizer')?.en, 'Cuts text.');
  });
});
