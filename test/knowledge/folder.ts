/** The good folder of the fixtures, and copies of it with one thing changed. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../../src/core/authoring/base.ts';
import { checkBase } from '../../src/core/authoring/check.ts';
import { mathMl } from '../../src/core/authoring/mathml.ts';
import { formatProblem, sortProblems } from '../../src/core/authoring/problems.ts';

const GOOD = path.resolve(import.meta.dirname, '../fixtures/knowledge/good');

/** Two concepts with everything the format knows; `qlora` is planned only. */
export const good: readonly SourceFile[] = readdirSync(GOOD, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const full = path.join(entry.parentPath, entry.name);
    return { path: path.relative(GOOD, full).split(path.sep).join('/'), text: readFileSync(full, 'utf8') };
  });

/** One change: text that stands once in a file is replaced; without `from` the file gets a new text, or is removed. */
export interface Change {
  readonly file: string;
  readonly from?: string;
  readonly to: string | undefined;
}

/** The good folder with a change; fails when the text to replace is not there. */
export function changed({ file, from, to }: Change): SourceFile[] {
  const others = good.filter(({ path }) => path !== file);
  const text = good.find(({ path }) => path === file)?.text ?? '';
  if (from === undefined) return to === undefined ? others : [...others, { path: file, text: to }];
  if (!text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}`);
  return [...others, { path: file, text: text.replace(from, () => to ?? '') }];
}

/** What the check prints of a folder, without notes. */
export function complaints(files: readonly SourceFile[]): string[] {
  const seeds = new Set(['s49', 's50', 's51']);
  const base = checkBase(files, { planned: new Set(['qlora']) }, { seeds, drawFormula: mathMl, unknownKeys: 'error' });
  return sortProblems(base.problems)
    .filter(({ level }) => level !== 'note')
    .map(formatProblem);
}
