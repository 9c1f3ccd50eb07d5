/** What of the base is indexed: one document for each concept, one for each of its questions. */
import type { ApiData } from '../api.ts';
import type { Concept, ConceptId, Lang, Question } from '../concept.ts';

/** A document of the index; each field is text of one language, or of none (`api`). */
export interface SearchDocument {
  /** The concept, or the concept and a question or description: `lora`, `lora#what-is-lora`, `lora~es3`. */
  readonly id: string;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly aliasEn: string;
  readonly aliasEs: string;
  readonly api: string;
  readonly headEn: string;
  readonly headEs: string;
  readonly bodyEn: string;
  readonly bodyEs: string;
  /** An everyday description, alone in its document so that its words count together. */
  readonly sayEn: string;
  readonly sayEs: string;
}

/** The fields with the language of their text. */
export const FIELDS = {
  nameEn: 'en',
  nameEs: 'es',
  aliasEn: 'en',
  aliasEs: 'es',
  api: undefined,
  headEn: 'en',
  headEs: 'es',
  bodyEn: 'en',
  bodyEs: 'es',
  sayEn: 'en',
  sayEs: 'es',
} as const satisfies Record<Exclude<keyof SearchDocument, 'id'>, Lang | undefined>;

/** What is indexed of pages, by language and concept. */
export type Pages = Readonly<Record<Lang, ReadonlyMap<ConceptId, IndexedPage>>>;

/** The questions of a page, answers as plain text. */
export interface IndexedPage {
  readonly questions: readonly Omit<Question, 'answerHtml'>[];
}

/** All documents of a base. `extra` are further names by concept, from the synonym list. */
export function searchDocuments(
  concepts: readonly Concept[],
  pages: Pages,
  apis: ApiData,
  extra: ReadonlyMap<ConceptId, Readonly<Record<Lang, readonly string[]>>>,
): SearchDocument[] {
  const symbols = symbolsByConcept(concepts, apis);
  return concepts.flatMap((concept) => [
    conceptDocument(concept, symbols.get(concept.id) ?? []),
    ...questionDocuments(concept, pages),
    ...descriptionDocuments(concept, extra.get(concept.id)),
  ]);
}

/** What of a concept a document is. */
export type DocumentPart =
  | { readonly concept: ConceptId; readonly kind: 'concept' | 'description' }
  | { readonly concept: ConceptId; readonly kind: 'question'; readonly question: string };

/** Splits the id of a document. */
export function partOfId(id: string): DocumentPart {
  const at = id.search(/[#~]/);
  if (at < 0) return { concept: id, kind: 'concept' };
  const concept = id.slice(0, at);
  return id[at] === '~'
    ? { concept, kind: 'description' }
    : { concept, kind: 'question', question: id.slice(at + 1) };
}

function conceptDocument(concept: Concept, symbols: readonly string[]): SearchDocument {
  const { en, es } = concept.terms;
  return {
    ...EMPTY,
    id: concept.id,
    nameEn: en.name,
    nameEs: es.name,
    aliasEn: en.aliases.join(' · '),
    aliasEs: es.aliases.join(' · '),
    api: symbols.join(' '),
    headEn: concept.summary.en,
    headEs: concept.summary.es,
  };
}

function questionDocuments(concept: Concept, pages: Pages): SearchDocument[] {
  const es = new Map(pages.es.get(concept.id)?.questions.map((question) => [question.id, question]));
  return (pages.en.get(concept.id)?.questions ?? []).map((question) => ({
    ...EMPTY,
    id: `${concept.id}#${question.id}`,
    headEn: question.question,
    headEs: es.get(question.id)?.question ?? '',
    bodyEn: question.answerText,
    bodyEs: es.get(question.id)?.answerText ?? '',
  }));
}

function descriptionDocuments(
  concept: Concept,
  extra: Readonly<Record<Lang, readonly string[]>> | undefined,
): SearchDocument[] {
  return [
    ...(extra?.en ?? []).map((text, index) => ({ ...EMPTY, id: `${concept.id}~en${index}`, sayEn: text })),
    ...(extra?.es ?? []).map((text, index) => ({ ...EMPTY, id: `${concept.id}~es${index}`, sayEs: text })),
  ];
}

const EMPTY: Omit<SearchDocument, 'id'> = {
  nameEn: '',
  nameEs: '',
  aliasEn: '',
  aliasEs: '',
  api: '',
  headEn: '',
  headEs: '',
  bodyEn: '',
  bodyEs: '',
  sayEn: '',
  sayEs: '',
};

/** API names that mean a concept first of all: triggers of its facts, and first concepts in the catalogue. */
function symbolsByConcept(concepts: readonly Concept[], apis: ApiData): Map<ConceptId, string[]> {
  const symbols = new Map<ConceptId, string[]>();
  const add = (id: ConceptId | undefined, name: string) => {
    if (id === undefined) return;
    const list = symbols.get(id);
    if (list) list.push(name);
    else symbols.set(id, [name]);
  };
  for (const concept of concepts) for (const trigger of concept.triggers) add(concept.id, lastName(trigger));
  for (const { symbols: entries } of apis.libraries) {
    for (const entry of entries) {
      add(entry.concepts[0], lastName(entry.name));
      for (const [name, argument] of Object.entries(entry.args ?? {})) add(argument.concepts[0], name);
    }
  }
  for (const [id, names] of symbols) symbols.set(id, [...new Set(names)]);
  return symbols;
}

/** `transformers.PreTrainedModel().generate(max_length=)` -> `max_length`; `config:adapter=lora` -> `adapter lora`. */
function lastName(name: string): string {
  if (name.startsWith('config:')) return name.slice('config:'.length).replace('=', ' ');
  const keyword = /\((\w+)=\)$/.exec(name);
  if (keyword) return keyword[1] ?? '';
  return name.slice(name.lastIndexOf('.') + 1).replace(/[*()]/g, '');
}
