/** Terms in prose that mean their concept there: words that are also everyday words need signs of it close by. */
import type { Lexicon, TermMatch } from './lexicon.ts';
import { proseWords } from './lexicon/words.ts';
import { formsOf } from './inflection.ts';
import { fold } from './text.ts';

/** A stretch of prose to be read as one: a paragraph, a comment block, a docstring. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** What is known of the text around: 0 nothing, 1 about machine learning, 2 about language. */
export type Level = 0 | 1 | 2;

/** Score that an everyday word needs; see {@link scoreOf}. */
export const ENOUGH = 1;

/** The terms of a block that mean their concept, given what the file is about. */
export function termsIn(text: string, block: Block, lexicon: Lexicon, level: Level): TermMatch[] {
  const all = lexicon.scan(text, block.start, block.end);
  if (!all.length) return all;
  const matches = all.filter((match) => !insideCodeOrUrl(text, match));
  return matches.filter((match) => counts(text, block, match, matches, level));
}

/**
 * How much a text is about ML, from its terms alone: the number of distinct concepts that it names by words
 * which are terms wherever they stand; terms of several words count double.
 */
export function evidenceIn(matches: readonly TermMatch[]): number {
  const seen = new Map<string, number>();
  for (const { ambiguous, concepts, length } of matches) {
    if (!ambiguous) seen.set(concepts[0]!, Math.max(seen.get(concepts[0]!) ?? 0, length > 1 ? 2 : 1));
  }
  let sum = 0;
  for (const weight of seen.values()) sum += weight;
  return sum;
}

/** In a file that imports nothing of ours, the block itself must name at least so much; see {@link evidenceIn}. */
const ALONE = 4;

function counts(
  text: string,
  block: Block,
  match: TermMatch,
  all: readonly TermMatch[],
  level: Level,
): boolean {
  if (level === 0 && !isUnmistakable(text, match)) {
    if (evidenceIn(all.filter(({ ofLanguage }) => ofLanguage)) < ALONE) return false;
  }
  return !match.ambiguous || scoreOf(text, block, match, all, level) >= ENOUGH;
}

/** Spelled as no everyday word is, with a capital inside or a number: `RoBERTa`, `fastText`, `GPT-2`; not `LoRa`. */
function isUnmistakable(text: string, { start, end, ambiguous, ofLanguage }: TermMatch): boolean {
  if (ambiguous || !ofLanguage) return false;
  return /^(?=.{5}).*([a-z][A-Z]|[A-Z]{2}[a-z]{2})|[A-Z]{3}-?\d/.test(text.slice(start, end));
}

/**
 * The ML sense of an everyday word, between -Infinity (a veto) and about 4: what the file is about, the terms and
 * the telling words in the same sentence, less in the rest of the block.
 */
export function scoreOf(
  text: string,
  block: Block,
  match: TermMatch,
  all: readonly TermMatch[],
  level: Level,
): number {
  const sentence = sentenceAround(text, block, match);
  const { sense } = match;
  if (vetoed(text, block, sentence, match)) return -Infinity;
  const hasSign = sense !== undefined && sense.with.size > 0 && hasWord(text, sentence, match, sense.with);
  if (sense?.strict && !hasSign) return -Infinity;
  // what machine learning at large speaks of is as likely in any text about it
  const share = !sense?.likely ? 0.25 : match.ofLanguage ? 0.5 : 1;
  let score = level * share;
  const seen = new Set(match.concepts);
  for (const other of all) {
    if (other === match || seen.has(other.concepts[0]!)) continue;
    seen.add(other.concepts[0]!);
    const near = other.start >= sentence.start && other.end <= sentence.end;
    const weight = other.ambiguous ? 0.15 : other.length > 1 ? 0.8 : 0.6;
    score += near ? weight : weight / 4;
  }
  if (hasSign) score += 1;
  return score;
}

