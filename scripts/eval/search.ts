/**
 * `npm run eval:search`: nDCG@10 and first-place rate by language and by type of query, and the share of off-topic
 * queries that are answered. `--interim` adds the planned concepts that have no page yet, by their names alone;
 * `--misses` prints every query whose first hit is not an answer.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openSearchIndex } from '../../src/core/search/conceptSearch.ts';
import { isKeptAside, ndcg, readQueries } from './searchSet.ts';
import type { LabelledQuery } from './searchSet.ts';

interface Result {
  readonly query: LabelledQuery;
  readonly ranking: readonly string[];
  readonly score: number;
  readonly first: boolean;
}

const json = readFileSync(path.resolve(import.meta.dirname, '../../dist/knowledge/search.json'), 'utf8');
const index = openSearchIndex(json);
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
