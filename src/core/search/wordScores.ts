/**
 * What one word of a query finds: it is looked up as it is, by its stems, by everyday words that mean the same, as the
 * beginning of a word, and as a misspelling; a document counts it once, with the best of these.
 */
import { formsOf, wholeForms } from './analysis.ts';
import { LIGHT_WORDS, STOP_WORDS } from './stopWords.ts';
import type { TermTable } from './termTable.ts';
import { boostsOf } from './weights.ts';
import type { Weights } from './weights.ts';

/** The documents that have a word, and how well. */
export interface WordScores {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
  /** The documents of the concepts that it is an API name of. */
  readonly apiOf: readonly number[];
  /** How much the word tells: it is found in few documents. */
  readonly rarity: number;
  /** `subject`: some concept is about it; `mentioned`: pages use the word; `unknown`: no page does. */
  readonly standing: 'subject' | 'mentioned' | 'unknown';
  /** Misspelt parts and what they were taken for. */
  readonly meant: ReadonlyMap<string, readonly string[]>;
}

/** Scores the words of queries over one index. */
export class WordScorer {
  readonly #table: TermTable;
  readonly #sameWords: ReadonlyMap<string, readonly string[]>;
  readonly #weights: Weights;
  readonly #boosts: Float64Array;
  readonly #isSubject: readonly boolean[];
  readonly #remembered = new Map<string, WordScores>();
  /** The best look-up so far, and the one that is running; all zero between two words. */
  readonly #best: Float64Array;
  readonly #look: Float64Array;
  #touched: number[] = [];
  #subject = false;

  constructor(table: TermTable, sameWords: ReadonlyMap<string, readonly string[]>, weights: Weights) {
    this.#table = table;
    this.#sameWords = sameWords;
    this.#weights = weights;
    const boosts = boostsOf(weights);
    this.#boosts = Float64Array.from(table.fields, (field) => boosts[field] ?? 0);
    this.#isSubject = table.fields.map((field) => SUBJECT_FIELDS.has(field));
    this.#best = new Float64Array(table.documents.length);
    this.#look = new Float64Array(table.documents.length);
  }

  /** While somebody types, every word but the last was scored a keystroke ago. */
  scores(chunk: readonly string[], isLast: boolean): WordScores {
    const key = `${isLast ? '…' : ''}${chunk.join(' ')}`;
    const known = this.#remembered.get(key);
    if (known) return known;
    const scored = this.#scored(chunk, isLast);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, scored);
    return scored;
  }

  #scored(chunk: readonly string[], isLast: boolean): WordScores {
    this.#subject = false;
    for (const whole of wholeForms(chunk)) this.#lookUp([[whole, 1]], 1);
    if (this.#touched.length > 0) return { ...this.#taken('subject', new Map()), apiOf: this.#apiOf(chunk) };
    const meant = new Map<string, readonly string[]>();
    for (const part of chunk.filter((word) => chunk.length === 1 || !STOP_WORDS.has(word))) {
      const [exact = part, ...stems] = formsOf(part);
      const telling = this.#telling(part);
      this.#lookUp([[exact, 1]], telling);
      for (const stem of stems) this.#lookUp([[stem, 1]], telling * this.#weights.stem);
      for (const same of this.#sameWords.get(stems.at(-1) ?? part) ?? this.#sameWords.get(part) ?? [])
        this.#lookUp([[same, 1]], telling * this.#weights.same);
      if (isLast && part.length > 2) this.#lookUp(this.#goingOn(part), telling * this.#weights.prefix);
      if (part.length > 3 && !this.#table.has(exact)) {
        const near = this.#table.spelledLike(part, part.length > 7 ? 2 : 1);
        this.#lookUp(
          near.map(([word, distance]) => [word, (0.45 * word.length) / (word.length + distance)]),
          this.#weights.fuzzy,
        );
        meant.set(part, this.#nearest(near));
      }
    }
    return this.#taken(
      this.#subject ? 'subject' : this.#touched.length > 0 ? 'mentioned' : 'unknown',
      meant,
      Math.max(...chunk.map((part) => this.#telling(part))),
    );
  }

  #apiOf(chunk: readonly string[]): number[] {
    return wholeForms(chunk).flatMap((whole) =>
      this.#table
        .postings(whole)
        .flatMap(({ field, documents }) => (this.#table.fields[field] === 'api' ? [...documents] : [])),
    );
  }

  /** A number or a letter alone says little, there is one in most code; nor do the words around a subject. */
  #telling(part: string): number {
    if (LIGHT_WORDS.has(part)) return this.#weights.light;
    return part.length === 1 || /^\d+$/.test(part) ? this.#weights.number : 1;
  }

  /** A word and what may become of it, the longer the less. */
  #goingOn(part: string): [string, number][] {
    const longer = this.#table
      .startingWith(part)
      .map((term): [string, number] => [
        term,
        (0.375 * term.length) / (term.length + 0.3 * (term.length - part.length)),
      ]);
    return [[part, 1], ...longer];
  }

  /** The nearest words, those that most documents have first. */
  #nearest(near: readonly (readonly [string, number])[]): string[] {
    const least = Math.min(...near.map(([, distance]) => distance));
    const count = (word: string) =>
      this.#table.postings(word).reduce((sum, { documents }) => sum + documents.length, 0);
    return near
      .flatMap(([word, distance]) => (distance === least ? [{ word, count: count(word) }] : []))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_MEANT)
      .map(({ word }) => word);
  }

  /**
   * Scores some terms as if they were one (BM25F, Robertson et al. 2004) and keeps it where it is better than what
   * was found before.
   */
  #lookUp(terms: readonly (readonly [term: string, weight: number])[], weight: number): void {
    const total = this.#table.documents.length;
    const looked: number[] = [];
    for (const [term, share] of terms) {
      for (const { field, documents, frequencies } of this.#table.postings(term)) {
        const boost = share * this.#boosts[field]!;
        if (this.#isSubject[field]) this.#subject = true;
        for (let at = 0; at < documents.length; at += 1) {
          const document = documents[at]!;
          const longer = this.#table.relativeLength(document, field) - 1;
          if (this.#look[document] === 0) looked.push(document);
          this.#look[document]! += (boost * frequencies[at]!) / (1 + this.#weights.length * longer);
        }
      }
    }
    const rarity = Math.log(1 + (total - looked.length + 0.5) / (looked.length + 0.5));
    for (const document of looked) {
      const frequency = this.#look[document]!;
      const score = (weight * rarity * frequency) / (frequency + this.#weights.saturation);
      this.#look[document] = 0;
      if (this.#best[document] === 0) this.#touched.push(document);
      if (score > this.#best[document]!) this.#best[document] = score;
    }
  }

  #taken(standing: WordScores['standing'], meant: WordScores['meant'], weight = 1): WordScores {
    const documents = Uint32Array.from(this.#touched);
    const scores = Float64Array.from(documents, (document) => this.#best[document]!);
    for (const document of documents) this.#best[document] = 0;
    this.#touched = [];
    const rarity = Math.log(1 + this.#best.length / (documents.length + 1)) * weight;
    return { documents, scores, apiOf: [], rarity, standing, meant };
  }
}

/** Fields that say what a concept is about, as opposed to what its page also mentions. */
const SUBJECT_FIELDS: ReadonlySet<string> = new Set([
  'nameEn',
  'nameEs',
  'aliasEn',
  'aliasEs',
  'api',
  'headEn',
  'headEs',
]);

/** What one misspelt word may be. */
const MOST_MEANT = 4;
/** Words whose scores are kept; each holds some hundred numbers. */
const MOST_REMEMBERED = 200;
