/** Python inside of another text: examples in docstrings, blocks of Markdown. */
import type { Engine } from '../engine.ts';
import type { Mention } from '../mention.ts';
import type { Code, Line } from './doctest.ts';
import { blankMagics } from './magics.ts';
import { pythonMentionAt, readingOf, type Reading } from './mentions.ts';
import { programOf, programWith, type Program } from './program.ts';
import { parsePython, type PythonTree } from './tree.ts';
import { pythonMentionsIn } from './wholeFile.ts';

/** Code out of one text, read together: what one part names, the later ones know. */
export interface Excerpts {
  readonly reading: Reading;
  readonly parts: readonly Excerpt[];
}

interface Excerpt {
  readonly unit: PythonTree;
  readonly lines: readonly Line[];
}

/**
 * The blocks of a Markdown text, which share names as the cells of a notebook do. Without imports they are about what
 * the prose around them is about.
 */
export function excerptsOf(engine: Engine, codes: readonly Code[], prose: readonly string[]): Excerpts {
  const parts = codes.map(partOf);
  const units = parts.map(({ unit }) => unit);
  const program = programOf(units, engine, prose);
  return { reading: readingOf(engine, program), parts };
}

/** The examples of one docstring, which know the names of the file around them. */
export function excerptsWithin(engine: Engine, program: Program, code: Code): Excerpts {
  const part = partOf(code);
  return {
    reading: { ...readingOf(engine, programWith(program, part.unit)), isExcerpt: true },
    parts: [part],
  };
}

/** All mentions, at their offsets in the text around. */
export function mentionsInExcerpts({ reading, parts }: Excerpts): Mention[] {
  return parts.flatMap((part) => pythonMentionsIn(reading, part.unit).map((mention) => moved(mention, part)));
}

/** The mention under an offset of the text around, with the call that it belongs to. */
export function mentionInExcerpts({ reading, parts }: Excerpts, offset: number): Mention | undefined {
  for (const part of parts) {
    const line = lastBefore(part.lines, ({ at }) => at <= offset);
    const inside = line && line.from + offset - line.at;
    if (inside === undefined || inside > endOf(part, line!)) continue;
    const mention = pythonMentionAt(reading, part.unit, inside);
    if (mention) return moved(mention, part);
  }
  return undefined;
}

function partOf({ text, lines }: Code): Excerpt {
  return { unit: parsePython(blankMagics(text)), lines };
}

/** Names do not span lines; what does is at its first one. */
function moved(mention: Mention, { lines }: Excerpt): Mention {
  const { start, end } = mention.range;
  const line = lastBefore(lines, ({ from }) => from <= start)!;
  const at = start - line.from + line.at;
  return { ...mention, range: { start: at, end: at + end - start } };
}

/** Where the lines that begin with this one and go on without a gap end. */
function endOf({ unit, lines }: Excerpt, line: Line): number {
  const next = lines[lines.indexOf(line) + 1];
  return next ? next.from - 1 : unit.text.length;
}

function lastBefore(lines: readonly Line[], isBefore: (line: Line) => boolean): Line | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(lines[middle]!)) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}
