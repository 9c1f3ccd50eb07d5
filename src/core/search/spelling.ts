/** Words that a misspelt one may have been meant to be. */

/** The words of the index, ready to be compared. */
export class SpellingBook {
  readonly #words: readonly string[];
  readonly #letters: Int32Array;

  /** Stems are left out: they begin with the mark of their language. */
  constructor(terms: readonly string[]) {
    this.#words = terms.filter((term) => !term.includes(':'));
    this.#letters = Int32Array.from(this.#words, lettersOf);
  }

  /**
   * The words within a distance in letters added, left out, changed or swapped with their neighbour. Most are passed
   * over without looking at the order of their letters: one change makes at most two letters differ.
   */
  near(word: string, most: number): [word: string, distance: number][] {
    const letters = lettersOf(word);
    const found: [string, number][] = [];
    for (let at = 0; at < this.#words.length; at += 1) {
      const other = this.#words[at]!;
      if (Math.abs(other.length - word.length) > most) continue;
      if (bitsOf(letters ^ this.#letters[at]!) > 2 * most) continue;
      const distance = distanceOf(word, other, most);
      if (distance <= most) found.push([other, distance]);
    }
    return found;
  }
}

/** Which letters a word has, a bit each; what is no letter of the alphabet shares the last ones. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << ((word.charCodeAt(at) - LETTER_A) % 32);
  return letters;
}

const LETTER_A = 97;

function bitsOf(letters: number): number {
  let left = letters;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

/** Optimal string alignment distance, given up where it passes `most` (Damerau 1964; Wagner and Fischer 1974). */
function distanceOf(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let distance = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        distance = Math.min(distance, beforeLast[j - 2]! + 1);
      row.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return least;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
