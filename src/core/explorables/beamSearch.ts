/** Beam search over a small table of next-word probabilities, with every hypothesis that was looked at. */
import type { ByLang, Lang } from '../concept.ts';

/** A hypothesis: a path of words from the root. */
export interface Hypothesis {
  /** Words after the root, joined by spaces: unique in the tree. */
  readonly path: string;
  readonly word: string;
  /** The path without its last word; the root's is empty. */
  readonly parent: string;
  readonly depth: number;
  /** Product of the probabilities on the path. */
  readonly probability: number;
  /** Probability of the last word alone. */
  readonly step: number;
  /** Whether it was among the best at its depth. */
  readonly kept: boolean;
}

/** The tree of a search, level by level, and its answer. */
export interface BeamTree {
  readonly levels: readonly (readonly Hypothesis[])[];
  readonly best: Hypothesis;
  /** Hypotheses whose probability was computed. */
  readonly scored: number;
}

/** Where every path starts. */
export const ROOT: ByLang<string> = { en: 'The', es: 'El' };

/** Searches to the full depth of the table, keeping the `beams` likeliest hypotheses at each. */
export function beamTree(beams: number, lang: Lang): BeamTree {
  const width = Math.max(1, Math.floor(beams));
  const levels: Hypothesis[][] = [];
  let live: readonly Hypothesis[] = [START];
  while (levels.length < DEPTH) {
    const looked = live.flatMap((from) => expand(from, lang));
    const best = [...looked].sort((a, b) => b.probability - a.probability).slice(0, width);
    const level = looked.map((one) => ({ ...one, kept: best.includes(one) }));
    levels.push(level);
    live = level.filter(({ kept }) => kept);
  }
  const best = live.reduce((a, b) => (b.probability > a.probability ? b : a));
  return { levels, best, scored: levels.flat().length };
}

/** The likeliest of all complete paths, found by looking at every one. */
export function likeliest(lang: Lang): Hypothesis {
  return beamTree(Infinity, lang).best;
}

const START: Hypothesis = { path: '', word: '', parent: '', depth: 0, probability: 1, step: 1, kept: true };
const DEPTH = 3;

type Table = Readonly<Record<string, readonly (readonly [string, number])[]>>;

/** Probabilities of what is not listed go to words that nobody would keep. */
const NEXT: ByLang<Table> = {
  en: {
    '': [
      ['nice', 0.5],
      ['dog', 0.4],
      ['car', 0.1],
    ],
    nice: [
      ['woman', 0.4],
      ['house', 0.3],
      ['guy', 0.3],
    ],
    dog: [
      ['barked', 0.9],
      ['ran', 0.05],
      ['and', 0.05],
    ],
    car: [
      ['stopped', 0.5],
      ['drove', 0.3],
      ['turned', 0.2],
    ],
    woman: [
      ['smiled', 0.4],
      ['left', 0.3],
      ['spoke', 0.3],
    ],
    barked: [
      ['loudly', 0.6],
      ['twice', 0.3],
      ['again', 0.1],
    ],
  },
  es: {
    '': [
      ['buen', 0.5],
      ['perro', 0.4],
      ['coche', 0.1],
    ],
    buen: [
      ['hombre', 0.4],
      ['día', 0.3],
      ['libro', 0.3],
    ],
    perro: [
      ['ladró', 0.9],
      ['corrió', 0.05],
      ['y', 0.05],
    ],
    coche: [
      ['paró', 0.5],
      ['salió', 0.3],
      ['giró', 0.2],
    ],
    hombre: [
      ['sonrió', 0.4],
      ['salió', 0.3],
      ['habló', 0.3],
    ],
    ladró: [
      ['fuerte', 0.6],
      ['mucho', 0.3],
      ['otra', 0.1],
    ],
  },
};

/** What follows a word that the table does not list. */
const ANYTHING: ByLang<readonly (readonly [string, number])[]> = {
  en: [
    ['here', 0.5],
    ['there', 0.3],
    ['then', 0.2],
  ],
  es: [
    ['aquí', 0.5],
    ['allí', 0.3],
    ['luego', 0.2],
  ],
};

function expand(from: Hypothesis, lang: Lang): Hypothesis[] {
  const next = Object.hasOwn(NEXT[lang], from.word) ? NEXT[lang][from.word]! : ANYTHING[lang];
  return next.map(([word, step]) => ({
    path: from.path === '' ? word : `${from.path} ${word}`,
    word,
    parent: from.path,
    depth: from.depth + 1,
    probability: from.probability * step,
    step,
    kept: false,
  }));
}
