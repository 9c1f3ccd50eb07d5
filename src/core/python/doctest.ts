/** Examples in docstrings and Markdown: `>>>` with what follows it, and Python fences, as code of their own. */
import type { Block } from '../prose.ts';

/** Code taken out of a text line by line. */
export interface Code {
  readonly text: string;
  readonly lines: readonly Line[];
}

/** Where a line of the code begins, in the code and in the text that it was taken from. */
export interface Line {
  readonly from: number;
  readonly at: number;
}

/** A block of text without its examples, and their code. */
export interface Examples {
  readonly prose: readonly Block[];
  readonly code: Code;
}

/** The examples of a docstring; nothing where it has none. What they print is neither prose nor code. */
export function examplesIn(text: string, { start, end }: Block): Examples | undefined {
  const body = text.slice(start, end);
  if (!body.includes('>>>') && !body.includes('```py')) return undefined;
  const prose: Block[] = [];
  const taken = new Taken();
  let state: 'prose' | 'code' | 'output' = 'prose';
  let fence: { readonly indent: number; readonly plain: boolean } | undefined;
  for (let at = start; at < end;) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 || newline > end ? end : newline;
    const line = text.slice(at, stop);
    const prompt = /^[ \t]*(?:>>>|\.\.\.)(?: |$)/.exec(line)?.[0];
    if (/^[ \t]*```/.test(line)) {
      fence = fence ? undefined : fenceOf(text, line, stop, end);
      state = 'prose';
    } else if (fence?.plain) taken.add(line, Math.min(fence.indent, indentOf(line)), at);
    else if (prompt && (prompt.includes('>') || state === 'code')) {
      taken.add(line, prompt.length, at);
      state = 'code';
    } else if (line.trim() === '') state = 'prose';
    else if (state !== 'prose') state = 'output';
    if (state === 'prose' && !fence) addLine(prose, at, stop);
    at = stop + 1;
  }
  return taken.lines.length ? { prose, code: taken.code() } : undefined;
}

/** A Python block of Markdown, which may be a session with prompts. */
export function fencedCode(text: string, block: Block): Code {
  const body = text.slice(block.start, block.end);
  const session = /^[ \t]*>>>/m.test(body) ? examplesIn(text, block) : undefined;
  return session?.code ?? { text: body, lines: [{ from: 0, at: block.start }] };
}

/** A fence opens here: of other languages nothing is read, and in one with prompts only what follows them. */
function fenceOf(
  text: string,
  line: string,
  from: number,
  end: number,
): { readonly indent: number; readonly plain: boolean } {
  const close = text.indexOf('```', from);
  const body = text.slice(from, close < 0 ? end : Math.min(close, end));
  const isPython = /^[ \t]*```+[ \t]*(?:py|python3?|pycon)\b/.test(line);
  return { indent: indentOf(line), plain: isPython && !body.includes('>>>') };
}

class Taken {
  readonly lines: Line[] = [];
  readonly #texts: string[] = [];
  #length = 0;

  add(line: string, skipped: number, at: number): void {
    this.lines.push({ from: this.#length, at: at + skipped });
    this.#texts.push(line.slice(skipped));
    this.#length += line.length - skipped + 1;
  }

  code(): Code {
    return { text: this.#texts.join('\n'), lines: this.lines };
  }
}

function addLine(blocks: Block[], start: number, end: number): void {
  const last = blocks.at(-1);
  if (last?.end === start - 1) blocks[blocks.length - 1] = { start: last.start, end };
  else blocks.push({ start, end });
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)![0].length;
}
