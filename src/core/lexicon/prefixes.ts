/** A cheap test that spares most words the look-up: how the first words of terms begin, and the words after them. */
import type { Node } from './trie.ts';

/** The letters that words of terms begin with. Words of other letters than a to z are never ruled out. */
export interface Prefixes {
  /**
   * For each three first letters, side by side, which letters may be the fourth (see {@link letterBit}) and what may come
   * after the word (see {@link following}).
   */
  readonly starts: Uint32Array;
  /** The same for words of one and two letters or digits. */
  readonly afterShort: Uint32Array;
}

/**
 * The test for the first words of a trie. What a word may look like whose stem is short follows from
 * {@link formsOf} in `inflection.ts`: an ending after at least three letters, a double consonant before it, `-ies`.
 */
export function prefixesOf(first: ReadonlyMap<string, Node>): Prefixes {
  const prefixes = {
    starts: new Uint32Array(2 << 15),
    afterShort: new Uint32Array(1 << 14),
  };
  for (const [stem, { letters, short }] of first) {
    const after = short ? letters | ALONE : letters;
    if (stem.length < 3) addShort(prefixes, stem, after);
    if (stem.length > 1 && /^[a-z]+$/.test(stem.slice(0, 3))) addLong(prefixes, stem, after);
  }
  return prefixes;
}

/** The word may be a term by itself. */
export const ALONE = 1 << 27;

/** What may follow a word for both to begin a term: the first letters of the next word, and {@link ALONE}; 0 is none. */
export function following(prefixes: Prefixes, text: string, start: number, end: number): number {
  const { starts, afterShort } = prefixes;
  if (end - start < 3) {
    const index = shortIndex(text, start, end);
    return index < 0 ? ANY | ALONE : afterShort[index]!;
  }
  const index = prefixIndex(text, start);
  if (index < 0) return ANY | ALONE;
  const fourth = letterBit(end - start > 3 ? text.charCodeAt(start + 3) : 0);
  return (starts[2 * index]! & fourth) === 0 ? 0 : starts[2 * index + 1]!;
}

/** The bit of a letter in a set of letters; all bits of one with an accent, which may be any once it is folded. */
export function letterBit(code: number): number {
  if (code >= 128) return ANY;
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < 26 ? 1 << letter : OTHER;
}

/** How some noun forms begin: for each first letter, the second ones; see {@link letterBit}. */
export type Starts = Uint32Array;

/** The test for noun forms; what the words look like that have them follows from {@link formsOf} in `inflection.ts`. */
export function startsOf(nouns: Iterable<string>): Starts {
  const starts = new Uint32Array(LETTERS + 1);
  for (const noun of nouns) {
    const second = noun.length > 1 ? letterBit(noun.charCodeAt(1)) : OTHER;
    // ties -> ty
    starts[startIndex(noun.charCodeAt(0))]! |= /^.y$/.test(noun) ? second | bitsOf('i') : second;
  }
  return starts;
}

/** Whether the noun form of a word may be one of them. */
export function mayStart(starts: Starts, text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const second = end - start > 1 ? letterBit(text.charCodeAt(start + 1)) : OTHER;
  return first >= 128 || (starts[startIndex(first)]! & second) !== 0;
}

const LETTERS = 26;

/** The number of a letter; the same one for all other characters. */
function startIndex(code: number): number {
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < LETTERS ? letter : LETTERS;
}

const OTHER = 1 << 26;
const ANY = (1 << 27) - 1;
const bitsOf = (letters: string): number =>
  [...letters].reduce((bits, letter) => bits | letterBit(letter.charCodeAt(0)), 0);
/** First letters of the endings that are cut: -s, -es, -ed, -er, -ing, -ido, -ado. */
const ENDINGS = bitsOf('saei');
const DOUBLED = /[bdgmnpt]/;

function addShort({ afterShort }: Prefixes, stem: string, after: number): void {
  const index = shortIndex(stem, 0, stem.length);
  if (index >= 0) afterShort[index]! |= after;
}

function addLong({ starts }: Prefixes, stem: string, next: number): void {
  const last = stem.at(-1)!;
  const add = (start: string, bits: number): void => {
    const index = prefixIndex(start, 0);
    if (index < 0) return;
    starts[2 * index]! |= bits;
    starts[2 * index + 1]! |= next;
  };
  if (stem.length > 3) {
    add(stem, letterBit(stem.charCodeAt(3)));
    // series -> sery
    if (stem.length === 4 && last === 'y') add(stem, bitsOf('i'));
    return;
  }
  if (stem.length === 3) {
    add(stem, OTHER | ENDINGS | (DOUBLED.test(last) ? bitsOf(last) : 0));
    // tries -> try
    if (last === 'y') add(`${stem.slice(0, 2)}i`, bitsOf('e'));
    return;
  }
  // adding -> ad, ties -> ty
  if (DOUBLED.test(last)) add(stem + last, ENDINGS);
  if (last === 'y') add(`${stem[0]}ie`, bitsOf('s'));
}

/** The first three letters as a number below 2^15; -1 where they are not all of a-z. */
function prefixIndex(text: string, start: number): number {
  let index = 0;
  for (let i = start; i < start + 3; i++) {
    const letter = (text.charCodeAt(i) | 32) - 97;
    if (letter < 0 || letter > 25) return -1;
    index = (index << 5) | letter;
  }
  return index;
}

/** One or two characters as a number below 2^14; -1 where one is not of ASCII. */
function shortIndex(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const second = end - start > 1 ? text.charCodeAt(start + 1) : 0;
  return first < 128 && second < 128 ? ((first | 32) << 7) | (second | 32) : -1;
}
