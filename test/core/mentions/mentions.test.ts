import assert from 'node:assert/strict';
import { documentsOf } from '../../../src/core/documents.ts';
import { testEngine } from './base.ts';
import { shown, snippetsIn } from './snippets.ts';

describe('what a name means', () => {
  const engine = testEngine();
  for (const file of ['python.txt', 'notebook.txt', 'prose.txt']) {
    describe(file, () => {
      for (const { title, document, offset, expected } of snippetsIn(file)) {
        it(title, () => {
          const mention = documentsOf(engine).mentionAt(document, offset);
          assert.equal(shown(mention, expected), expected);
        });

        it(`${title}: the list of the file agrees`, () => {
          const documents = documentsOf(engine);
          const at = documents.mentionAt(document, offset);
          const listed = documents
            .mentionsIn(document)
            .find(({ range }) => range.start <= offset && offset <= range.end);
          assert.equal(listed?.concept, at?.concept);
        });
      }
    });
  }
});
