/**
 * What a page has word for word in both languages (code, formulas, citations, ids, names, numbers) is kept in the
 * English one alone: the other has a mark for it. Marks are control characters, which Markdown has not; each says how
 * far its part is from the one that follows the last part that was found.
 */

/** The page with marks in place of what its twin has too. */
export function withMarks(page: string, twin: string): string {
  if (ANY_MARK.test(page)) throw new RangeError('a page holds control characters');
  const shared = textsOf(twin);
  let marked = '';
  let last = 0;
  let next = 0;
  for (const { start, end } of partsOf(page)) {
    const text = page.slice(start, end);
    const distance = DISTANCES.find((far) => shared[next + far] === text);
    if (distance === undefined) continue;
    marked += page.slice(last, start) + String.fromCharCode(MARKS[distance - NEAREST]!);
    last = end;
    next += distance + 1;
  }
  return marked + page.slice(last);
}

/** Puts back what {@link withMarks} left out; a page without marks stays as it is. */
export function withoutMarks(marked: string, twin: string): string {
  if (!ANY_MARK.test(marked)) return marked;
  const shared = textsOf(twin);
  let next = 0;
  return marked.replace(EACH_MARK, (mark) => {
    const place = next + MARKS.indexOf(mark.charCodeAt(0)) + NEAREST;
    next = place + 1;
    return shared[place] ?? '';
  });
}

/** Control characters but white space; those below 7 are left to the {@link ./wordCode.ts word code}. */
const MARKS: readonly number[] = [7, 8, 11, 12, ...Array.from({ length: 18 }, (_, index) => 14 + index)];
const NEAREST = -10;
const DISTANCES = MARKS.map((_, index) => index + NEAREST).sort((a, b) => Math.abs(a) - Math.abs(b) || b - a);
// eslint-disable-next-line no-control-regex
const ANY_MARK = /[\x07\x08\x0b\x0c\x0e-\x1f]/;
const EACH_MARK = new RegExp(ANY_MARK, 'g');

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Within a line of prose: formulas, code, citations, targets of links, ids of questions and quiz items, names, numbers. */
const IN_PROSE =
  /\$\$[^$]+\$\$|\$[^$]+\$|`[^`]+`|\[@[^\]]+\]|\]\([^)\s]+\)|\{#[\w-]+\}|(?<=^### )[\w-]+(?= \()|\b[A-Z]\w*[A-Z0-9][\w.-]*\b|\b\d+\b/g;
const LINE = /[^\n]+/g;
const FENCE = '```';

/** The parts of a page that languages share, and lines of code as a whole. */
function* partsOf(page: string): Generator<Part> {
  let inCode = false;
  for (const { 0: line, index } of page.matchAll(LINE)) {
    const isFence = line.startsWith(FENCE);
    if (isFence) inCode = !inCode;
    if (isFence || inCode) yield { start: index, end: index + line.length };
    else
      for (const { 0: part, index: start } of line.matchAll(IN_PROSE))
        yield { start: index + start, end: index + start + part.length };
  }
}

function textsOf(page: string): string[] {
  return Array.from(partsOf(page), ({ start, end }) => page.slice(start, end));
}
