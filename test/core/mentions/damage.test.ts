import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentsOf, type Document } from '../../../src/core/documents.ts';
import { testEngine } from './base.ts';
import { snippetsIn } from './snippets.ts';

const engine = testEngine();
const documents = [...snippetsIn('python.txt'), ...snippetsIn('prose.txt')].map(({ document }) => document);
const pieces = [
  '(',
  ')',
  '[',
  '"',
  "'''",
  '\n',
  '    ',
  'def ',
  'import ',
  'from ',
  '**',
  '=',
  ',',
  '# ',
  'ñ',
  '😀',
  '\r\n',
  '`',
];

describe('damaged texts', () => {
  it('give mentions inside the text, and the same ones at each of their offsets', () => {
    fc.assert(
      fc.property(damaged(), (document) => {
        const cache = documentsOf(engine);
        for (const { range, text, concept } of cache.mentionsIn(document)) {
          assert.equal(document.text.slice(range.start, range.end), text);
          assert.equal(cache.mentionAt(document, range.start)?.concept, concept);
        }
        cache.mentionAt(document, document.text.length);
      }),
      { numRuns: 400 },
    );
  });

  it('read after an edit are as if read afresh', () => {
    fc.assert(
      fc.property(damaged(), damaged(), (before, after) => {
        const cache = documentsOf(engine);
        cache.mentionsIn({ ...before, uri: 'a', language: 'python' });
        const edited: Document = { ...after, uri: 'a', version: 2, language: 'python' };
        const seen = cache.mentionsIn(edited).map(({ range, concept }) => [range.start, concept]);
        const fresh = documentsOf(engine)
          .mentionsIn(edited)
          .map(({ range, concept }) => [range.start, concept]);
        assert.deepEqual(seen, fresh);
      }),
      { numRuns: 300 },
    );
  });
});

/** A snippet cut off, with some piece of text put in. */
function damaged(): fc.Arbitrary<Document> {
  return fc
    .tuple(fc.constantFrom(...documents), fc.nat(), fc.nat(), fc.constantFrom(...pieces))
    .map(([document, cut, place, piece]) => {
      const text = document.text.slice(0, cut % (document.text.length + 1));
      const at = place % (text.length + 1);
      return { ...document, text: text.slice(0, at) + piece + text.slice(at) };
    });
}
