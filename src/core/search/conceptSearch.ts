/**
 * Concept search: MiniSearch finds and scores (BM25+), one term at a time; this file weighs what it found. Ranking
 * figures and the reasons for the weights are in docs/search.md.
 */
import MiniSearch from 'minisearch';
import type { Options, SearchOptions } from 'minisearch';
import type { ApiData } from '../api.ts';
import type { Concept, ConceptId, Lang } from '../concept.ts';
import { formsOf, partsIn, subjectChunks, tokensOf, wholeForms } from './analysis.ts';
import { FIELDS, partsOfId, searchDocuments } from './documents.ts';
import type { Pages, SearchDocument } from './documents.ts';
import { packIndex, unpackIndex } from './packedIndex.ts';
import type { PackedIndex } from './packedIndex.ts';
import { nameKeys, namesOf, waysOfWriting } from './names.ts';
import { STOP_WORDS } from './stopWords.ts';
import { neighboursOf, sameWordsOf } from './ties.ts';
import { boostsOf, WEIGHTS } from './weights.ts';
import type { Weights } from './weights.ts';

/** One concept that a query found. */
export interface SearchHit {
  readonly concept: ConceptId;
  readonly score: number;
  /** Id of the question that matched better than the rest of the page. */
  readonly question?: string;
}

/** An open index. */
export interface ConceptSearch {
  /** The best concepts first; empty where nothing matches well. */
  search(query: string, limit?: number): SearchHit[];
  /** Adds a concept that the index was not built with; what it had of a concept with the same id gives way. */
  add(concept: Concept, documents: readonly SearchDocument[]): void;
}

/** Further names of concepts that people type but pages do not use, by concept and language. */
export type Synonyms = ReadonlyMap<ConceptId, Readonly<Record<Lang, readonly string[]>>>;

/** Builds the index and gives it as JSON text. */
export function buildSearchIndex(
  concepts: readonly Concept[],
  pages: Pages,
  apis: ApiData,
  synonyms: Synonyms,
  wordGroups: readonly (readonly string[])[],
): string {
  const index = new MiniSearch<SearchDocument>(OPTIONS);
  index.addAll(searchDocuments(concepts, pages, apis, synonyms));
  const stored: StoredIndex = { index: packIndex(index.toJSON()), wordGroups };
  return JSON.stringify(stored);
}

/** Opens an index that {@link buildSearchIndex} made of the same concepts: names and ties come from them. */
export function openSearchIndex(
  json: string,
  concepts: readonly Concept[],
  weights = WEIGHTS,
): ConceptSearch {
  const stored = JSON.parse(json) as StoredIndex;
  const index = MiniSearch.loadJS<SearchDocument>(unpackIndex(stored.index), OPTIONS);
  return new Searcher(index, stored.wordGroups, concepts, weights);
}

/** The same in slices of some milliseconds, so that whoever is typing meanwhile is not held up. */
export async function openSearchIndexInSlices(
  json: string,
  concepts: readonly Concept[],
): Promise<ConceptSearch> {
  const stored = JSON.parse(json) as StoredIndex;
  const index = await MiniSearch.loadJSAsync<SearchDocument>(unpackIndex(stored.index), OPTIONS);
  return new Searcher(index, stored.wordGroups, concepts, WEIGHTS);
}

interface StoredIndex {
  readonly index: PackedIndex;
  /** Everyday words that mean the same. */
  readonly wordGroups: readonly (readonly string[])[];
}

const OPTIONS: Options<SearchDocument> = {
  fields: Object.keys(FIELDS),
  tokenize: (text) => tokensOf(text),
  processTerm: (token, field) => {
    if (STOP_WORDS.has(token)) return null;
    const lang = FIELDS[field as keyof typeof FIELDS];
    if (field === 'api') return token;
    const forms = formsOf(token, lang);
    // Answers are long: their stems are enough, and half the index.
    return field === 'bodyEn' || field === 'bodyEs' ? (forms.at(-1) ?? token) : forms;
  },
};

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

/** A stem may be that of another word: a name found by stems is worth less. */
const BY_STEM = 0.9;

interface Matched {
  score: number;
  covered: number;
  terms: number;
}

interface TokenScores {
  readonly scores: ReadonlyMap<string, number>;
  /** `subject`: some concept is about it; `mentioned`: pages use the word; `unknown`: no page does. */
  readonly standing: 'subject' | 'mentioned' | 'unknown';
  /** Misspelt parts and what they were taken for. */
  readonly meant: readonly (readonly [string, string])[];
}

class Searcher implements ConceptSearch {
  readonly #index: MiniSearch<SearchDocument>;
  readonly #names = new Map<string, Map<ConceptId, boolean>>();
  readonly #neighbours: Map<ConceptId, readonly ConceptId[]>;
  readonly #sameWords: ReadonlyMap<string, readonly string[]>;
  readonly #scored = new Map<string, TokenScores>();
  #longestName = 1;

