/** How the index is made: MiniSearch collects terms and lengths, with the analysis that queries get as well. */
import MiniSearch from 'minisearch';
import type { ApiData } from '../api.ts';
import type { Concept, ConceptId, Lang } from '../concept.ts';
import { formsOf, tokensOf } from './analysis.ts';
import { collectedIndex } from './collectedIndex.ts';
import { FIELDS, partOfId, searchDocuments } from './documents.ts';
import type { Pages, SearchDocument } from './documents.ts';
import { packIndex } from './packedIndex.ts';
import type { IndexRules } from './packedIndex.ts';
import { searchFile } from './searchFile.ts';
import { STOP_WORDS } from './stopWords.ts';
import type { ReadIndex } from './termTable.ts';
import { stemGroups } from './ties.ts';

/** Further names of concepts that people type but pages do not use, by concept and language. */
export type Synonyms = ReadonlyMap<ConceptId, Readonly<Record<Lang, readonly string[]>>>;

/** Builds the index and gives it as the file that is shipped. */
export function buildSearchIndex(
  concepts: readonly Concept[],
  pages: Pages,
  apis: ApiData,
  synonyms: Synonyms,
  wordGroups: readonly (readonly string[])[],
): Uint8Array {
  const builder = new IndexBuilder();
  builder.add(searchDocuments(concepts, pages, apis, synonyms));
  return searchFile({ index: packIndex(builder.collected(), RULES), wordGroups: stemGroups(wordGroups) });
}

/** Collects documents, ours ahead and those of packs when they are read. */
export class IndexBuilder {
  readonly #index = new MiniSearch<SearchDocument>({
    fields: Object.keys(FIELDS),
    tokenize: (text) => tokensOf(text),
    processTerm: termsOf,
  });

  add(documents: Iterable<SearchDocument>): void {
    for (const document of documents) if (!this.#index.has(document.id)) this.#index.add(document);
  }

  collected(): ReadIndex {
    return collectedIndex(this.#index.toJSON());
  }
}

/** What follows from the way in which words become terms. */
export const RULES: IndexRules = {
  language: (field) => (isAnswer(field) ? undefined : FIELDS[field as keyof typeof FIELDS]),
  stems: (term, language) => (term.includes(':') ? [] : formsOf(term, language as Lang).slice(1)),
  group: (document) => partOfId(document).concept,
};

function termsOf(token: string, field?: string): string | string[] | null {
  if (STOP_WORDS.has(token)) return null;
  if (field === 'api') return token;
  const forms = formsOf(token, FIELDS[field as keyof typeof FIELDS]);
  return isAnswer(field) ? (forms.at(-1) ?? token) : forms;
}

/** Answers are long: their stems are enough, and half the index. */
function isAnswer(field: string | undefined): boolean {
  return field === 'bodyEn' || field === 'bodyEs';
}
