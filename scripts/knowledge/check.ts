/** `check`: every problem as `file:line: what to do`, then the figures that show whether the quiz is fair. */
import path from 'node:path';
import { checkBase } from '../../src/core/authoring/check.ts';
import { formatProblem, sortProblems } from '../../src/core/authoring/problems.ts';
import { compileApis } from './apis.ts';
import { KNOWLEDGE, keysOf, knowledgeFiles } from './files.ts';
import { openFormulas } from './formulas.ts';
import { schema } from './schema.ts';
import { seedOverlap } from './seedOverlap.ts';
import { quizStatistics } from './quizStatistics.ts';
import { readTables } from './tables.ts';

/** Prints the problems; 1 when one of them is an error. Notes are counted, and listed with `--notes`. */
export function check(args: readonly string[]): number {
  const seeds = keysOf('seed-questions.yaml');
  const planned = keysOf('planned.yaml');
  const formulas = openFormulas();
  const options = { drawFormula: formulas.mathMl, unknownKeys: 'error' as const, ...(seeds.size > 0 && { seeds }) };
  const tables = readTables(KNOWLEDGE);
  const cited = new Set(tables.sources.map(({ source }) => source));
  const base = checkBase(knowledgeFiles(), { planned, cited }, options);
  formulas.save();
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const problems = sortProblems(base.problems).filter(({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
  for (const problem of problems) {
    if (problem.level !== 'note' || args.includes('--notes')) console.log(formatProblem({ ...problem, file: `knowledge/${problem.file}` }));
  }
  const apis = compileApis(path.join(KNOWLEDGE, 'apis'), new Set([...planned, ...base.concepts.map(({ id }) => id)]));
  for (const problem of apis.problems) console.log(path.relative(process.cwd(), problem));
  const known = keysOf('sources.yaml');
  const unknown = tables.sources.filter(({ source }) => !known.has(source));
  for (const { file, id, source } of unknown) console.log(`knowledge/${file}: ${id}: add \`${source}\` to sources.yaml, or correct it`);
  const count = (level: string) => problems.filter((problem) => problem.level === level).length;
  // Figures of the whole base say nothing to somebody who asked about one page.
  if (wanted.length === 0) console.log(quizStatistics(base.concepts));
  const where = wanted.length === 0 ? `${base.concepts.length} concepts` : wanted.join(' ');
  console.log(`${where}: ${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes`);
  const stale = schema(['--check']);
  const copied = wanted.length === 0 ? seedOverlap(base, 'quiet') : 0;
  return count('error') + apis.problems.length + unknown.length + stale + copied > 0 ? 1 : 0;
}
