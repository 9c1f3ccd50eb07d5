/** What stands around the comments and docstrings of a file: the code that they speak of, the words of the file. */
import type { ConceptId } from '../concept.ts';
import type { Block, Level } from '../prose.ts';
import { namedAround, namesIn, type Named, type Surroundings } from '../prose-surroundings.ts';
import type { Reading } from './mentions.ts';
import type { Program } from './program.ts';
import type { PythonTree } from './tree.ts';

/** What stands around a comment or docstring; read when its own words leave a doubt, which most do not. */
export class AroundProse implements Surroundings {
  readonly isCode = true;
  #inCode: ReadonlySet<ConceptId> | undefined;

  constructor(
    private readonly reading: Reading,
    private readonly unit: PythonTree,
    private readonly block: Block,
    readonly level: Level,
  ) {}

  near(): readonly Block[] {
    return codeBeside(this.unit.text, this.block);
  }

  named(concept: ConceptId, at: number): boolean {
    return namedInProgram(this.reading.program, this.unit)(concept, at);
  }

  /** Whether a name in the code that a comment speaks of means the concept by itself. */
  isInCode(concept: ConceptId): boolean {
    if (this.unit.text[this.block.start] !== '#') return false;
    this.#inCode ??= this.#conceptsInCode();
    return this.#inCode.has(concept);
  }

  #conceptsInCode(): ReadonlySet<ConceptId> {
    const { conventional } = this.reading.ownNames;
    const code = this.near().map(({ start, end }) => this.unit.text.slice(start, end));
    const names = code.flatMap((part) => part.match(/[A-Za-z_]\w{2,}/g) ?? []);
    return new Set(names.flatMap((name) => conventional(name)?.mention.concept ?? []));
  }
}

/** The code before a comment on its line, else below it; the head of the function or class that a docstring tells of. */
function codeBeside(text: string, { start, end }: Block): Block[] {
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
function namedInProgram(program: Program, unit: PythonTree): Named {
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
