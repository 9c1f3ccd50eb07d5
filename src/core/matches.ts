/** Which parts of a name a query matches, so that lists can show them. */
import { fold } from './text.ts';

/** A piece of a text. */
export interface Piece {
  readonly text: string;
  readonly matched: boolean;
}

/** The text in pieces; accents and case do not matter, a word of the query matches where a word of the text begins. */
export function matchedPieces(text: string, query: string): readonly Piece[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word.length > 1);
  const folded = foldedWithPlaces(text);
  const marked = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1)) {
      if (at > 0 && /[\p{L}\p{N}]/u.test(folded.text[at - 1]!)) continue;
      for (let i = at; i < at + word.length; i += 1) marked[folded.places[i]!] = true;
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
