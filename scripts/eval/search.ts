/**
 * `npm run eval:search`: nDCG@10 and first-place rate by language and by type of query, and the share of off-topic
 * queries that are answered. `--interim` adds the planned concepts that have no page yet, by their names alone;
 * `--misses` prints every query whose first hit is not an answer.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ApiData } from '../../src/core/api.ts';
import type { Lang } from '../../src/core/concept.ts';
import type { CoreData } from '../../src/core/knowledge.ts';
import { openPages } from '../../src/core/pages.ts';
import { searchDocuments } from '../../src/core/search/documents.ts';
import { readSynonyms } from '../knowledge/synonyms.ts';
import { otherEngines } from './searchEngines.ts';
import { openSearchIndex } from '../../src/core/search/conceptSearch.ts';
import { isKeptAside, ndcg, readQueries } from './searchSet.ts';
import type { LabelledQuery } from './searchSet.ts';

interface Result {
  readonly query: LabelledQuery;
  readonly ranking: readonly string[];
  readonly score: number;
  readonly first: boolean;
}

const COMPILED = path.resolve(import.meta.dirname, '../../dist/knowledge');
const file = readFileSync(path.join(COMPILED, 'search.bin'));
const index = openSearchIndex(
  file,
  (JSON.parse(readFileSync(path.join(COMPILED, 'core.json'), 'utf8')) as CoreData).concepts,
);
const results = readQueries('search-queries.jsonl').map((query): Result => {
  const ranking = index.search(query.q, 10).map((hit) => hit.concept);
  return {
    query,
    ranking,
    score: ndcg(ranking, query.relevant),
    first: (query.relevant[ranking[0] ?? ''] ?? 0) >= 3,
  };
});

const groups: [string, (result: Result) => boolean][] = [
  ['all', () => true],
  ['used for tuning', ({ query }) => !isKeptAside(query)],
  ['kept aside', ({ query }) => isKeptAside(query)],
  ['es', ({ query }) => query.lang === 'es'],
  ['en', ({ query }) => query.lang === 'en'],
  ...[...new Set(results.map(({ query }) => query.type ?? ''))]
    .sort()
    .map((type): [string, (result: Result) => boolean] => [type, ({ query }) => query.type === type]),
];
console.log('queries'.padEnd(18), 'n'.padStart(4), 'nDCG@10', 'first');
for (const [name, belongs] of groups) {
  const group = results.filter(belongs);
  const mean = (value: (result: Result) => number) =>
    (group.reduce((sum, result) => sum + value(result), 0) / group.length).toFixed(3);
  console.log(
    name.padEnd(18),
    String(group.length).padStart(4),
    mean(({ score }) => score).padStart(7),
    mean(({ first }) => Number(first)).padStart(5),
  );
}
const off = readQueries('search-offtopic.jsonl');
const answered = off.filter(({ q }) => index.search(q).length > 0);
console.log(`off-topic answered ${answered.length} of ${off.length}`, answered.map(({ q }) => q).join(' | '));

if (process.argv.includes('--engines')) void compareEngines();

async function compareEngines(): Promise<void> {
  const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(COMPILED, name), 'utf8')) as T;
  const { concepts } = read<CoreData>('core.json');
  const pages = openPages(read('pages.json'), concepts);
  const rendered = (lang: Lang) =>
    new Map(concepts.flatMap(({ id }) => pages.page(id, lang) ?? []).map((page) => [page.id, page]));
  const documents = searchDocuments(
    concepts,
    { en: rendered('en'), es: rendered('es') },
    read<ApiData>('apis.json'),
    readSynonyms(),
  );
  for (const engine of await otherEngines(documents)) {
    const scores = { en: [] as number[], es: [] as number[] };
    for (const query of results.map(({ query: labelled }) => labelled))
      scores[query.lang].push(ndcg(await engine.rank(query.q), query.relevant));
    const mean = (values: readonly number[]) =>
      (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
    console.log(engine.name.padEnd(32), 'es', mean(scores.es), 'en', mean(scores.en));
  }
}

if (process.argv.includes('--misses')) {
  for (const { query, ranking, score } of results.filter(
    ({ first, score: value }) => !first || value < 0.7,
  )) {
    console.log(
      `${score.toFixed(2)} ${query.type} «${query.q}» -> ${ranking.slice(0, 5).join(' ')} | wanted ${Object.entries(
        query.relevant,
      )
        .map(([id, grade]) => `${id}:${grade}`)
        .join(' ')}`,
    );
  }
}
