/** Files of `dist/knowledge` beside concepts and pages: the search index and the API catalogue. Add yours here. */
import path from 'node:path';
import { buildSearchIndex } from '../../src/core/search.ts';
import { compileApis } from './apis.ts';
import type { Compiled } from './build.ts';
import { KNOWLEDGE } from './files.ts';

/** Name of a file to its content: text as it is, anything else as JSON. */
export function furtherFiles(compiled: Compiled): Readonly<Record<string, unknown>> {
  const { concepts } = compiled['core.json'];
  const pages = [...compiled['pages.en.json'], ...compiled['pages.es.json']];
  return {
    'search.json': buildSearchIndex(concepts, pages),
    'apis.json': compileApis(path.join(KNOWLEDGE, 'apis'), new Set(concepts.map(({ id }) => id))).data,
  };
}
