/** What of the base is indexed: one document for each concept, one for each of its questions. */
import type { ApiData } from '../api.ts';
import type { Concept, ConceptId, Lang, Page } from '../concept.ts';

/** A document of the index; each field is text of one language, or of none (`api`). */
export interface SearchDocument {
  /** The concept, or the concept and the question: `lora`, `lora#what-is-lora`. */
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
} as const satisfies Record<Exclude<keyof SearchDocument, 'id'>, Lang | undefined>;

/** Pages by language and concept. */
export type Pages = Readonly<Record<Lang, ReadonlyMap<ConceptId, Page>>>;

/** All documents of a base. `extra` are further names by concept, from the synonym list. */
export function searchDocuments(
  concepts: readonly Concept[],
  pages: Pages,
  apis: ApiData,
  extra: ReadonlyMap<ConceptId, Readonly<Record<Lang, readonly string[]>>>,
): SearchDocument[] {
  const symbols = symbolsByConcept(concepts, apis);
  return concepts.flatMap((concept) => [
    conceptDocument(concept, pages, symbols.get(concept.id) ?? [], extra.get(concept.id)),
    ...questionDocuments(concept, pages),
  ]);
}

/** Splits the id of a document. */
export function partsOfId(id: string): { concept: ConceptId; question?: string } {
  const at = id.indexOf('#');
  return at < 0 ? { concept: id } : { concept: id.slice(0, at), question: id.slice(at + 1) };
}

function conceptDocument(
  concept: Concept,
  pages: Pages,
  symbols: readonly string[],
  extra: Readonly<Record<Lang, readonly string[]>> | undefined,
): SearchDocument {
  const { en, es } = concept.terms;
  return {
    id: concept.id,
    nameEn: en.name,
    nameEs: es.name,
    aliasEn: [...en.aliases, ...(extra?.en ?? [])].join(' · '),
    aliasEs: [...es.aliases, ...(extra?.es ?? [])].join(' · '),
    api: symbols.join(' '),
    headEn: concept.summary.en,
    headEs: concept.summary.es,
    bodyEn: bodyOf(pages.en.get(concept.id)),
    bodyEs: bodyOf(pages.es.get(concept.id)),
  };
}

function questionDocuments(concept: Concept, pages: Pages): SearchDocument[] {
  const es = new Map(pages.es.get(concept.id)?.questions.map((question) => [question.id, question]));
  return (pages.en.get(concept.id)?.questions ?? []).map((question) => ({
    id: `${concept.id}#${question.id}`,
    nameEn: '',
    nameEs: '',
    aliasEn: '',
    aliasEs: '',
    api: '',
    headEn: question.question,
    headEs: es.get(question.id)?.question ?? '',
    bodyEn: question.answerText,
    bodyEs: es.get(question.id)?.answerText ?? '',
  }));
}

/** What the page says in running text, without its formulas and code. */
function bodyOf(page: Page | undefined): string {
  if (!page) return '';
  return page.sections
    .filter(({ kind }) => kind !== 'code')
    .map(({ html }) =>
      html
        .replace(/<math[^]*?<\/math>/g, ' ')
        .replace(/<[^>]+>/g, ' ')
        .replace(/&[a-z#0-9]+;/g, ' '),
    )
    .join(' ');
}

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
