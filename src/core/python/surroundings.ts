/** What stands around the comments and docstrings of a file: the code that they speak of, the words of the file. */
import type { Block } from '../prose.ts';
import { namedAround, namesIn, type Named } from '../prose-surroundings.ts';
import type { Program } from './program.ts';
import type { PythonTree } from './tree.ts';

/** The code before a comment on its line, else below it; the head of the function or class that a docstring tells of. */
export function codeBeside(text: string, { start, end }: Block): Block[] {
  if (text[start] !== '#') return headAbove(text, start);
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return [
    /\S/.test(text.slice(line, start))
      ? { start: line, end: start }
      : { start: end, end: codeBelow(text, end) },
  ];
}

const LINES = 3;
const FURTHEST = 600;

/** Where the code ends that follows a comment: after a few lines, or at a blank one. */
function codeBelow(text: string, from: number): number {
  let at = from;
  for (let lines = 0; lines < LINES && at < text.length; lines++) {
    const next = text.indexOf('\n', at + 1);
    const end = next < 0 ? text.length : next;
    if (!/\S/.test(text.slice(at, end)) || end - from > FURTHEST) break;
    at = end;
  }
  return at;
}

function headAbove(text: string, start: number): Block[] {
  const above = text.slice(Math.max(0, start - FURTHEST), start);
  const head =
    /(?:^|\n)[ \t]*(?:async[ \t]+)?(?:def|class)[ \t](?![\s\S]*\n[ \t]*(?:async[ \t]+)?(?:def|class)[ \t])/.exec(
      above,
    );
  return head ? [{ start: start - above.length + head.index, end: start }] : [];
}

const files = new WeakMap<PythonTree, Named>();
const notebooks = new WeakMap<Program, Named>();
const LONGEST = 60_000;

/** Whether the text around a place of a file names a concept beyond doubt; for a notebook, any of its cells. */
export function namedInProgram(program: Program, unit: PythonTree): Named {
  if (program.units.length > 1 || program.prose.length) return namedInNotebook(program);
  let named = files.get(unit);
  if (!named) files.set(unit, (named = namedAround(unit.text, program.lexicon)));
  return named;
}

/** Whether a cell of a notebook names a concept beyond doubt. */
export function namedInNotebook(program: Program): Named {
  let named = notebooks.get(program);
  if (!named) {
    const texts = [...program.prose, ...program.units.map(({ text }) => text)];
    notebooks.set(
      program,
      (named = namesIn(
        texts.map((text) => text.slice(0, LONGEST)),
        program.lexicon,
      )),
    );
  }
  return named;
}
