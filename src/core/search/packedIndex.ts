/**
 * The index in a third fewer bytes after compression: terms in order with what they share with the one before left
 * out, and postings as differences. Numbers are in base 36. One line for each term:
 * `<shared length><rest> <field><posting>,<posting> ...`, a posting being the distance from the last document and,
 * when it is more than one, `*` and the frequency.
 */
import type { AsPlainObject } from 'minisearch';

/** What `search.json` holds of the index: MiniSearch's own form with the postings as text. */
export interface PackedIndex extends Omit<AsPlainObject, 'index'> {
  readonly terms: string;
}

/** Packs what MiniSearch serialises. */
export function packIndex({ index, ...rest }: AsPlainObject): PackedIndex {
  const sorted = [...index].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  let before = '';
  const lines = sorted.map(([term, fields]) => {
    const shared = Math.min(sharedLength(before, term), 35);
    before = term;
    const postings = Object.entries(fields).map(
      ([field, entries]) => Number(field).toString(36) + packPostings(entries as Postings),
    );
    return `${shared.toString(36)}${term.slice(shared)} ${postings.join(' ')}`;
  });
  return { ...rest, terms: lines.join('\n') };
}

/**
 * Unpacks what {@link packIndex} packed, term by term while MiniSearch takes them: what was taken is garbage at once,
 * and `loadJSAsync` can pause between terms.
 */
export function unpackIndex({ terms, ...rest }: PackedIndex): AsPlainObject {
  return {
    ...rest,
    index: { [Symbol.iterator]: () => unpackTerms(terms) } as unknown as AsPlainObject['index'],
  };
}

function* unpackTerms(terms: string): Generator<[string, Record<string, Postings>]> {
  let term = '';
  for (const line of terms.split('\n')) {
    const [head = '', ...fields] = line.split(' ');
    term = term.slice(0, parseInt(head.charAt(0), 36)) + head.slice(1);
    const postings: Record<string, Postings> = {};
    for (const field of fields) postings[String(parseInt(field.charAt(0), 36))] = unpackPostings(field);
    yield [term, postings];
  }
}

/** Document to frequency, as MiniSearch writes them. */
type Postings = Record<string, number>;

function packPostings(postings: Postings): string {
  let last = 0;
  return Object.entries(postings)
    .map(([document, frequency]): [number, number] => [Number(document), frequency])
    .sort(([a], [b]) => a - b)
    .map(([document, frequency]) => {
      const distance = (document - last).toString(36);
      last = document;
      return frequency === 1 ? distance : `${distance}*${frequency.toString(36)}`;
    })
    .join(',');
}

/** Reads the postings behind the field's letter, digit by digit: this runs a hundred thousand times. */
function unpackPostings(field: string): Postings {
  const postings: Postings = {};
  let document = 0;
  let number = 0;
  let distance = -1;
  for (let at = 1; at <= field.length; at += 1) {
    const code = at < field.length ? field.charCodeAt(at) : COMMA;
    if (code === COMMA) {
      document += distance < 0 ? number : distance;
      // MiniSearch reads the number at the start; a key that is only a number makes a slow sparse object (20 times).
      postings[`${document}d`] = distance < 0 ? 1 : number;
      number = 0;
      distance = -1;
    } else if (code === STAR) {
      distance = number;
      number = 0;
    } else number = number * 36 + (code < COLON ? code - ZERO : code - LETTER_A + 10);
  }
  return postings;
}

const COMMA = 44;
const STAR = 42;
const ZERO = 48;
const COLON = 58;
const LETTER_A = 97;

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
