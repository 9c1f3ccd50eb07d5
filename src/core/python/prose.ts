/** Comments and docstrings as prose. */
import type { SyntaxNode } from '@lezer/common';
import { termMention } from '../engine.ts';
import type { Mention } from '../mention.ts';
import { withCodeNames } from '../prose-names.ts';
import { higher, termsIn, type Block } from '../prose.ts';
import { withSpecialTokens } from '../specialTokens.ts';
import { examplesIn } from './doctest.ts';
import { excerptsWithin, mentionInExcerpts, mentionsInExcerpts, type Excerpts } from './excerpts.ts';
import { fileImports } from './imports.ts';
import type { Reading } from './mentions.ts';
import { AroundProse } from './surroundings.ts';
import type { PythonTree } from './tree.ts';

/** A comment block or docstring read. */
export interface ProseReading {
  readonly mentions: readonly Mention[];
  /** The code of its examples. */
  readonly examples?: Excerpts;
}

/** The mentions of a comment block or docstring. */
export function proseMentions(reading: Reading, unit: PythonTree, block: Block): readonly Mention[] {
  return readProse(reading, unit, block).mentions;
}

/** The mention under an offset of it; in examples with the call that it belongs to. */
export function proseMentionAt(
  reading: Reading,
  unit: PythonTree,
  block: Block,
  offset: number,
): Mention | undefined {
  const { mentions, examples } = readProse(reading, unit, block);
  const listed = mentions.find(({ range }) => range.start <= offset && offset <= range.end);
  return (listed && examples && mentionInExcerpts(examples, offset)) ?? listed;
}

/** The block of prose that a comment or docstring is; nothing for other strings. */
export function proseBlock(unit: PythonTree, node: SyntaxNode): Block | undefined {
  if (node.name === 'Comment') return commentBlock(unit.text, node.from, node.to);
  return isDocstring(node) ? { start: node.from, end: node.to } : undefined;
}

/** Whether a string stands alone as a statement. */
export function isDocstring(node: SyntaxNode): boolean {
  const parent = node.parent?.name === 'ContinuedString' ? node.parent.parent : node.parent;
  return parent?.name === 'ExpressionStatement';
}

/** A comment, with the comment lines directly above and below where it has its line to itself. */
export function commentBlock(text: string, from: number, to: number): Block {
  let start = from;
  let end = to;
  const line = lineStart(text, from);
  if (line + indentation(text, line) < from) return { start, end };
  for (let at = line; at > 0;) {
    const previous = lineStart(text, at - 1);
    if (!isComment(text, previous, at - 1)) break;
    start = previous + indentation(text, previous);
    at = previous;
  }
  for (let at = text.indexOf('\n', end); at >= 0;) {
    const next = text.indexOf('\n', at + 1);
    const stop = next < 0 ? text.length : next;
    if (!isComment(text, at + 1, stop)) break;
    end = stop;
    at = next;
  }
  return { start, end };
}

function readProse(reading: Reading, unit: PythonTree, block: Block): ProseReading {
  let known = reading.prose.get(unit);
  if (!known) reading.prose.set(unit, (known = new Map()));
  let prose = known.get(block.start);
  if (!prose) known.set(block.start, (prose = read(reading, unit, block)));
  return prose;
}

function read(reading: Reading, unit: PythonTree, block: Block): ProseReading {
  const examples = reading.isExcerpt ? undefined : examplesIn(unit.text, block);
  if (!examples) return { mentions: proseOf(reading, unit, block) };
  const prose = examples.prose.flatMap((one) => proseOf(reading, unit, one));
  const { engine, program } = reading;
  // without an import the code says no more than the file does
  if (fileImports(program).level === 0 && !examples.code.text.includes('import')) return { mentions: prose };
  const code = excerptsWithin(engine, program, examples.code);
  const mentions = [...prose, ...mentionsInExcerpts(code)].sort((a, b) => a.range.start - b.range.start);
  return { mentions, examples: code };
}

function proseOf(reading: Reading, unit: PythonTree, block: Block): readonly Mention[] {
  const { engine, program } = reading;
  const { level: imported, isGuess } = fileImports(program);
  const level = program.isInField && !isGuess ? higher(imported) : imported;
  const { text } = unit;
  if (COPYRIGHT.test(text.slice(block.start, block.start + 60))) return [];
  const around = new AroundProse(reading, unit, block, level);
  const mentions: Mention[] = [];
  let lineEnd = -1;
  let isCode = false;
  for (const one of paragraphs(text, block)) {
    for (const match of termsIn(text, one, engine.lexicon, around)) {
      if (match.start >= lineEnd) {
        const end = text.indexOf('\n', match.start);
        lineEnd = end < 0 ? text.length : end;
        isCode = isCommentedCode(text.slice(lineStart(text, match.start), lineEnd));
      }
      // what is a term wherever it stands is one in code that was switched off too
      const isOff = isCode && (match.ambiguous || level < 2);
      const mention = isOff ? undefined : termMention(engine, match, text);
      if (mention) mentions.push(mention);
    }
  }
  if (level === 0) return mentions;
  const names = { inCode: reading.ownNames.inProse, skipsCalls: true };
  const found = level < 2 ? mentions : withCodeNames(engine, text, block, mentions, names);
  return withSpecialTokens(engine, text, block, found);
}

/** Who holds the rights in a file is no part of what it is about: `Copyright 2024 The BERT Authors`. */
const COPYRIGHT = /^[\s#"']*(?:coding\S*[\s#]*)?(?:\(c\) )?copyright\b/i;

/** Parts of a docstring between blank lines. */
function paragraphs(text: string, { start, end }: Block): Block[] {
  let parts: Block[] | undefined;
  let from = start;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    const next = at + 1 + indentation(text, at + 1);
    if (next >= end || text[next] !== '\n') continue;
    (parts ??= []).push({ start: from, end: at });
    from = next + 1;
    at = next;
  }
  const last = { start: from, end };
  return parts ? [...parts, last] : [last];
}

/** A line of code that was switched off: `# model.push_to_hub("name", token = "...")`. */
function isCommentedCode(line: string): boolean {
  const comment = commentIn(line);
  return comment !== undefined && COMMENTED_CODE.test(comment) && !isShape(comment);
}

/** What follows the first sign of a comment. */
function commentIn(line: string): string | undefined {
  let at = line.indexOf('#');
  while (at > 0 && !/\s/.test(line[at - 1]!)) at = line.indexOf('#', at + 1);
  if (at < 0) return undefined;
  while (line[at] === '#') at++;
  return line.slice(at).trimStart();
}

/** `output = [batch size, hidden dim]` tells a shape in words; code would have operators between them. */
function isShape(comment: string): boolean {
  return (
    /^[\w, .]+[=:]\s*[[(](?=[^\])]*[a-z]{2} [a-z]{2})[\w\s,*+/'-]+[\])]?\W*$/i.test(comment) &&
    !/\b(?:for|if|not|and|or|in|is|lambda)\b/.test(comment)
  );
}

const COMMENTED_CODE =
  /^(?:[\w.[\]"']+\s*(?:=[^=]|\()|(?:from|import|return|def|class|for|if|with)\s.*[:(]\s*$|@(?!markdown|title|param)\w)/;

function isComment(text: string, from: number, to: number): boolean {
  const at = from + indentation(text, from);
  return at < to && text[at] === '#';
}

function indentation(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - from;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
