/** Markdown as the readers need it: paragraphs of prose, fenced code with its language, and what is neither. */
import type { Range } from './mention.ts';

/** A Markdown text taken apart. */
export interface MarkdownParts {
  readonly paragraphs: readonly Range[];
  readonly fences: readonly Fence[];
  /** Link targets, URLs, tags, anchors and inline code: no prose. */
  readonly holes: readonly Range[];
}

/** The inside of a fenced block. */
export interface Fence extends Range {
  /** The first word after the fence, in lower case. */
  readonly language: string;
}

const HOLE =
  /\]\([^)\n]*\)|<!--[\s\S]*?-->|<\/?[A-Za-z][^<>{}]{0,300}?>|https?:\/\/[^\s)>\]]+|\[\[[^\]\n]*\]\]|(`+)[^`\n]+?\1|^\[[^\]\n]+\]:.*$|\$\$[\s\S]{0,2000}?\$\$|&[a-z]+;/gm;

/** Takes a Markdown text apart. */
export function markdownParts(text: string): MarkdownParts {
  const fences: Fence[] = [];
  const paragraphs: Range[] = [];
  let open: { readonly marker: string; readonly language: string; readonly start: number } | undefined;
  let paragraph = -1;
  /** The column that the text of the list item around begins in; 0 outside of lists. */
  let item = 0;
  let at = frontMatterEnd(text);
  paragraphs.push(...frontMatterPhrases(text, at));
  const close = (end: number): void => {
    if (paragraph >= 0 && end > paragraph) paragraphs.push({ start: paragraph, end });
    paragraph = -1;
  };
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end);
    const fence = /^[ \t>]*(```+(?!.*`)|~~~+)[ \t]*\{?\.?([\w+-]*)/.exec(line);
    if (open) {
      if (fence?.[1]?.startsWith(open.marker) && !fence[2]) {
        fences.push({ start: open.start, end: at, language: open.language });
        open = undefined;
      }
    } else if (fence) {
      close(at);
      open = { marker: fence[1]!, language: fence[2]!.toLowerCase(), start: end + 1 };
    } else if (/^\s*$/.test(line) || (paragraph < 0 && isIndentedCode(line, item))) close(at);
    else {
      const marker = /^([ \t]*(?:[-*+]|\d+[.)])[ \t]+)/.exec(line)?.[1];
      if (marker) item = width(marker);
      else if (paragraph < 0 && width(/^[ \t]*/.exec(line)![0]) < Math.min(item, 2)) item = 0;
      // headings, list items and table rows are paragraphs of their own
      if (paragraph >= 0 && /^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|\||>)/.test(line)) close(at);
      if (paragraph < 0) paragraph = at;
      if (/^\s*(?:#{1,6}\s|\|)/.test(line)) close(end);
    }
    if (newline < 0) break;
    at = newline + 1;
  }
  if (open)
    fences.push({ start: Math.min(open.start, text.length), end: text.length, language: open.language });
  else close(text.length);
  return { paragraphs, fences, holes: holesIn(text) };
}

/** Four columns further in than the text around; the text of a list item goes on where the item began. */
function isIndentedCode(line: string, item: number): boolean {
  const [indent] = /^[ \t]*/.exec(line)!;
  return width(indent) >= item + 4 && !/^\s*[*+\-\d]/.test(line);
}

function width(indent: string): number {
  return indent.replaceAll('\t', '    ').length;
}

function holesIn(text: string): Range[] {
  return [...text.matchAll(HOLE)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    return match[0].startsWith('<') ? aroundPhrases(text, start, end) : [{ start, end }];
  });
}

/** A tag without what readers of the page are told: `alt="..."` of a picture, `title="..."` of an abbreviation. */
function aroundPhrases(text: string, start: number, end: number): Range[] {
  const holes: Range[] = [];
  let from = start;
  for (const { index, 0: all, 1: name } of text.slice(start, end).matchAll(PHRASE)) {
    holes.push({ start: from, end: start + index + name!.length + 1 });
    from = start + index + all.length - 1;
  }
  return [...holes, { start: from, end }];
}

const PHRASE = /(\b(?:alt|title)=)(?:"[^"<>]*"|'[^'<>]*')/g;

/** What the matter before a text tells its readers: a title, a description; the rest is for programs. */
function frontMatterPhrases(text: string, end: number): Range[] {
  return [...text.slice(0, end).matchAll(TOLD)].map(({ index, 0: line, 1: value }) => {
    const stop = index + line.length;
    return { start: stop - value!.length, end: stop };
  });
}

const TOLD = /^(?:sub)?(?:title|description|summary):[ \t]+(\S.*)$/gm;

function frontMatterEnd(text: string): number {
  const match = /^---\n[\s\S]*?\n---(?:\n|$)/.exec(text);
  return match ? match[0].length : 0;
}
