/** Which concepts a query calls by their name. */
import type { Concept, ConceptId } from '../concept.ts';
import { partsIn } from './analysis.ts';
import { namesOf, startOf, startsOf, unordered, unorderedStart, waysOfWriting, wordKeys } from './names.ts';

/**
 * All names of a base. Stemming them takes longer than all else at the start, so it is done for the names that begin
 * like a word of a query when there is one.
 */
export class NameBook {
  readonly #waiting = new Map<string, [concept: ConceptId, name: string][]>();
  readonly #concepts = new Map<string, Map<ConceptId, boolean>>();
  #longest = 1;

  add(concept: Concept): void {
    for (const name of namesOf(concept)) {
      this.#longest = Math.max(this.#longest, name.split(' ').length);
      for (const start of startsOf(name)) {
        const waiting = this.#waiting.get(start);
        if (waiting) waiting.push([concept.id, name]);
        else this.#waiting.set(start, [[concept.id, name]]);
      }
    }
  }

  /**
   * Concepts whose name or alias stands in the query, misspellings mended, with the share of the query that the name
   * is: rare words are more of it than common ones.
   */
  namedIn(query: string, words: ReadonlyMap<string, SpokenWord>): Map<ConceptId, number> {
    const named = new Map<ConceptId, number>();
    const all = partsIn(query).slice(0, MOST_WORDS);
    const total = [...new Set(all)].reduce((sum, part) => sum + (words.get(part)?.rarity ?? 0), 0);
    const share = (part: string) => (words.get(part)?.rarity ?? 0) / Math.max(total, 1e-9);
    for (const spelt of spellings(all, words)) {
      const spoken = spelt.map((word, at) => ({ word, keys: wordKeys(word), share: share(all[at]!) }));
      this.#find(spoken, false, named);
      this.#find(
        spoken.filter((_, at) => words.has(all[at]!)),
        true,
        named,
      );
    }
    return named;
  }

  /** Looks for names among the words, in any order if asked. */
  #find(words: readonly Spoken[], anyOrder: boolean, named: Map<ConceptId, number>): void {
    const find = (form: string, worth: number, isOwn: boolean) => {
      for (const [id, own] of this.#concepts.get(form) ?? []) {
        // A stem may be that of another word: never as good as the name itself.
        const found = Math.min(1, own && isOwn ? worth : worth * BY_STEM);
        if (found > (named.get(id) ?? 0)) named.set(id, found);
      }
    };
    for (let start = 0; start < words.length; start += 1) {
      this.#open(startOf(words[start]!.word));
      this.#open(startOf(words[start]!.word, words[start + 1]?.word ?? ''));
      const forms = ['', '', ''];
      let share = 0;
      const end = Math.min(words.length, start + this.#longest);
      for (let at = start; at < end; at += 1) {
        share += words[at]!.share;
        words[at]!.keys.forEach((key, way) => {
          forms[way] = at === start ? key : `${forms[way]!} ${key}`;
          find(forms[way], share, way === 0);
        });
        if (!anyOrder || at === start || at - start >= MOST_IN_ANY_ORDER) continue;
        const slice = words.slice(start, at + 1);
        this.#open(unorderedStart(slice.map(({ word }) => word)));
        for (const form of unordered(slice.map(({ keys }) => keys))) find(form, share, false);
      }
    }
  }

  /** Puts the names that begin with some letters where they are found, in all ways in which they may be typed. */
  #open(start: string): void {
    const waiting = this.#waiting.get(start);
    if (!waiting) return;
    this.#waiting.delete(start);
    for (const [concept, name] of waiting) {
      for (const [form, own] of waysOfWriting(name)) {
        const ids = this.#concepts.get(form);
        if (ids) ids.set(concept, own || ids.get(concept) === true);
        else this.#concepts.set(form, new Map([[concept, own]]));
      }
    }
  }
}

/** What is known of a word of a query. */
export interface SpokenWord {
  readonly rarity: number;
  /** What it may have been meant to be, if it is misspelt. */
  readonly meant: readonly string[];
}

interface Spoken {
  readonly word: string;
  readonly keys: readonly [own: string, en: string, es: string];
  /** The share of the query that it is. */
  readonly share: number;
}

/** The words as they may have been meant: each misspelt one in turn with what it may be. */
function spellings(words: readonly string[], known: ReadonlyMap<string, SpokenWord>): string[][] {
  return words.reduce<string[][]>(
    (before, word) => {
      const meant = known.get(word)?.meant ?? [];
      const forms = meant.length > 0 ? meant : [word];
      return forms.flatMap((form) => before.map((start) => [...start, form])).slice(0, MOST_SPELLINGS);
    },
    [[]],
  );
}

const BY_STEM = 0.9;
const MOST_SPELLINGS = 6;
const MOST_IN_ANY_ORDER = 5;
const MOST_WORDS = 40;
