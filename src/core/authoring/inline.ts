/** Text inside a paragraph: `code`, $formulas$, **strong**, *emphasis*, [links](id), citations and the gap of a quiz. */
import { LIMITS } from './limits.ts';
import type { Report } from './problems.ts';

/** A piece of running text. Every consumer escapes `text` itself: nothing here is HTML. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'formula'; readonly tex: string; readonly line: number }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'link';
      readonly target: string;
      readonly children: readonly Inline[];
      readonly line: number;
    }
  | { readonly kind: 'cite'; readonly ids: readonly string[]; readonly line: number }
  | { readonly kind: 'gap'; readonly answers: readonly string[] };

/** Options of {@link parseInline}. */
export interface InlineOptions {
  /** Whether `==answer==` is a gap; elsewhere it is text. */
  readonly gaps?: boolean;
}

const CITATION = /\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\]/y;
const LINK_TARGET = /\]\(([^()\s]{1,200})\)/y;
const IMAGE = /!\[[^[\]\n]{0,200}\]\([^()\n]{0,200}\)/y;
const GAP = /==([^=\n]{1,200})==/y;

/** An open `**`, `*` or `[` waiting for its other half. */
interface Opener {
  readonly mark: '**' | '*' | '[';
  readonly line: number;
  readonly at: number;
}

