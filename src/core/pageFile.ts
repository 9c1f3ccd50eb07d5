/**
 * The pages as they are shipped: two texts, one for each language, in which the same sections of all pages stand
 * together, in the {@link ./wordCode.ts word code}. JSON would spend two bytes on each line end and each backslash.
 */
import type { ConceptId } from './concept.ts';
import type { PageData } from './pages.ts';
import { decodeTexts, encodeTexts, SEPARATOR } from './wordCode.ts';

/** The file for some pages. */
export function pageFile({ ids, en, es, figures }: PageData): Uint8Array {
  const drawn = ids.map((id) => (Object.hasOwn(figures, id) ? figures[id]! : ''));
  const depth = Math.max(0, ...[...en, ...es].map((page) => sectionsOf(page).length));
  const columns = (pages: readonly string[]): string[] => {
    const sections = pages.map(sectionsOf);
    return Array.from({ length: depth }, (_, at) => sections.map((page) => page[at] ?? '')).flat();
  };
  return encodeTexts([
    [ids.join('\n'), ...columns(en), ...drawn].join(SEPARATOR),
    columns(es).join(SEPARATOR),
  ]);
}

/** Reads what {@link pageFile} wrote, in steps of some milliseconds. */
export function* readPageFile(file: Uint8Array): Generator<void, PageData> {
  const [en = '', es = ''] = yield* decodeTexts(file);
  const [list = '', ...english] = en.split(SEPARATOR);
  const spanish = es.split(SEPARATOR);
  yield;
  const ids: ConceptId[] = list === '' ? [] : list.split('\n');
  const drawn = ids.length > 0 ? english.splice(-ids.length) : [];
  const pages = (columns: readonly string[]): string[] =>
    ids.map((_, page) => {
      let text = '';
      for (let at = page; at < columns.length; at += ids.length) text += columns[at]!;
      return text;
    });
  const figures = Object.fromEntries(
    ids.flatMap((id, page) => (drawn[page] === '' ? [] : [[id, drawn[page] ?? '']])),
  );
  return { ids, en: pages(english), es: pages(spanish), figures };
}

/** A page in its sections; together they are the page. */
function sectionsOf(page: string): string[] {
  return page.split(/^(?=## )/m);
}
