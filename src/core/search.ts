/** Concept search: one MiniSearch index for both languages, built ahead with the options that read it. */
import MiniSearch from 'minisearch';
import type { Options } from 'minisearch';
import type { Concept, ConceptId, Page } from './concept.ts';
import { fold, words } from './text.ts';

/** What is indexed of a concept. Field names are what a match is explained with. */
interface SearchDocument {
  readonly id: ConceptId;
  readonly names: string;
  readonly aliases: string;
  readonly api: string;
  readonly questions: string;
  readonly summary: string;
  readonly body: string;
}

/** One concept that a query found. */
export interface SearchHit {
  readonly concept: ConceptId;
  readonly score: number;
  /** Id of the question that matched better than the concept itself. */
  readonly question?: string;
}

/** An open index. */
export interface ConceptSearch {
  /** The best concepts first; empty where nothing matches well. */
  search(query: string, limit?: number): SearchHit[];
}

/** Builds the index and gives it as JSON text. */
export function buildSearchIndex(concepts: readonly Concept[], pages: readonly Page[]): string {
  const index = new MiniSearch<SearchDocument>(OPTIONS);
  const pagesOf = (id: ConceptId) => pages.filter((page) => page.id === id);
  index.addAll(concepts.map((concept) => documentOf(concept, pagesOf(concept.id))));
  return JSON.stringify(index);
}

/** Opens an index that {@link buildSearchIndex} made. */
export function openSearchIndex(json: string): ConceptSearch {
  const index = MiniSearch.loadJSON<SearchDocument>(json, OPTIONS);
  return {
    search(query, limit = 20) {
      return index
        .search(query)
        .slice(0, limit)
        .map((hit) => ({ concept: hit.id as ConceptId, score: hit.score }));
    },
  };
}

const OPTIONS: Options<SearchDocument> = {
  fields: ['names', 'aliases', 'api', 'questions', 'summary', 'body'],
  tokenize: (text) =>
    words(text).flatMap(({ text: word }) => [word, ...(word.includes('_') ? word.split('_') : [])]),
  processTerm: (term) => fold(term),
  searchOptions: {
    boost: { names: 8, aliases: 6, api: 4, questions: 2, summary: 2 },
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  },
};

function documentOf(concept: Concept, pages: readonly Page[]): SearchDocument {
  const both = [concept.terms.en, concept.terms.es];
  return {
    id: concept.id,
    names: both.map((term) => term.name).join('\n'),
    aliases: both.flatMap((term) => term.aliases).join('\n'),
    api: concept.triggers.join('\n'),
    questions: pages.flatMap((page) => page.questions.map(({ question }) => question)).join('\n'),
    summary: `${concept.summary.en}\n${concept.summary.es}`,
    body: pages.flatMap((page) => page.questions.map(({ answerText }) => answerText)).join('\n'),
  };
}
