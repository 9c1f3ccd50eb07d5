/** How the index is made: MiniSearch collects terms and lengths, with the analysis that queries get as well. */
import MiniSearch from 'minisearch';
import type { ApiData } from '../api.ts';
import type { Concept, ConceptId, Lang } from '../concept.ts';
import { formsOf, tokensOf } from './analysis.ts';
import { FIELDS, searchDocuments } from './documents.ts';
import type { Pages, SearchDocument } from './documents.ts';
import { packIndex } from './packedIndex.ts';
import type { PackedIndex } from './packedIndex.ts';
import { STOP_WORDS } from './stopWords.ts';
import { stemGroups } from './ties.ts';

/** Further names of concepts that people type but pages do not use, by concept and language. */
export type Synonyms = ReadonlyMap<ConceptId, Readonly<Record<Lang, readonly string[]>>>;

/** What `search.json` holds. */
export interface StoredIndex {
  readonly index: PackedIndex;
  /** Everyday words that mean the same, as the terms under which they are indexed. */
  readonly wordGroups: readonly (readonly string[])[];
}

/** Builds the index and gives it as JSON text. */
export function buildSearchIndex(
  concepts: readonly Concept[],
  pages: Pages,
  apis: ApiData,
  synonyms: Synonyms,
  wordGroups: readonly (readonly string[])[],
): string {
  const builder = new IndexBuilder();
  builder.add(searchDocuments(concepts, pages, apis, synonyms));
  const stored: StoredIndex = { index: builder.packed(), wordGroups: stemGroups(wordGroups) };
  return JSON.stringify(stored);
}

/** Collects documents, ours ahead and those of packs when they are read, and packs what is known of their words. */
export class IndexBuilder {
  readonly #index = new MiniSearch<SearchDocument>({
    fields: Object.keys(FIELDS),
    tokenize: (text) => tokensOf(text),
    processTerm: termsOf,
  });

  add(documents: Iterable<SearchDocument>): void {
    for (const document of documents) if (!this.#index.has(document.id)) this.#index.add(document);
  }

  packed(): PackedIndex {
    return packIndex(this.#index.toJSON());
  }
}

function termsOf(token: string, field?: string): string | string[] | null {
  if (STOP_WORDS.has(token)) return null;
  if (field === 'api') return token;
  const forms = formsOf(token, FIELDS[field as keyof typeof FIELDS]);
  // Answers are long: their stems are enough, and half the index.
  return field === 'bodyEn' || field === 'bodyEs' ? (forms.at(-1) ?? token) : forms;
}
