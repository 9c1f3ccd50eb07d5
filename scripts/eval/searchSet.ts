/** The labelled queries and the measures of search quality. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A query with graded concepts: 3 is the answer, 1 is related; none for a query without an answer. */
export interface LabelledQuery {
  readonly id: string;
  readonly lang: 'en' | 'es';
  readonly q: string;
  readonly type?: string;
  readonly relevant: Readonly<Record<string, number>>;
}

/** The labels lie outside the repository; `NLP_LENS_EVAL` names another folder. */
export const EVAL_FOLDER = path.resolve(
  process.env['NLP_LENS_EVAL'] ?? path.resolve(import.meta.dirname, '../../../shared/eval'),
);

/** Reads a file of labelled queries; the message says where to get it when it is not there. */
export function readQueries(name: string): LabelledQuery[] {
  const file = path.join(EVAL_FOLDER, name);
  if (!existsSync(file))
    throw new Error(
      `${name} is not in ${EVAL_FOLDER}: set NLP_LENS_EVAL to the folder with the labelled queries`,
    );
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledQuery);
}

/** nDCG@10 with gains 2^grade - 1 (Järvelin and Kekäläinen 2002, as in most tools). */
export function ndcg(ranking: readonly string[], relevant: Readonly<Record<string, number>>): number {
  const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
  const sum = (grades: readonly number[]) =>
    grades.slice(0, 10).reduce((total, grade, place) => total + gain(grade, place), 0);
  const ideal = sum(Object.values(relevant).sort((a, b) => b - a));
  return ideal === 0 ? 0 : sum(ranking.map((id) => relevant[id] ?? 0)) / ideal;
}

/** Whether a query belongs to the part kept aside: decided by its id, so that it never changes. */
export function isKeptAside(query: LabelledQuery): boolean {
  let hash = 7;
  for (const character of query.id) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % 3 === 0;
}
