/** Mentions in Markdown and plain prose, with fenced code read by the reader of its language. */
import type { Engine } from './engine.ts';
import { termMention } from './engine.ts';
import { markdownParts, type Fence, type MarkdownParts } from './markdown.ts';
import type { Mention, Range } from './mention.ts';
import { withCodeNames, type NameReading } from './prose-names.ts';
import { evidenceIn, higher, termsIn, type Level } from './prose.ts';
import { namedAround } from './prose-surroundings.ts';
import { fencedCode } from './python/doctest.ts';
import { excerptsOf, mentionsInExcerpts, type Excerpts } from './python/excerpts.ts';
import { fileImports, LANGUAGE } from './python/imports.ts';
import { ownNamesOf } from './python/ownNames.ts';
import type { Program } from './python/program.ts';
import { namedInNotebook } from './python/surroundings.ts';
import { shellMentions } from './shell.ts';
import { withSpecialTokens } from './specialTokens.ts';
import { structuredMentions, type Notation } from './structured.ts';
import type { TermMatch } from './lexicon.ts';

/** A Markdown text read: its mentions, and its Python blocks, where hovering one place shows more than the list. */
export interface ProseReading {
  readonly mentions: readonly Mention[];
  readonly python: Excerpts | undefined;
}

/** What a text belongs to: for a cell of a notebook its code, and what the place of the file says. */
export interface Belonging {
  readonly program?: Program | undefined;
  readonly isInField?: boolean;
}

/** Reads a Markdown text. */
export function readProse(
  engine: Engine,
  text: string,
  { program, isInField = false }: Belonging = {},
): ProseReading {
  const parts = markdownParts(text);
  const python = pythonFences(engine, text, parts);
  const code = program ?? python?.reading.program;
  const words = levelOf(engine, text, parts, code);
  const level = isInField ? higher(words) : words;
  const named = program ? namedInNotebook(program) : namedAround(text, engine.lexicon);
  const headings = headingsOver(text, parts.paragraphs);
  const names = namesIn(engine, text, parts.holes, code, level);
  const found = parts.paragraphs.flatMap((block, i) => {
    const terms = termsIn(text, block, engine.lexicon, { level, named, near: () => headings[i]! })
      .filter((match) => isProse(text, match, parts.holes))
      .flatMap((match) => termMention(engine, match, text) ?? []);
    const known = names ? withCodeNames(engine, text, block, terms, names) : terms;
    return level > 0 ? withSpecialTokens(engine, text, block, known) : known;
  });
  const commands = inlineCommands(engine, text, parts.holes, level);
  const taken = new Set(commands.map(({ range }) => range.start));
  const mentions = [
    ...commands,
    ...found.filter(({ range }) => !taken.has(range.start)),
    ...(python ? mentionsInExcerpts(python) : []),
    ...otherFences(engine, text, parts.fences, level),
  ].sort((a, b) => a.range.start - b.range.start);
  return { mentions, python };
}

/** The heading that each paragraph stands under. */
function headingsOver(text: string, paragraphs: readonly Range[]): readonly (readonly Range[])[] {
  let heading: readonly Range[] = [];
  return paragraphs.map((one) => {
    if (text[one.start] === '#') heading = [one];
    return heading;
  });
}

/**
 * How names are read: those of libraries in a text about machine learning, what names say by themselves only in one about
 * language; in inline code too, but not in links, tags and the names of pictures.
 */
function namesIn(
  engine: Engine,
  text: string,
  holes: readonly Range[],
  code: Program | undefined,
  level: Level,
): NameReading | undefined {
  if (level === 0) return undefined;
  const roots = new Set([...(code ? fileImports(code).roots : []), ...(level === 2 ? [LANGUAGE] : [])]);
  const { inProse } = ownNamesOf(engine, { level, roots });
  return {
    inCode: level === 2 ? inProse : () => undefined,
    isName(range) {
      const hole = holeAt(holes, range.start);
      const isFree = !hole || hole.end <= range.start || text[hole.start] === '`';
      return isFree && !isPictureName(text, range);
    },
  };
}

