/** Words that a misspelt one may have been meant to be. */

/** The words of the index, ready to be compared. */
export class SpellingBook {
  /** By length; the words of a length begin at its place in `starts`. */
  readonly #words: readonly string[];
  readonly #starts: readonly number[];
  readonly #letters: Int32Array;

  /** Stems are left out: they begin with the mark of their language. */
  constructor(terms: readonly string[]) {
    const byLength: string[][] = [];
    for (const term of terms) if (!term.includes(':')) (byLength[term.length] ??= []).push(term);
    const starts = [0];
    for (let length = 0; length < byLength.length; length += 1)
      starts.push(starts[length]! + (byLength[length]?.length ?? 0));
    this.#words = byLength.flat();
    this.#starts = starts;
    this.#letters = Int32Array.from(this.#words, lettersOf);
  }

  /**
   * The words within a distance in letters added, left out, changed or swapped with their neighbour. Most are passed
   * over without looking at the order of their letters: one change makes at most two letters differ.
   */
  near(word: string, most: number): [word: string, distance: number][] {
    const letters = lettersOf(word);
    const start = this.#starts[Math.max(0, word.length - most)] ?? this.#words.length;
    const end = this.#starts[word.length + most + 1] ?? this.#words.length;
    const found: [string, number][] = [];
    for (let at = start; at < end; at += 1) {
      if (bitsOf(letters ^ this.#letters[at]!) > 2 * most) continue;
      const other = this.#words[at]!;
      const distance = distanceOf(word, other, most);
      if (distance <= most) found.push([other, distance]);
    }
    return found;
  }
}

/** Which letters a word has, a bit each; what is no letter of the alphabet shares the bits of others. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** The number of bits that are set (Warren, Hacker's Delight, 5-1). */
function bitsOf(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Optimal string alignment distance, given up where it passes `most` (Damerau 1964; Wagner and Fischer 1974). */
export function distanceOf(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= b.length; j += 1) last.push(j);
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1);
      let distance = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        distance = Math.min(distance, beforeLast[j - 2]! + 1);
      row.push(distance);
      if (distance < least) least = distance;
    }
    if (least > most) return least;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
