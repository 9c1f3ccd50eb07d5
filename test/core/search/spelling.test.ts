import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SpellingBook } from '../../../src/core/search/spelling.ts';

const word = fc.stringMatching(/^[a-dñ]{1,7}$/);

describe('spelling', () => {
  it('finds every word within the distance, and no other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 40 }),
        word,
        fc.constantFrom(1, 2),
        (words, typed, most) => {
          const near = new Map(new SpellingBook(words).near(typed, most));
          for (const other of words) {
            const distance = slowDistance(typed, other);
            assert.equal(near.get(other), distance <= most ? distance : undefined, `${typed} ${other}`);
          }
        },
      ),
    );
  });

  it('takes two swapped letters for one change and leaves stems alone', () => {
    const book = new SpellingBook(['token', 'en:token', 'atencion']);
    assert.deepEqual(book.near('tokne', 1), [['token', 1]]);
  });
});

/** The definition, without any of the short cuts. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const swapped =
    a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]
      ? slowDistance(a.slice(2), b.slice(2)) + 1
      : Infinity;
  if (a[0] === b[0]) return Math.min(slowDistance(a.slice(1), b.slice(1)), swapped);
  return Math.min(
    1 + slowDistance(a.slice(1), b),
    1 + slowDistance(a, b.slice(1)),
    1 + slowDistance(a.slice(1), b.slice(1)),
    swapped,
  );
}