  readonly #weights: Weights;
  readonly #options: SearchOptions;

  constructor(
    index: MiniSearch<SearchDocument>,
    wordGroups: readonly (readonly string[])[],
    concepts: readonly Concept[],
    weights: Weights,
  ) {
    this.#weights = weights;
    this.#options = { ...LOOK, boost: boostsOf(weights) };
    this.#index = index;
    this.#neighbours = new Map(neighboursOf(concepts));
    this.#sameWords = sameWordsOf(wordGroups);
    for (const concept of concepts) this.#name(concept);
  }

  add(concept: Concept, documents: readonly SearchDocument[]): void {
    this.#scored.clear();
    for (const document of documents) {
      if (this.#index.has(document.id)) this.#index.discard(document.id);
      this.#index.add(document);
    }
    this.#name(concept);
    const ties = Object.values(concept.relations).flat() as ConceptId[];
    this.#neighbours.set(concept.id, [...new Set([...(this.#neighbours.get(concept.id) ?? []), ...ties])]);
    for (const id of ties) {
      const others = this.#neighbours.get(id) ?? [];
      if (!others.includes(concept.id)) this.#neighbours.set(id, [...others, concept.id]);
    }
  }

  #name(concept: Concept): void {
    for (const [form, own] of namesOf(concept).flatMap(waysOfWriting)) {
      const ids = this.#names.get(form) ?? new Map<ConceptId, boolean>();
      this.#names.set(form, ids.set(concept.id, own || ids.get(concept.id) === true));
      this.#longestName = Math.max(this.#longestName, form.split(' ').length);
    }
  }

  search(query: string, limit = 20): SearchHit[] {
    const text = query.slice(0, LONGEST_QUERY);
    const chunks = subjectChunks(text).slice(0, MOST_TERMS);
    const documents = new Map<string, Matched>();
    const weights = { subject: 0, mentioned: 0, unknown: 0 };
    const meant = new Map<string, string>();
    chunks.forEach((chunk, position) => {
      const {
        scores,
        standing,
        meant: mended,
      } = this.#rememberedScores(chunk, position === chunks.length - 1);
      for (const [part, term] of mended) meant.set(part, term);
      const rarity = Math.log(1 + this.#index.documentCount / (scores.size + 1));
      weights[standing] += rarity;
      for (const [id, score] of scores) {
        const matched = documents.get(id) ?? { score: 0, covered: 0, terms: 0 };
        matched.terms += 1;
        matched.score += score;
        matched.covered += rarity;
        documents.set(id, matched);
      }
    });
    const weight = weights.subject + weights.mentioned + weights.unknown;
    if (!this.#isAbout(weights) && !isDescribed(documents, weight)) return [];
    return this.#concepts(documents, weight, this.#namedIn(text, meant)).slice(0, limit);
  }

  /** While somebody types, every word but the last was scored a keystroke ago. */
  #rememberedScores(chunk: readonly string[], isLast: boolean): TokenScores {
    const key = `${isLast ? '…' : ''}${chunk.join(' ')}`;
    const known = this.#scored.get(key);
    if (known) return known;
    const scored = this.#scoresOf(chunk, isLast);
    if (this.#scored.size >= MOST_REMEMBERED) this.#scored.clear();
    this.#scored.set(key, scored);
    return scored;
  }

  /** Scores of one word or identifier over the documents: the best of its forms, or of what it may have been meant to be. */
  #scoresOf(chunk: readonly string[], isLast: boolean): TokenScores {
    const scores = new Map<string, number>();
    const seen = { subject: false };
    const meant: [string, string][] = [];
    for (const whole of wholeForms(chunk)) this.#look(scores, seen, whole, 1, {});
    if (scores.size > 0) return { scores, standing: 'subject', meant };
    const parts = chunk.filter((part) => chunk.length === 1 || !STOP_WORDS.has(part));
    for (const part of parts) {
      const [exact = part, ...stems] = formsOf(part);
      this.#look(scores, seen, exact, 1, {});
      for (const stem of stems) this.#look(scores, seen, stem, this.#weights.stem, {});
      for (const form of this.#sameWords.get(formsOf(part).at(-1) ?? part) ??
        this.#sameWords.get(part) ??
        []) {
        this.#look(scores, seen, form, this.#weights.same, {});
      }
      const exactly = this.#index.search(exact, this.#options).length > 0;
      if (isLast && part.length > 2) this.#look(scores, seen, part, this.#weights.prefix, { prefix: true });
      if (!exactly && part.length > 3) {
        const spelling = { fuzzy: part.length > 7 ? 2 : 1 };
        this.#look(scores, seen, part, this.#weights.fuzzy, spelling);
        const term = this.#index
          .search(part, { ...this.#options, ...spelling })[0]
          ?.terms.find((found) => !found.includes(':'));
        if (term !== undefined) meant.push([part, term]);
      }
    }
    return { meant, scores, standing: seen.subject ? 'subject' : scores.size > 0 ? 'mentioned' : 'unknown' };
  }

  #look(
    scores: Map<string, number>,
    seen: { subject: boolean },
    term: string,
    weight: number,
    options: SearchOptions,
  ): void {
    for (const { id, score, match } of this.#index.search(term, { ...this.#options, ...options })) {
      const value = score * weight;
      if (value > (scores.get(id as string) ?? 0)) scores.set(id as string, value);
      if (!seen.subject)
        seen.subject = Object.values(match).some((fields) =>
          fields.some((field) => SUBJECT_FIELDS.has(field)),
        );
    }
  }

  /** Concepts whose name or alias stands in the query, misspellings mended, with the share of the query that the name is. */
  #namedIn(query: string, meant: ReadonlyMap<string, string>): Map<ConceptId, number> {
    const spelt = (part: string) => meant.get(part) ?? part;
    const tokens = subjectChunks(query).flat().map(spelt);
    const all = partsIn(query).map(spelt);
    const letters = Math.max(1, tokens.join('').length);
    const named = new Map<ConceptId, number>();
    for (const words of [all, tokens]) {
      for (let start = 0; start < words.length; start += 1) {
        for (let end = Math.min(words.length, start + this.#longestName); end > start; end -= 1) {
          const slice = words.slice(start, end);
          const share = Math.min(1, slice.join('').length / letters);
          nameKeys(slice).forEach((form, index) => {
            // A stem may be that of another word: never as good as the name itself.
            const worth = index === 0 ? share : share * BY_STEM;
            for (const [id, own] of this.#names.get(form) ?? []) {
              named.set(id, Math.max(own ? worth : Math.min(worth, share * BY_STEM), named.get(id) ?? 0));
            }
          });
        }
      }
    }
    return named;
  }

  /** Whether the base knows enough of what the query is about. */
  #isAbout({ subject, mentioned, unknown }: Record<TokenScores['standing'], number>): boolean {
    return (
      subject > 0 &&
      subject >= this.#weights.known * (subject + unknown + this.#weights.mentioned * mentioned)
    );
  }

  /** The whole query is the name: nothing may stand above. */
  #nameBonus(share: number): number {
    return share >= 0.999 ? ALWAYS_FIRST : this.#weights.named * share ** this.#weights.namedPower;
  }

