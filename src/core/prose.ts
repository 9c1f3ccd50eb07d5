/** Terms in prose that mean their concept there: words that are also everyday words need signs of it close by. */
import type { Lexicon, TermMatch } from './lexicon.ts';
import { mayStart } from './lexicon/prefixes.ts';
import { wordEnd, wordStart } from './lexicon/words.ts';
import { formsOf } from './inflection.ts';
import type { Surroundings } from './prose-surroundings.ts';
import type { PhrasesByLetter } from './senses.ts';
import { fold, isLetterOrDigit } from './text.ts';

/** A stretch of prose to be read as one: a paragraph, a comment block, a docstring. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** What is known of the text around: 0 nothing, 1 about machine learning, 2 about language. */
export type Level = 0 | 1 | 2;

/** What is known with one sign more. */
export function higher(level: Level): Level {
  return level === 0 ? 1 : 2;
}

/** Score that an everyday word needs; see {@link isMeant}. */
const ENOUGH = 1;

/** The terms of a block that mean their concept, given what is around it. */
export function termsIn(text: string, block: Block, lexicon: Lexicon, around: Surroundings): TermMatch[] {
  const all = lexicon.scan(text, block.start, block.end);
  if (!all.length) return all;
  const matches = all.filter((match) => !insideCodeOrUrl(text, match));
  const isAbout = around.level > 0 || evidenceIn(matches.filter(({ ofLanguage }) => ofLanguage)) >= ALONE;
  const meant: TermMatch[] = [];
  for (const match of matches) {
    if (!isAbout && !isUnmistakable(text, match)) continue;
    const here = match.ambiguous ? meaningHere(text, block, match, matches, around) : match;
    if (here) meant.push(here);
  }
  return meant;
}

/** An everyday word by what it mostly means, else by what else it may mean. */
function meaningHere(
  text: string,
  block: Block,
  match: TermMatch,
  all: readonly TermMatch[],
  around: Surroundings,
): TermMatch | undefined {
  if (isMeant(text, block, match, all, around)) return match;
  for (const { concepts, sense } of match.others ?? []) {
    const other = { ...match, concepts, sense, ofLanguage: true };
    if (isMeant(text, block, other, all, around)) return other;
  }
  return undefined;
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

/**
 * Spelled as no everyday word is, with a capital inside or a number: `RoBERTa`, `fastText`, `GPT-2`; not `LoRa`. Or a
 * name that nobody has given to anything else: also the one comment of a web service that says what its LLM is for.
 */
function isUnmistakable(text: string, { start, end, ambiguous, ofLanguage }: TermMatch): boolean {
  if (ambiguous || !ofLanguage) return false;
  const written = text.slice(start, end);
  return /^(?=.{5}).*([a-z][A-Z]|[A-Z]{2}[a-z]{2})|[A-Z]{3}-?\d/.test(written) || ONLY_OURS.test(written);
}

const ONLY_OURS =
  /^(?:LLMs?|GGUF|QLoRA|RLHF)$|language[\s-]+model|modelos?\s+del?\s+lenguaje|^prompt[\s-]+(?:engineering|injection|template)|^system[\s-]+prompt|word[\s-]+embedding|sentence[\s-]+embedding|chain[\s-]+of[\s-]+thought|retrieval[\s-]+augmented|^(?:ingeniería\s+de|inyección\s+de|plantillas?\s+de)\s+prompt|^vector[\s-]+(?:database|store)|base\s+de\s+datos\s+vectorial|natural[\s-]+language[\s-]+processing|named[\s-]+entity[\s-]+recog|model[\s-]+context[\s-]+protocol|^chat ?gpt|hugging ?face|sentiment[\s-]+analysis|análisis\s+de\s+sentimiento/i;

/**
 * Whether an everyday word has its ML sense: enough speaks for it of what the file is about, the terms and the telling
 * words in the same sentence, less in the rest of the block, the lines that belong to it and the text around, and
 * nothing vetoes it. What is dear to ask is asked last.
 */
function isMeant(
  text: string,
  block: Block,
  match: TermMatch,
  all: readonly TermMatch[],
  around: Surroundings,
): boolean {
  const sentence = sentenceAround(text, block, match);
  const { sense } = match;
  const isStrict = sense?.strict === true;
  const isNarrow = around.level === 0 || sense?.narrow === true;
  let isShown = isStrict && hasSign(text, sentence, match);
  if (isStrict && isNarrow && !isShown && !isInCode(match, around)) return false;
  // what machine learning at large speaks of is as likely in any text about it
  const level = match.ofLanguage || isStrict ? around.level : around.level && 2;
  // there the terms of machine learning at large tell nothing of language
  const isPlain = match.ofLanguage && around.level === 1 && around.isCode === true;
  let score = level * (sense?.likely ? 0.5 : 0.25);
  if (level > 0 && sense?.likely && match.length > 1) score += 0.5;
  const seen = [...match.concepts];
  for (let i = 0; i < all.length && !isShown && score < ENOUGH; i++) {
    const other = all[i]!;
    if (other.start === match.start || seen.includes(other.concepts[0]!) || (isPlain && !other.ofLanguage))
      continue;
    seen.push(other.concepts[0]!);
    const near = other.start >= sentence.start && other.end <= sentence.end;
    const weight = other.ambiguous ? 0.15 : other.length > 1 ? 0.8 : 0.6;
    score += near ? weight : weight / 4;
  }
  if (!isStrict) isShown = score >= ENOUGH || hasSign(text, sentence, match);
  isShown ||= isInCode(match, around);
  if (!isShown && !isNarrow) isShown = isShownAround(text, block, match, around, ENOUGH - score);
  return isShown && !isVetoed(text, block, sentence, match);
}

/** Whether a name in the code that the text speaks of means what the word does. */
function isInCode({ concepts }: TermMatch, around: Surroundings): boolean {
  return around.level === 2 && around.isInCode?.(concepts[0]!) === true;
}

/** Whether a telling word nearby or what the text names elsewhere, half a point each, make up for what is missing. */
function isShownAround(
  text: string,
  block: Block,
  match: TermMatch,
  around: Surroundings,
  missing: number,
): boolean {
  if (missing > 1) return false;
  const isNear = [block, ...(around.near?.() ?? [])].some((one) => hasSign(text, one, match));
  if (isNear && missing <= 0.5) return true;
  return (isNear || missing <= 0.5) && around.named?.(match.concepts[0]!, match.start) === true;
}

function isVetoed(text: string, block: Block, sentence: Block, { start, end, sense }: TermMatch): boolean {
  if (!sense?.hasVetoes) return false;
  // another sense shows in the sentence before too: "Get an access token. Paste the token here."
  const before = fold(withoutTargets(text.slice(Math.max(block.start, start - 60), start)));
  const after = fold(withoutTargets(text.slice(end, Math.min(sentence.end, end + 32))));
  return (
    (sense.before.length > 0 && endsWithPhrase(before, sense.before)) ||
    (sense.after.length > 0 && startsWithPhrase(after, sense.after)) ||
    includesPhrase(before, sense.around) ||
    includesPhrase(after, sense.around)
  );
}

/** Where a link leads says nothing of the word in it: `[Embeddings](https://www.youtube.com)`. */
function withoutTargets(text: string): string {
  return text.includes('](') ? text.replace(/\]\([^)\s]*/g, ']') : text;
}