/** Reads one paragraph in a single pass; what never closes is text, and reported. */
export function parseInline(
  source: string,
  firstLine: number,
  report: Report,
  options: InlineOptions = {},
): Inline[] {
  const nodes: Inline[] = [];
  const openers: Opener[] = [];
  const unclosed = new Set<string>();
  let line = firstLine;
  let plain = '';
  let i = 0;

  while (i < source.length) {
    const char = source[i]!;
    if (char === '\n') {
      line += 1;
      plain += ' ';
      i += 1;
    } else if (char === '\\' && /[!-/:-@[-`{-~]/.test(source[i + 1] ?? '')) {
      plain += source[i + 1];
      i += 2;
    } else if (char === '`') i = code(i);
    else if (char === '$') i = formula(i);
    else if (char === '*') i = emphasis(i);
    else if (char === '!' && matchAt(IMAGE, i)) {
      report(line, 'remove the image: a page has at most one figure, in its own .svg file');
      i += matchAt(IMAGE, i)![0].length;
    } else if (char === '[') i = bracket(i);
    else if (char === ']') i = closeBracket(i);
    else if (char === '=' && options.gaps && matchAt(GAP, i)) {
      const [whole, answers] = matchAt(GAP, i)!;
      push({
        kind: 'gap',
        answers: answers!
          .split('|')
          .map((answer) => answer.trim())
          .filter((answer) => answer !== ''),
      });
      i += whole.length;
    } else {
      if (char === '<' && /[a-z/!]/i.test(source[i + 1] ?? ''))
        report(line, 'HTML is not read: put `<...>` in backticks', 'warning');
      plain += char;
      i += 1;
    }
  }
  flush();
  openers.forEach(giveUp);
  return nodes;

  function flush(): void {
    if (plain !== '') nodes.push({ kind: 'text', text: plain });
    plain = '';
  }

  function push(node: Inline): void {
    flush();
    nodes.push(node);
  }

  function matchAt(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(source);
  }

  /** The end of what opens at `from` with `mark`; remembers failure, so that searching stays linear. */
  function closing(mark: string, from: number): number {
    if (unclosed.has(mark)) return -1;
    const end = source.indexOf(mark, from);
    if (end < 0) unclosed.add(mark);
    return end;
  }

  function skipLines(from: number, to: number): void {
    for (let at = source.indexOf('\n', from); at >= 0 && at < to; at = source.indexOf('\n', at + 1))
      line += 1;
  }

  function code(at: number): number {
    let run = at;
    while (source[run] === '`') run += 1;
    const mark = source.slice(at, run);
    let end = closing(mark, run);
    while (end >= 0 && source[end + mark.length] === '`') {
      let after = end;
      while (source[after] === '`') after += 1;
      end = closing(mark, after);
    }
    if (end < 0) {
      report(line, 'close the inline code with the same number of backticks', 'error');
      plain += mark;
      return run;
    }
    const raw = source.slice(run, end).replace(/\n/g, ' ');
    push({ kind: 'code', text: /^ .*[^ ].* $/.test(raw) ? raw.slice(1, -1) : raw });
    skipLines(at, end);
    return end + mark.length;
  }

  function formula(at: number): number {
    if (source[at + 1] === '$') {
      report(line, 'put a display formula `$$...$$` on a line of its own');
      plain += '$$';
      return at + 2;
    }
    let end = /\s/.test(source[at + 1] ?? ' ') ? -1 : closing('$', at + 1);
    while (end >= 0 && source[end - 1] === '\\') end = closing('$', end + 1);
    if (end < 0 || /\s/.test(source[end - 1]!)) {
      report(line, 'close the formula with `$`, or write `\\$` for a dollar sign');
      plain += '$';
      return at + 1;
    }
    const tex = source.slice(at + 1, end).replace(/\n/g, ' ');
    if (tex.length > LIMITS.formula) report(line, `shorten the formula to ${LIMITS.formula} characters`);
    else push({ kind: 'formula', tex, line });
    skipLines(at, end);
    return end + 1;
  }

  function emphasis(at: number): number {
    let mark: '*' | '**' = source[at + 1] === '*' ? '**' : '*';
    // Three asterisks close what was opened last first: ***both***.
    const innermost = openers[openers.length - 1]?.mark;
    if (source.startsWith('***', at) && innermost === '*') mark = '*';
    const before = source[at - 1] ?? ' ';
    const after = source[at + mark.length] ?? ' ';
    const open = findOpener(mark);
    if (open && !/\s/.test(before)) {
      flush();
      close(open, (children) => ({ kind: mark === '**' ? 'strong' : 'em', children }));
    } else if (!/\s/.test(after)) opens(mark);
    else plain += mark;
    return at + mark.length;
  }

  function bracket(at: number): number {
    const cited = matchAt(CITATION, at);
    if (cited) {
      push({ kind: 'cite', ids: cited[1]!.split(';').map((id) => id.trim().slice(1)), line });
      return at + cited[0].length;
    }
    if (source[at + 1] === '@') report(line, 'write citations as `[@hu2021]` or `[@hu2021; @houlsby2019]`');
    opens('[');
    return at + 1;
  }

  function closeBracket(at: number): number {
    const open = findOpener('[');
    const target = open && matchAt(LINK_TARGET, at);
    flush();
    if (open && target) {
      close(open, (children) => ({ kind: 'link', target: target[1]!, children, line: open.line }));
      return at + target[0].length;
    }
    if (open) {
      if (source[at + 1] === '(') report(open.line, 'link to a concept by its id: `[QLoRA](qlora)`');
      openers.splice(openers.lastIndexOf(open), 1);
    }
    plain += ']';
    return at + 1;
  }

  /** Its mark stands as text until the other half is met. The oldest gives way, so that nesting is bounded. */
  function opens(mark: Opener['mark']): void {
    push({ kind: 'text', text: mark });
    openers.push({ mark, line, at: nodes.length - 1 });
    if (openers.length > LIMITS.nesting) giveUp(openers.shift()!);
  }

  /** The innermost opener with that mark. */
  function findOpener(mark: Opener['mark']): Opener | undefined {
    for (let k = openers.length - 1; k >= 0; k -= 1) if (openers[k]!.mark === mark) return openers[k];
    return undefined;
  }

  /** Wraps everything since `open`; openers in between never closed, and stay text. */
  function close(open: Opener, wrap: (children: readonly Inline[]) => Inline): void {
    openers.splice(openers.lastIndexOf(open)).slice(1).forEach(giveUp);
    const children = nodes.splice(open.at).slice(1);
    nodes.push(wrap(children));
  }

  function giveUp({ mark, line: at }: Opener): void {
    if (mark !== '[') report(at, `close the \`${mark}\`, or write \`\\*\` for an asterisk`);
  }
}