  #concepts(
    documents: ReadonlyMap<string, Matched>,
    weight: number,
    named: ReadonlyMap<ConceptId, number>,
  ): SearchHit[] {
    const { partial, question: questionShare, description, neighbour } = this.#weights;
    const hits = new Map<ConceptId, { own: number; best: number; said: number; question?: string }>();
    for (const [id, { score, covered }] of documents) {
      const { concept, part, question } = partsOfId(id);
      const value = score * (partial + (1 - partial) * (covered / weight));
      const hit = hits.get(concept) ?? { own: 0, best: 0, said: 0 };
      if (part === undefined) hit.own = value;
      else if (part === 'description') hit.said = Math.max(hit.said, value);
      else if (value > hit.best) {
        hit.best = value;
        hit.question = question ?? '';
      }
      hits.set(concept, hit);
    }
    const scored = [...hits].map(([concept, { own, best, said, question }]) => {
      const score =
        own + questionShare * best + description * said + this.#nameBonus(named.get(concept) ?? 0);
      return { concept, score, ...(question !== undefined && best > own ? { question } : {}) };
    });
    scored.sort(byScore);
    const first = scored[0];
    if (!first) return [];
    const tied = new Set(this.#neighbours.get(first.concept));
    const found = new Set(scored.map(({ concept }) => concept));
    for (const concept of tied) if (!found.has(concept)) scored.push({ concept, score: 0 });
    const ranked = scored.map((hit) =>
      tied.has(hit.concept) ? { ...hit, score: hit.score + neighbour * (first.score % ALWAYS_FIRST) } : hit,
    );
    return ranked.sort(byScore).filter(({ score }) => score > (first.score % ALWAYS_FIRST) * LEAST_OF_FIRST);
  }
}

const LEAST_OF_FIRST = 0.1;
const ALWAYS_FIRST = 1000;

function byScore(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || (a.concept < b.concept ? -1 : 1);
}

/** Whether one everyday description has most of the query in it, in more than one word. */
function isDescribed(documents: ReadonlyMap<string, Matched>, weight: number): boolean {
  for (const [id, { covered, terms }] of documents) {
    if (terms > 1 && covered >= MOSTLY * weight && partsOfId(id).part === 'description') return true;
  }
  return false;
}

const MOSTLY = 0.6;

const LOOK: SearchOptions = { processTerm: (term) => term, tokenize: (text) => [text] };
const LONGEST_QUERY = 400;
const MOST_TERMS = 16;
/** Words whose scores are kept; each holds some hundred numbers. */
const MOST_REMEMBERED = 200;