function startsWithPhrase(text: string, phrases: readonly string[]): boolean {
  let at = 0;
  while (at < text.length && !isLetterOrDigit(text, at)) at++;
  return phrases.some((phrase) => text.startsWith(phrase, at) && !isLetterOrDigit(text, at + phrase.length));
}

function endsWithPhrase(text: string, phrases: readonly string[]): boolean {
  let to = text.length;
  while (to > 0 && !isLetterOrDigit(text, to - 1)) to--;
  return phrases.some(
    (phrase) => text.endsWith(phrase, to) && !isLetterOrDigit(text, to - phrase.length - 1),
  );
}

/** Whether one of the phrases is in the text; most words of it begin with a letter that none of them begins with. */
function includesPhrase(text: string, phrases: PhrasesByLetter): boolean {
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const some = isInside ? undefined : phrases.get(text.charCodeAt(at));
    if (some) {
      for (const phrase of some)
        if (text.startsWith(phrase, at) && !isLetterOrDigit(text, at + phrase.length)) return true;
    }
    isInside = isLetterOrDigit(text, at);
  }
  return false;
}

/** Whether a word of the sentence, or of a part beside it, shows the ML sense. */
function hasSign(text: string, part: Block, { start, end, sense }: TermMatch): boolean {
  if (!sense?.with.size) return false;
  for (let at = wordStart(text, part.start, part.end); at < part.end;) {
    const to = wordEnd(text, at, part.end);
    const isLikely = mayStart(sense.withStarts, text, at, to) && (to <= start || at >= end);
    if (isLikely && sense.with.has(formsOf(text.slice(at, to)).noun)) return true;
    at = wordStart(text, to, part.end);
  }
  return false;
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
      return !isLetterOrDigit(text, at + 1);
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
  const isPhrase = text.slice(start, end).includes(' ');
  if (before === '_' && !isPhrase) return !isEmphasis(text, start, end);
  if ('@<\\$'.includes(before) && !(before === '$' && after === '$')) return true;
  if (after === '_' && !isPhrase) return !isEmphasis(text, start, end);
  if (after === '=' && text[end + 1] !== ' ' && text[end + 1] !== '=') return true;
  const lead = runBefore(text, start);
  const tail = runAfter(text, end);
  if (before === '=' && text[start - 2] !== ' ' && /[\w"']=$/.test(lead)) return true;
  // `encoder/decoder` is prose, `models/encoder.py` and `./encoder` are paths
  if (/[:~.]|\/.*\//.test(lead) && lead.includes('/')) return true;
  if (tail.includes('/') && /\.|\/.*\//.test(tail)) return true;
  // `7.Análisis` is a heading
  if ((/\w\.$/.test(lead) && !/^#*\d+\.$/.test(lead)) || /^\.[A-Za-z_]/.test(tail)) return true;
  return /^[\w-]*\.[a-z]{1,5}$/.test(tail) && /[\w-]/.test(after);
}

/** Between underscores that begin and end words: `_parallel sampling_`, not `_sampling` and `sampling_`. */
function isEmphasis(text: string, start: number, end: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const opens = /(?:^|[^\p{L}\p{N}_])_(?:[^_]*[^_\p{L}\p{N}])?$/u.test(line);
  return opens && /^(?:[^\p{L}\p{N}_\n][^_\n]*)?_(?![\p{L}\p{N}_])/u.test(text.slice(end, end + 120));
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
  return code <= 32 || (code < 128 && BREAKS[code] === 1);
}

const BREAKS = Uint8Array.from({ length: 128 }, (_, c) =>
  '()[]{}"\'`,;|*'.includes(String.fromCharCode(c)) ? 1 : 0,
);
