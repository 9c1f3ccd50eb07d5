/** Paragraphs, lists, tables, code, formulas and quotes, from lines. One pass, bounded nesting, every block with its line. */
import { parseInline, type Inline, type InlineOptions } from './inline.ts';
import { LIMITS } from './limits.ts';
import type { Report } from './problems.ts';
import { isDelimiterRow, tableCells } from './table.ts';

/** A block of a page. `line` counts from 1 in the file. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly line: number;
      readonly level: number;
      readonly text: string;
      readonly id?: string;
    }
  | { readonly kind: 'paragraph'; readonly line: number; readonly content: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly line: number;
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly Item[];
    }
  | Table
  | { readonly kind: 'code'; readonly line: number; readonly language: string; readonly text: string }
  | { readonly kind: 'formula'; readonly line: number; readonly tex: string }
  | { readonly kind: 'quote'; readonly line: number; readonly blocks: readonly Block[] };

/** One item of a list; `checked` is set for `- [x]` and `- [ ]`. */
export interface Item {
  readonly line: number;
  readonly checked?: boolean;
  readonly blocks: readonly Block[];
}

/** A table with its header row. */
export interface Table {
  readonly kind: 'table';
  readonly line: number;
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

const FENCE = /^(`{3,})[ \t]*([\w+-]*)[ \t]*$/;
const HEADING = /^(#{1,6})[ \t]+(\S.*)$/;
const HEADING_ID = /^(.*\S)[ \t]+\{#([^{}\s]{1,64})\}$/;
const MARKER = /^( {0,3})([-*]|\d{1,4}\.)[ \t]+(?=\S)/;
const CHECKBOX = /^\[([ xX])\][ \t]+/;

/** Reads the lines of a page or of a part of it; `firstLine` is the line number of `lines[0]`. */
export function parseBlocks(
  lines: readonly string[],
  firstLine: number,
  report: Report,
  options: InlineOptions = {},
  depth = 0,
): Block[] {
  const blocks: Block[] = [];
  let i = 0;
  while (i < lines.length) {
    const text = lines[i]!;
    const line = firstLine + i;
    if (text.trim() === '') i += 1;
    else if (FENCE.test(text)) code(line);
    else if (text.startsWith('$$')) formula(line);
    else if (HEADING.test(text)) heading(line);
    else if (text.startsWith('>')) quote(line);
    else if (MARKER.test(text)) list(line);
    else if (isTable(i)) table(line);
    else paragraph(line);
  }
  return blocks;

  function code(line: number): void {
    const [, fence, language] = FENCE.exec(lines[i]!)!;
    let end = i + 1;
    while (end < lines.length && lines[end]!.trimEnd() !== fence) end += 1;
    if (end === lines.length) report(line, `close the code block with a line ${fence}`);
    blocks.push({ kind: 'code', line, language: language!, text: lines.slice(i + 1, end).join('\n') });
    i = end + 1;
  }

  function formula(line: number): void {
    const body: string[] = [];
    let rest = lines[i]!.slice(2);
    let end = rest.indexOf('$$');
    while (end < 0 && i + 1 < lines.length && lines[i + 1]!.trim() !== '') {
      body.push(rest);
      rest = lines[++i]!;
      end = rest.indexOf('$$');
    }
    i += 1;
    if (end < 0) report(line, 'close the display formula with `$$` before the next blank line');
    else if (rest.slice(end + 2).trim() !== '')
      report(firstLine + i - 1, 'put nothing after the closing `$$`');
    const tex = [...body, end < 0 ? rest : rest.slice(0, end)].join('\n').trim();
    if (tex.length > LIMITS.formula) report(line, `shorten the formula to ${LIMITS.formula} characters`);
    else if (end >= 0 && tex !== '') blocks.push({ kind: 'formula', line, tex });
  }

  function heading(line: number): void {
    const [, marks, whole] = HEADING.exec(lines[i]!)!;
    const [, text, id] = HEADING_ID.exec(whole!.trimEnd()) ?? [undefined, whole!.trimEnd(), undefined];
    blocks.push({
      kind: 'heading',
      line,
      level: marks!.length,
      text: text!,
      ...(id !== undefined && { id }),
    });
    i += 1;
  }

  function quote(line: number): void {
    const inner: string[] = [];
    while (i < lines.length && lines[i]!.startsWith('>')) inner.push(lines[i++]!.replace(/^> ?/, ''));
    blocks.push({ kind: 'quote', line, blocks: nested(inner, line) });
  }

  function list(line: number): void {
    const items: Item[] = [];
    const ordered = /\d/.test(MARKER.exec(lines[i]!)![2]!);
    const start = ordered ? parseInt(MARKER.exec(lines[i]!)![2]!, 10) : 1;
    while (i < lines.length) {
      const marker = MARKER.exec(lines[i]!);
      if (!marker || /\d/.test(marker[2]!) !== ordered) break;
      items.push(item(marker[0].length));
    }
    blocks.push({ kind: 'list', line, ordered, start, items });
  }

  /** The first line after its marker, and the indented lines that follow, blank lines between them included. */
  function item(width: number): Item {
    const line = firstLine + i;
    const first = lines[i++]!.slice(width);
    const box = CHECKBOX.exec(first);
    const inner = [box ? first.slice(box[0].length) : first];
    while (i < lines.length) {
      const text = lines[i]!;
      if (text.trim() === '') {
        const next = nextText(i);
        const goesOn = /^ {2}/.test(lines[next] ?? '');
        if (!goesOn && !MARKER.test(lines[next] ?? '')) break;
        if (goesOn) for (let blank = i; blank < next; blank += 1) inner.push('');
        i = next;
        if (!goesOn) break;
      } else {
        const indented = /^ {2}/.test(text);
        if (!indented && (startsBlock(text) || lines[i - 1]!.trim() === '')) break;
        inner.push(indented ? text.slice(Math.min(width, text.search(/\S/))) : text);
        i += 1;
      }
    }
    return { line, blocks: nested(inner, line), ...(box && { checked: box[1] !== ' ' }) };
  }

  function table(line: number): void {
    const header = cells(i, line);
    i += 2;
    const rows: (readonly Inline[])[][] = [];
    while (i < lines.length && lines[i]!.includes('|') && lines[i]!.trim() !== '') {
      const row = cells(i, firstLine + i);
      if (row.length !== header.length)
        report(firstLine + i, `give the row ${header.length} cells; it has ${row.length}`);
      rows.push(row);
      i += 1;
    }
    blocks.push({ kind: 'table', line, header, rows });
  }

  function cells(at: number, line: number): Inline[][] {
    return tableCells(lines[at]!).map((cell) => parseInline(cell, line, report, options));
  }

  function paragraph(line: number): void {
    const inner: string[] = [];
    do inner.push(lines[i++]!.trim());
    while (i < lines.length && lines[i]!.trim() !== '' && !startsBlock(lines[i]!));
    if (inner[0]!.startsWith('```'))
      report(line, 'open code with three backticks and the language, nothing else: ```python');
    if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(inner[0]!))
      report(line, 'remove the rule: sections are separated by headings');
    blocks.push({ kind: 'paragraph', line, content: parseInline(inner.join('\n'), line, report, options) });
  }

  function nested(inner: readonly string[], line: number): Block[] {
    if (depth < LIMITS.nesting) return parseBlocks(inner, line, report, options, depth + 1);
    report(line, `nest lists and quotes at most ${LIMITS.nesting} deep`);
    return [];
  }

  function isTable(at: number): boolean {
    return lines[at]!.includes('|') && isDelimiterRow(lines[at + 1] ?? '');
  }

  function nextText(from: number): number {
    let at = from;
    while (at < lines.length && lines[at]!.trim() === '') at += 1;
    return at;
  }
}

/** Whether a line ends the paragraph before it without a blank line. */
function startsBlock(text: string): boolean {
  return (
    FENCE.test(text) ||
    text.startsWith('$$') ||
    HEADING.test(text) ||
    text.startsWith('>') ||
    MARKER.test(text)
  );
}