const ABOUT_LANGUAGE = 6;

/** What the text is about: the code of the notebook or of its own blocks, else the terms in the text itself. */
function levelOf(engine: Engine, text: string, parts: MarkdownParts, program: Program | undefined): Level {
  const imported = program ? fileImports(program).level : 0;
  if (imported === 2) return 2;
  const matches = parts.paragraphs.flatMap(({ start, end }) => engine.lexicon.scan(text, start, end));
  const evidence = evidenceIn(matches.filter((match) => isProse(text, match, parts.holes)));
  if (evidence >= ABOUT_LANGUAGE) return 2;
  return evidence >= 2 || imported === 1 ? 1 : 0;
}

/** Outside of links, tags and anchors; inline code counts where it is nothing but an unambiguous term. */
function isProse(text: string, match: TermMatch, holes: readonly Range[]): boolean {
  if (match.ambiguous && (isPictureName(text, match) || isInContents(text, match))) return false;
  const hole = holeAt(holes, match.start);
  if (!hole || hole.end <= match.start) return true;
  if (text[hole.start] !== '`' || (match.ambiguous && !match.sense?.likely)) return false;
  return text.slice(hole.start, hole.end).replaceAll('`', '').trim().length === match.end - match.start;
}

/** All that is said of a picture: `![Gradient](badge.svg)`. */
function isPictureName(text: string, { start, end }: Range): boolean {
  return text[end] === ']' && text.startsWith('![', start - 2);
}

/** In the link to a heading that an HTML table of contents has. */
function isInContents(text: string, { start }: Range): boolean {
  const before = text.slice(Math.max(0, start - 600), start);
  const link = before.lastIndexOf('<a ');
  return link >= 0 && !before.includes('</a>', link) && /^<a [^>]*href="#/.test(before.slice(link));
}

/** The last hole that starts at or before the offset. */
function holeAt(holes: readonly Range[], offset: number): Range | undefined {
  let low = 0;
  let high = holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holes[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return holes[low - 1];
}

function pythonFences(
  engine: Engine,
  text: string,
  { fences, paragraphs }: MarkdownParts,
): Excerpts | undefined {
  const python = fences.filter(({ language }) => /^(python|py|python3|ipython|pycon)$/.test(language));
  if (!python.length) return undefined;
  const codes = python.map((fence) => fencedCode(text, fence));
  const prose = paragraphs.map(({ start, end }) => text.slice(start, end));
  return excerptsOf(engine, codes, prose);
}

/** Options of a command in the middle of a sentence: `accelerate launch train.py --lora_r 8 --lora_alpha 16`. */
function inlineCommands(engine: Engine, text: string, holes: readonly Range[], level: Level): Mention[] {
  return holes
    .filter(({ start, end }) => text[start] === '`' && / --\w/.test(text.slice(start, end)))
    .flatMap(({ start, end }) => shellMentions(engine, text, { start: start + 1, end: end - 1 }, level > 0));
}

function otherFences(engine: Engine, text: string, fences: readonly Fence[], level: Level): Mention[] {
  return fences.flatMap((fence) => {
    if (/^(bash|sh|shell|console|zsh|cli)$/.test(fence.language))
      return shellMentions(engine, text, fence, level > 0);
    const notation = NOTATIONS[fence.language];
    if (!notation) return [];
    const inside = structuredMentions(engine, text.slice(fence.start, fence.end), notation, {
      uri: '',
      ofLanguage: level > 0,
    });
    return inside.map((mention) => shifted(mention, fence.start));
  });
}

const NOTATIONS: Readonly<Record<string, Notation>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  jsonc: 'json',
  toml: 'toml',
  ini: 'toml',
  cfg: 'toml',
};

function shifted(mention: Mention, by: number): Mention {
  return { ...mention, range: { start: mention.range.start + by, end: mention.range.end + by } };
}
