/**
 * Scaled dot-product attention, softmax(QKᵀ/√d) (Vaswani et al. 2017, section 3.2.1), over one sentence whose word
 * vectors and heads are made by hand, so that each head does one thing that can be seen.
 */
import type { ByLang } from '../concept.ts';
import { softmax } from '../insights/decoding.ts';
import { dot } from './vectors.ts';

/** The sentence, word by word the same in both languages. */
export const SENTENCE: ByLang<readonly string[]> = {
  en: ['the', 'cat', 'watched', 'the', 'box', 'because', 'it', 'was', 'hungry'],
  es: ['la', 'gata', 'miró', 'la', 'caja', 'porque', 'ella', 'tenía', 'hambre'],
};

/** What a head is made to look for. */
export type HeadId = 'pronoun' | 'verb' | 'previous';

/** How the weights are computed. */
export interface AttentionSettings {
  readonly head: HeadId;
  /** Whether a word may only see itself and what came before. */
  readonly causal: boolean;
  /** Whether scores are divided by √d. */
  readonly scaled: boolean;
}

/** Row i: how much word i takes from each word; every row sums to 1. */
export function attentionWeights({
  head,
  causal,
  scaled,
}: AttentionSettings): readonly (readonly number[])[] {
  const { query, key } = HEADS[head];
  const queries = WORDS.map((word) => times(word, query));
  const keys = WORDS.map((word) => times(word, key));
  return queries.map((q, i) =>
    softmax(keys.map((k, j) => (causal && j > i ? -Infinity : dot(q, k) / (scaled ? Math.sqrt(WIDTH) : 1)))),
  );
}

/** Numbers in a query or key. */
export const WIDTH = 4;

type Kind = 'article' | 'animate' | 'thing' | 'verb' | 'pronoun' | 'other';
type Feature = Kind | 'cos' | 'sin';
type Projection = Partial<Record<Feature, readonly [number, number, number, number]>>;

const KINDS: readonly Kind[] = [
  'article',
  'animate',
  'verb',
  'article',
  'thing',
  'other',
  'pronoun',
  'verb',
  'other',
];

/** The angle between neighbouring positions. */
const TURN = 0.6;

/** One vector per word: what kind of word it is, and where it stands as a point on a circle. */
const WORDS = KINDS.map((kind, position) => ({
  [kind]: 1,
  cos: Math.cos(TURN * position),
  sin: Math.sin(TURN * position),
})) as readonly Partial<Record<Feature, number>>[];

/** The second matrix of `previous` turns a position by one step, so that a word's query meets the key before it. */
const [COS, SIN] = [Math.cos(TURN), Math.sin(TURN)];

const HEADS: Readonly<Record<HeadId, { readonly query: Projection; readonly key: Projection }>> = {
  pronoun: {
    query: { pronoun: [8, 0, 0, 0] },
    key: { animate: [1, 0, 0, 0], thing: [0.5, 0, 0, 0] },
  },
  verb: {
    query: { verb: [0, 7, 0, 0] },
    key: { animate: [0, 1, 0, 0], thing: [0, 0.8, 0, 0], pronoun: [0, 0.7, 0, 0] },
  },
  previous: {
    query: { cos: [0, 0, 36, 0], sin: [0, 0, 0, 36] },
    key: { cos: [0, 0, COS, SIN], sin: [0, 0, -SIN, COS] },
  },
};

function times(word: Partial<Record<Feature, number>>, matrix: Projection): number[] {
  return Array.from({ length: WIDTH }, (_, column) =>
    Object.entries(matrix).reduce(
      (sum, [feature, row]) => sum + (word[feature as Feature] ?? 0) * (row[column] ?? 0),
      0,
    ),
  );
}
