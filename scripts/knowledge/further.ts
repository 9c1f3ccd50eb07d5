/** Files of `dist/knowledge` beside concepts and pages: the search index and the API catalogue. Add yours here. */
import path from 'node:path';
import type { ApiData } from '../../src/core/api.ts';
import type { Lang } from '../../src/core/concept.ts';
import { openPages } from '../../src/core/pages.ts';
import { buildSearchIndex } from '../../src/core/search/buildIndex.ts';
import { compileApis } from './apis.ts';
import type { Compiled } from './build.ts';
import { KNOWLEDGE } from './files.ts';
import { readSynonyms, readWordGroups } from './synonyms.ts';

/** Name of a file to its content: bytes as they are, anything else as JSON. */
export function furtherFiles(compiled: Compiled): Readonly<Record<string, unknown>> {
  const { concepts } = compiled['core.json'];
  const opened = openPages(compiled['pages.json'], concepts);
  const byId = (lang: Lang) => new Map(concepts.flatMap(({ id }) => {
    const page = opened.page(id, lang);
    return page ? [[id, page] as const] : [];
  }));
  const pages = { en: byId('en'), es: byId('es') };
  const apis: ApiData = compileApis(path.join(KNOWLEDGE, 'apis'), new Set(concepts.map(({ id }) => id))).data;
  return { 'search.bin': buildSearchIndex(concepts, pages, apis, readSynonyms(), readWordGroups()), 'apis.json': apis };
}
