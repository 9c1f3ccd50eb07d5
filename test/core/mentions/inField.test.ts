import assert from 'node:assert/strict';
import { documentsOf } from '../../../src/core/documents.ts';
import { isInField } from '../../../src/core/inField.ts';
import { testEngine } from './base.ts';

describe('the place of a file', () => {
  for (const [uri, expected] of [
    ['file:///home/ana/llama-cookbook/src/utils.py', true],
    ['file:///home/ana/curso/procesamiento-lenguaje-natural/README.md', true],
    ['file:///home/ana/shop/fine_tuning/run.py', true],
    ['vscode-notebook-cell:/home/ana/nlp/02_Tokens.ipynb#W1sZmlsZQ', true],
    ['file:///home/ana/shop/models.py', false],
    ['file:///home/ana/grid/transformers/power.py', false],
    ['file:///home/ana/nlp/code/shop/src/orders/models/cart.py', false],
    ['file:///home/ana/somosnlp/recursos/README.md', true],
    ['file:///home/ana/code/nlp-lens/src/core.py', false],
    ['file:///home/ana/shop/storage/banner.py', false],
    ['file:///home/ana/pictures/graph/_rag.py', false],
    ['file:///home/ana/console/prompt.py', false],
    ['file:///home/ana/radio/lora/setup.py', false],
    ['file:///home/ana/shop/a.ipynb#nlp', false],
  ] as const) {
    it(`${expected ? 'tells of the field' : 'tells nothing'}: ${uri}`, () => {
      assert.equal(isInField(uri), expected);
    });
  }

  it('lets names count that all of machine learning shares', () => {
    const documents = documentsOf(testEngine());
    const text = 'W_query = f()\nlearning_rate = 0.1\n';
    const at = (uri: string, offset: number): string | undefined =>
      documents.mentionAt({ uri, version: 1, language: 'python', text }, offset)?.concept;
    assert.equal(at('file:///llama/a.py', text.indexOf('W_')), 'query-key-value');
    assert.equal(at('file:///shop/a.py', text.indexOf('W_')), undefined);
  });

  it('makes its prose be about the field, not the everyday names of its code', () => {
    const documents = documentsOf(testEngine());
    const text = '# the tokenizer of this batch\ntokenizer = 1\n';
    const at = (uri: string, offset: number): string | undefined =>
      documents.mentionAt({ uri, version: 1, language: 'python', text }, offset)?.concept;
    assert.equal(at('file:///llama/a.py', text.indexOf('tokenizer')), 'tokenizer');
    assert.equal(at('file:///shop/a.py', text.indexOf('tokenizer')), undefined);
    assert.equal(at('file:///llama/a.py', text.lastIndexOf('tokenizer')), undefined);
  });
});
