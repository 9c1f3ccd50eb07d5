/**
 * Concept search: MiniSearch finds and scores (BM25+), one term at a time; this file weighs what it found. Ranking
 * figures and the reasons for the weights are in docs/search.md.
 */
import MiniSearch from 'minisearch';
import type { Options, SearchOptions } from 'minisearch';
import type { ApiData } from '../api.ts';
import type { Concept, ConceptId, Lang } from '../concept.ts';
import { formsOf, subjectTokens, tokensOf } from './analysis.ts';
import { FIELDS, partsOfId, searchDocuments } from './documents.ts';
import type { Pages, SearchDocument } from './documents.ts';
import { STOP_WORDS } from './stopWords.ts';

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
}

/** Further names of concepts that people type but pages do not use, by concept and language. */
export type Synonyms = ReadonlyMap<ConceptId, Readonly<Record<Lang, readonly string[]>>>;

/** Builds the index and gives it as JSON text. */
export function buildSearchIndex(
  concepts: readonly Concept[],
  pages: Pages,
  apis: ApiData,
  synonyms: Synonyms,
): string {
  const index = new MiniSearch<SearchDocument>(OPTIONS);
  index.addAll(searchDocuments(concepts, pages, apis, synonyms));
  const names = concepts.map((concept): [ConceptId, string[]] => [concept.id, namesOf(concept, synonyms)]);
  return JSON.stringify({ index, names });
}

/** Opens an index that {@link buildSearchIndex} made. */
export function openSearchIndex(json: string): ConceptSearch {
  const { index: stored, names } = JSON.parse(json) as { index: never; names: [ConceptId, string[]][] };
  return new Searcher(MiniSearch.loadJS<SearchDocument>(stored, OPTIONS), names);
}

const OPTIONS: Options<SearchDocument> = {
  fields: Object.keys(FIELDS),
  tokenize: (text) => tokensOf(text),
  processTerm: (token, field) => {
    if (STOP_WORDS.has(token)) return null;
    const lang = FIELDS[field as keyof typeof FIELDS];
    return field === 'api' ? token : formsOf(token, lang);
  },
};

/** What a match in a field is worth. */
const BOOSTS = {
  nameEn: 6,
  nameEs: 6,
  aliasEn: 5,
  aliasEs: 5,
  api: 3,
  headEn: 1.6,
  headEs: 1.6,
  bodyEn: 0.5,
  bodyEs: 0.5,
};
const STEM_WEIGHT = 0.85;
const PREFIX_WEIGHT = 0.6;
const FUZZY_WEIGHT = 0.6;
/** A concept called by one of its names is worth this much more per letter of the name. */
const NAME_BONUS = 14;
/** Below this share of the query's weight, what matched is not what was meant. */
const LEAST_COVERAGE = 0.45;

interface Matched {
  score: number;
  covered: number;
}

class Searcher implements ConceptSearch {
  readonly #index: MiniSearch<SearchDocument>;
  readonly #names = new Map<string, ConceptId[]>();
  #longestName = 1;

  constructor(
    index: MiniSearch<SearchDocument>,
    names: readonly (readonly [ConceptId, readonly string[]])[],
  ) {
    this.#index = index;
    for (const [id, forms] of names) {
      for (const form of forms) {
        this.#names.set(form, [...(this.#names.get(form) ?? []), id]);
        this.#longestName = Math.max(this.#longestName, form.split(' ').length);
      }
    }
  }

  search(query: string, limit = 20): SearchHit[] {
    const tokens = [...new Set(subjectTokens(query.slice(0, LONGEST_QUERY)))].slice(0, MOST_TERMS);
    if (tokens.length === 0) return [];
    const documents = new Map<string, Matched>();
    let weight = 0;
    tokens.forEach((token, position) => {
      const { scores, known } = this.#scoresOf(token, position === tokens.length - 1);
      const rarity = this.#rarity(scores.size, known);
      weight += rarity;
      for (const [id, score] of scores) {
        const matched = documents.get(id) ?? { score: 0, covered: 0 };
        matched.score += score;
        matched.covered += rarity;
        documents.set(id, matched);
      }
    });
    const named = this.#namedIn(query);
    return this.#concepts(documents, weight, named).slice(0, limit);
  }

