/** How the index is made, with the analysis that queries get as well. */
import type { ApiData } from '../api.ts';
import type { Concept, ConceptId, Lang } from '../concept.ts';
import { formsOf, tokensOf } from './analysis.ts';
import { FIELDS, partOfId, searchDocuments } from './documents.ts';
import type { Pages } from './documents.ts';
import { IndexCollector } from './indexCollector.ts';
import { packIndex } from './packedIndex.ts';
import type { IndexRules } from './packedIndex.ts';
import { searchFile } from './searchFile.ts';
import { STOP_WORDS } from './stopWords.ts';
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
  const collector = searchCollector();
  for (const document of searchDocuments(concepts, pages, apis, synonyms)) collector.add(document);
  return searchFile({ index: packIndex(collector.collected(), RULES), wordGroups: stemGroups(wordGroups) });
}

/** Takes documents: ours ahead, those of packs when they are read. */
export function searchCollector(): IndexCollector<keyof typeof FIELDS> {
  return new IndexCollector({ fields: FIELD_NAMES, words: tokensOf, terms: termsOf });
}

const FIELD_NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** What follows from the way in which words become terms. */
export const RULES: IndexRules = {
  language: (field) => (isAnswer(field) ? undefined : FIELDS[field as keyof typeof FIELDS]),
  stems: (term, language) => (term.includes(':') ? [] : formsOf(term, language as Lang).slice(1)),
  group: (document) => partOfId(document).concept,
};

function termsOf(token: string, field: keyof typeof FIELDS): readonly string[] {
  if (STOP_WORDS.has(token)) return [];
  if (field === 'api') return [token];
  const forms = formsOf(token, FIELDS[field]);
  return isAnswer(field) ? forms.slice(-1) : forms;
}

/** Answers are long: their stems are enough, and half the index. */
function isAnswer(field: string): boolean {
  return field === 'bodyEn' || field === 'bodyEs';
}
