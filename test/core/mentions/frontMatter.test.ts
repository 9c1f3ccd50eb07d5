import assert from 'node:assert/strict';
import { documentsOf } from '../../../src/core/documents.ts';
import { testEngine } from './base.ts';

describe('the matter before a Markdown text', () => {
  const documents = documentsOf(testEngine());
  const at = (text: string, word: string): string | undefined =>
    documents.mentionAt(
      { uri: 'a.md', version: text.length, language: 'markdown', text },
      text.indexOf(word) + 1,
    )?.concept;
  const said = 'description: "How masked language modeling works"';

  it('is read where it tells readers of the text', () => {
    assert.equal(at(`---\n${said}\n---\nText.\n`, 'masked'), 'masked-language-modeling');
    assert.equal(at(`---\ntitle: A tokenizer\n${said}\n---\nText.\n`, 'tokenizer'), 'tokenizer');
    assert.equal(at(`---\n${said}\n---\nIts tokenizer.\n`, 'tokenizer'), 'tokenizer');
  });

  it('is left alone where it is for programs', () => {
    assert.equal(at(`---\n${said}\ntags: [tokenizer]\n---\nText.\n`, 'tokenizer'), undefined);
    assert.equal(at(`---\n${said}\nslug: a-tokenizer\n---\nText.\n`, 'tokenizer'), undefined);
  });
});
