/** What search and practice need of a pack's concept, taken while its draft is at hand: pages are not kept. */
import type { ConceptDraft } from '../authoring/base.ts';
import { blocksText } from '../authoring/plain.ts';
import type { ByLang, Concept, Lang } from '../concept.ts';
import { questionItem, type Candidate } from '../practice/exercise.ts';
import { searchDocuments, type IndexedPage, type SearchDocument } from '../search/documents.ts';

/** The questions of the concept's pages. */
export function indexedPages(draft: ConceptDraft): ByLang<IndexedPage> {
  const pageOf = (lang: Lang): IndexedPage => ({
    questions: (draft.pages[lang]?.questions ?? []).map(({ id, question, blocks }) => ({
      id,
      question,
      answerText: blocksText(blocks),
    })),
  });
  return { en: pageOf('en'), es: pageOf('es') };
}

/** The documents of a concept for the search index. */
export function packDocuments(concept: Concept, pages: ByLang<IndexedPage>): SearchDocument[] {
  const [en, es] = [new Map([[concept.id, pages.en]]), new Map([[concept.id, pages.es]])];
  return searchDocuments([concept], { en, es }, { libraries: [] }, new Map());
}

/** What the concept's page can ask: its quiz, then its questions. */
export function packCandidates({ id, pages }: ConceptDraft): Candidate[] {
  const page = pages.en ?? pages.es;
  const items = [
    ...(page?.quiz.map((item) => item.id) ?? []),
    ...(page?.questions.map((question) => questionItem(question.id)) ?? []),
  ];
  return items.map((item) => ({ concept: id, item }));
}