  /** Scores of one token over the documents: the best of its forms, or of what it may have been meant to be. */
  #scoresOf(token: string, isLast: boolean): { scores: Map<string, number>; known: boolean } {
    const scores = new Map<string, number>();
    const [exact, ...stems] = formsOf(token);
    this.#look(scores, exact ?? token, 1, {});
    for (const stem of stems) this.#look(scores, stem, STEM_WEIGHT, {});
    const known = scores.size > 0;
    if (isLast && token.length > 2) this.#look(scores, token, PREFIX_WEIGHT, { prefix: true });
    if (!known && token.length > 3)
      this.#look(scores, token, FUZZY_WEIGHT, { fuzzy: token.length > 7 ? 2 : 1 });
    return { scores, known: scores.size > 0 };
  }

  #look(scores: Map<string, number>, term: string, weight: number, options: SearchOptions): void {
    const found = this.#index.search(term, { ...LOOK, ...options });
    for (const { id, score } of found) {
      const value = score * weight;
      if (value > (scores.get(id as string) ?? 0)) scores.set(id as string, value);
    }
  }

  /** How much a token says: the fewer documents have it, the more. Unknown ones say the most. */
  #rarity(documents: number, known: boolean): number {
    const all = this.#index.documentCount;
    return Math.log(1 + all / (known ? documents + 1 : 1));
  }

  /** Concepts whose name or alias stands in the query, with the share of the query that the name is. */
  #namedIn(query: string): Map<ConceptId, number> {
    const tokens = tokensOf(query);
    const letters = Math.max(1, subjectTokens(query).join('').length);
    const named = new Map<ConceptId, number>();
    for (let start = 0; start < tokens.length; start += 1) {
      for (let end = Math.min(tokens.length, start + this.#longestName); end > start; end -= 1) {
        const form = tokens.slice(start, end).join(' ');
        for (const id of this.#names.get(form) ?? []) {
          const share = Math.min(1, form.replaceAll(' ', '').length / letters);
          named.set(id, Math.max(share, named.get(id) ?? 0));
        }
      }
    }
    return named;
  }

  #concepts(
    documents: ReadonlyMap<string, Matched>,
    weight: number,
    named: ReadonlyMap<ConceptId, number>,
  ): SearchHit[] {
    const hits = new Map<ConceptId, { own: number; question?: string; best: number; covered: number }>();
    for (const [id, { score, covered }] of documents) {
      const { concept, question } = partsOfId(id);
      const value = score * (0.35 + 0.65 * (covered / weight));
      const hit = hits.get(concept) ?? { own: 0, best: 0, covered: 0 };
      if (question === undefined) hit.own = value;
      else if (value > hit.best) {
        hit.best = value;
        hit.question = question;
      }
      hit.covered = Math.max(hit.covered, covered / weight);
      hits.set(concept, hit);
    }
    const ranked = [...hits].map(([concept, { own, best, question, covered }]) => {
      const score = own + 0.6 * best + NAME_BONUS * (named.get(concept) ?? 0);
      return { concept, score, covered, ...(question !== undefined && best > own ? { question } : {}) };
    });
    ranked.sort((a, b) => b.score - a.score || (a.concept < b.concept ? -1 : 1));
    const first = ranked[0];
    if (!first || Math.max(...ranked.slice(0, 3).map(({ covered }) => covered)) < LEAST_COVERAGE) return [];
    return ranked.filter(({ score }) => score > first.score * 0.12).map(({ covered: _, ...hit }) => hit);
  }
}

const LOOK: SearchOptions = { boost: BOOSTS, processTerm: (term) => term, tokenize: (text) => [text] };
const LONGEST_QUERY = 400;
const MOST_TERMS = 16;

/** Every way of writing a name that the index accepts as the whole name, as folded tokens. */
function namesOf(concept: Concept, synonyms: Synonyms): string[] {
  const extra = synonyms.get(concept.id);
  const all = (['en', 'es'] as const).flatMap((lang) => [
    concept.terms[lang].name,
    ...concept.terms[lang].aliases,
    ...(extra?.[lang] ?? []),
  ]);
  const forms = all.map((name) => tokensOf(name).join(' '));
  return [...new Set(forms)].filter((form) => form !== '');
}