function vetoed(text: string, block: Block, sentence: Block, { start, end, sense }: TermMatch): boolean {
  if (!sense || sense.before.length + sense.after.length + sense.around.length === 0) return false;
  // another sense shows in the sentence before too: "Get an access token. Paste the token here."
  const before = fold(text.slice(Math.max(block.start, start - 60), start));
  const after = fold(text.slice(end, Math.min(sentence.end, end + 32)));
  const [last, first] = [before.replace(/[^\p{L}\p{N}]+$/u, ''), after.replace(/^[^\p{L}\p{N}]+/u, '')];
  return (
    sense.before.some((phrase) => endsWithWord(last, phrase)) ||
    sense.after.some((phrase) => startsWithWord(first, phrase)) ||
    sense.around.some((phrase) => includesWord(before, phrase) || includesWord(after, phrase))
  );
}

function startsWithWord(text: string, word: string): boolean {
  return text.startsWith(word) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length));
}

function endsWithWord(text: string, word: string): boolean {
  return text.endsWith(word) && !/[\p{L}\p{N}]$/u.test(text.slice(0, -word.length));
}

function includesWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + word.length] ?? ''))
      return true;
  }
  return false;
}

function hasWord(text: string, sentence: Block, match: TermMatch, nouns: ReadonlySet<string>): boolean {
  return proseWords(text, sentence.start, sentence.end).some(
    ({ start, end }) =>
      (end <= match.start || start >= match.end) && nouns.has(formsOf(text.slice(start, end)).noun),
  );
}

/** From the last to the next full stop, blank line or table cell; never beyond the block. */
function sentenceAround(text: string, block: Block, { start, end }: TermMatch): Block {
  let from = start;
  while (from > block.start && !isSentenceEnd(text, from - 1)) from--;
  let to = end;
  while (to < block.end && !isSentenceEnd(text, to)) to++;
  return { start: from, end: to };
}

function isSentenceEnd(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case NEWLINE:
      return text.charCodeAt(at + 1) === NEWLINE;
    case BAR:
      return true;
    case FULL_STOP:
    case EXCLAMATION:
    case QUESTION:
      return !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '');
    default:
      return false;
  }
}

const [NEWLINE, EXCLAMATION, FULL_STOP, QUESTION, BAR] = [10, 33, 46, 63, 124];

/** Paths, URLs, HTML tags and attributes, file names, anchors: words there are names of something else. */
function insideCodeOrUrl(text: string, { start, end }: TermMatch): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  // `Recall(avg)` in a table of results; but `decode(`
  if (after === '(' && !/[A-Z]/.test(text[start]!)) return true;
  if (isBreak(before.charCodeAt(0)) && isBreak(after.charCodeAt(0))) return false;
  if ('@<\\$_'.includes(before) || after === '_') return true;
  if (after === '=' && text[end + 1] !== ' ' && text[end + 1] !== '=') return true;
  const lead = runBefore(text, start);
  const tail = runAfter(text, end);
  if (before === '=' && text[start - 2] !== ' ' && /[\w"']=$/.test(lead)) return true;
  // `encoder/decoder` is prose, `models/encoder.py` and `./encoder` are paths
  if (/[:~.]|\/.*\//.test(lead) && lead.includes('/')) return true;
  if (tail.includes('/') && /\.|\/.*\//.test(tail)) return true;
  if (/\w\.$/.test(lead) || /^\.[A-Za-z_]/.test(tail)) return true;
  return /^[\w-]*\.[a-z]{1,5}$/.test(tail) && /[\w-]/.test(after);
}

/** The unbroken run of characters before an offset. */
function runBefore(text: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < 120 && !isBreak(text.charCodeAt(from - 1))) from--;
  return text.slice(from, at);
}

function runAfter(text: string, at: number): string {
  let to = at;
  while (to < text.length && to - at < 120 && !isBreak(text.charCodeAt(to))) to++;
  return text.slice(at, to);
}

/** Blanks, brackets, quotes, commas, bars and asterisks. */
function isBreak(code: number): boolean {
  return code <= 32 || BREAKS.has(code);
}

const BREAKS = new Set([...'()[]{}"\'`,;|*'].map((c) => c.charCodeAt(0)));
