/** Byte-pair encoding learnt from a text (Sennrich et al. 2016, algorithm 1), with every step kept. */

/** Two neighbouring symbols, and how often they stand together. */
export interface Pair {
  readonly left: string;
  readonly right: string;
  readonly count: number;
}

/** A word of the text as symbols. */
export interface SplitWord {
  readonly symbols: readonly string[];
  readonly count: number;
}

/** The text after a number of merges. */
export interface BpeStep {
  /** What was merged to get here; nothing at the start. */
  readonly merged?: Pair;
  readonly words: readonly SplitWord[];
  /** Pairs that may be merged next, the most frequent first; ties in the order of the text. */
  readonly pairs: readonly Pair[];
  /** Different symbols in use. */
  readonly vocabulary: number;
  /** Symbols of the whole text. */
  readonly tokens: number;
}

/** The mark behind a word's last letter: `est_` ends words, `est` may stand anywhere. */
export const WORD_END = '_';

/** The first `most` steps, from single letters on; fewer when no pair occurs twice any more. */
export function learnBpe(text: string, most: number): readonly BpeStep[] {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().split(/\s+/)) {
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let step = stepOf([...counts].map(([word, count]) => ({ symbols: [...word, WORD_END], count })));
  const steps = [step];
  for (;;) {
    const best = step.pairs[0];
    if (steps.length > most || best === undefined || best.count < 2) return steps;
    step = { merged: best, ...stepOf(step.words.map((word) => merge(word, best))) };
    steps.push(step);
  }
}

function stepOf(words: readonly SplitWord[]): BpeStep {
  const pairs = new Map<string, { left: string; right: string; count: number }>();
  for (const { symbols, count } of words) {
    for (let at = 0; at + 1 < symbols.length; at += 1) {
      const [left, right] = [symbols[at]!, symbols[at + 1]!];
      const key = `${left} ${right}`;
      const known = pairs.get(key);
      if (known) known.count += count;
      else pairs.set(key, { left, right, count });
    }
  }
  return {
    words,
    pairs: [...pairs.values()].sort((a, b) => b.count - a.count),
    vocabulary: new Set(words.flatMap(({ symbols }) => symbols)).size,
    tokens: words.reduce((sum, { symbols, count }) => sum + symbols.length * count, 0),
  };
}

function merge({ symbols, count }: SplitWord, { left, right }: Pair): SplitWord {
  const merged: string[] = [];
  for (let at = 0; at < symbols.length; at += 1) {
    if (symbols[at] === left && symbols[at + 1] === right) {
      merged.push(left + right);
      at += 1;
    } else merged.push(symbols[at]!);
  }
  return { symbols: merged, count };
}
