/** Which parts of a name a query matches, so that lists can show them. */
import { distanceOf } from './search/spelling.ts';
import { fold } from './text.ts';

/** A piece of a text. */
export interface Piece {
  readonly text: string;
  readonly matched: boolean;
}

/**
 * The text in pieces. Accents and case do not matter; a word of the query matches where it stands in a word of the
 * text, and all of a word that is another form of it or what it was meant to be.
 */
export function matchedPieces(text: string, query: string): readonly Piece[] {
  const typed = wordsOf(fold(query)).map(([word], at, all) => ({ word, isLast: at === all.length - 1 }));
  const folded = foldedWithPlaces(text);
  const marked = new Array<boolean>(text.length).fill(false);
  for (const [word, start] of wordsOf(folded.text)) {
    for (const other of typed) {
      const [from, to] = matchIn(word, other.word, other.isLast);
      for (let at = start + from; at < start + to; at += 1) marked[folded.places[at]!] = true;
    }
  }
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && marked[at] === marked[start]) continue;
    pieces.push({ text: text.slice(start, at), matched: marked[start] === true });
    start = at;
  }
  return pieces.filter((piece) => piece.text !== '');
}

/** Where a word of the query matches a word of the text; the last one may not be typed to its end. */
function matchIn(word: string, typed: string, isLast: boolean): readonly [from: number, to: number] {
  const at = word.indexOf(typed);
  if (word === typed || (at === 0 && isLast && typed.length > 1)) return [0, typed.length];
  if (at >= 0 && typed.length >= ENOUGH) return [at, at + typed.length];
  return isForm(word, typed) ? [0, word.length] : NOWHERE;
}

/** Whether two words begin alike for most of their length, as plurals do, or differ in a letter or two. */
function isForm(word: string, typed: string): boolean {
  if (Math.min(word.length, typed.length) < ENOUGH) return false;
  let alike = 0;
  while (alike < word.length && word[alike] === typed[alike]) alike += 1;
  if (alike >= ENOUGH && alike >= ALIKE * Math.max(word.length, typed.length)) return true;
  const most = word.length > 7 ? 2 : word.length > 4 ? 1 : 0;
  return Math.abs(word.length - typed.length) <= most && distanceOf(word, typed, most) <= most;
}

const ENOUGH = 4;
const ALIKE = 0.7;
const NOWHERE = [0, 0] as const;

function wordsOf(text: string): [word: string, start: number][] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => [match[0], match.index]);
}

/** The folded text, and for each of its characters the place in the original that it came from. */
function foldedWithPlaces(text: string): { text: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const one = fold(text[at]!);
    folded += one;
    for (let i = 0; i < one.length; i += 1) places.push(at);
  }
  return { text: folded, places };
}
