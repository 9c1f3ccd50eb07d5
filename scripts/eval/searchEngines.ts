/**
 * `npm run eval:search -- --engines`: the same documents in other engines with their own defaults, in one run.
 * They get what a straightforward integration would give them: one document for each concept, both languages in it.
 */
import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { SearchDocument } from '../../src/core/search/documents.ts';
import { partOfId } from '../../src/core/search/documents.ts';

/** An engine under comparison: a query to concept ids, the best first. */
export interface Engine {
  readonly name: string;
  readonly rank: (query: string) => Promise<readonly string[]> | readonly string[];
}

interface Plain {
  readonly id: string;
  readonly names: string;
  readonly text: string;
}

/** All engines over the documents of the base. */
export async function otherEngines(documents: readonly SearchDocument[]): Promise<Engine[]> {
  const plain = plainDocuments(documents);
  return [
    miniSearch('MiniSearch, defaults', plain, {}),
    miniSearch('MiniSearch, prefix + fuzzy 0.2', plain, { prefix: true, fuzzy: 0.2 }),
    lunrSpanish(plain),
    fuse(plain),
    await orama(plain),
  ];
}

/** One text for each concept: everything that our own index has of it. */
function plainDocuments(documents: readonly SearchDocument[]): Plain[] {
  const byConcept = new Map<string, { names: string[]; text: string[] }>();
  for (const document of documents) {
    const { concept } = partOfId(document.id);
    const entry = byConcept.get(concept) ?? { names: [], text: [] };
    entry.names.push(document.nameEn, document.nameEs, document.aliasEn, document.aliasEs);
    entry.text.push(
      document.api,
      document.headEn,
      document.headEs,
      document.bodyEn,
      document.bodyEs,
      document.sayEn,
      document.sayEs,
    );
    byConcept.set(concept, entry);
  }
  return [...byConcept].map(([id, { names, text }]) => ({
    id,
    names: names.join(' '),
    text: text.join(' '),
  }));
}

function miniSearch(
  name: string,
  documents: readonly Plain[],
  options: { prefix?: boolean; fuzzy?: number },
): Engine {
  const index = new MiniSearch<Plain>({ fields: ['names', 'text'] });
  index.addAll(documents);
  return { name, rank: (query) => index.search(query, options).map(({ id }) => String(id)) };
}

function lunrSpanish(documents: readonly Plain[]): Engine {
  const index = lunr(function () {
    this.ref('id');
    this.field('names');
    this.field('text');
    for (const document of documents) this.add(document);
  });
  const clean = (query: string) => query.replace(/[^\p{L}\p{N}\s]+/gu, ' ');
  return { name: 'lunr, defaults', rank: (query) => index.search(clean(query)).map(({ ref }) => ref) };
}

function fuse(documents: readonly Plain[]): Engine {
  const index = new Fuse(documents, { keys: ['names', 'text'], ignoreLocation: true });
  return { name: 'Fuse.js, ignoreLocation', rank: (query) => index.search(query).map(({ item }) => item.id) };
}

async function orama(documents: readonly Plain[]): Promise<Engine> {
  const db = create({ schema: { id: 'string', names: 'string', text: 'string' } as const });
  await insertMultiple(db, [...documents]);
  return {
    name: 'Orama, defaults',
    rank: async (query) =>
      (await oramaSearch(db, { term: query, limit: 10 })).hits.map(({ document }) => String(document.id)),
  };
}
