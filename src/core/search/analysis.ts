/**
 * How text becomes terms, the same for what is indexed and for what is typed: words are folded (no accents, no case),
 * identifiers are kept whole and split into their parts, words that carry no subject are dropped, and what is left is
 * stemmed in both languages.
 */
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import type { Lang } from '../concept.ts';
import { fold } from '../text.ts';
import { STOP_WORDS } from './stopWords.ts';

/** The tokens of a text in order, folded: identifiers whole and in parts, so that `from_pretrained` is found by either. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [chunk] of text.matchAll(CHUNK)) {
    const parts = partsOf(chunk);
    if (parts.length > 1) tokens.push(parts.join(''));
    tokens.push(...parts);
  }
  return tokens;
}

/** The words of a text in order, compounds and identifiers in their parts: `self-attention` -> self, attention. */
export function partsIn(text: string): string[] {
  return [...text.matchAll(CHUNK)].flatMap(([chunk]) => partsOf(chunk));
}

/** The words and identifiers that carry a subject, each as its parts. When only stop words were typed, they are the subject. */
export function subjectChunks(text: string): string[][] {
  const chunks = [...text.matchAll(CHUNK)].map(([chunk]) => partsOf(chunk));
  const kept = chunks.filter((parts) => parts.some((part) => !STOP_WORDS.has(part)));
  const unique = new Map((kept.length > 0 ? kept : chunks).map((parts) => [parts.join(' '), parts]));
  return [...unique.values()];
}

/**
 * An identifier of several parts as it may stand in the index: whole, and without its first parts, because the
 * catalogue knows `*ForMaskedLM` and people type `AutoModelForMaskedLM`. Empty for a plain word.
 */
export function wholeForms(parts: readonly string[]): string[] {
  return parts.length < 2 ? [] : parts.slice(0, -1).map((_, from) => parts.slice(from).join(''));
}

/** A word, or an identifier or compound joined by `_` and `-`. */
const CHUNK = /[\p{L}\p{M}\p{N}_]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu;

/** The forms under which a token is indexed or looked up: itself and its stem. Spanish and English stems do not mix. */
export function formsOf(token: string, lang?: Lang): string[] {
  if (token.length < 4 || /[\d_]/.test(token)) return [token];
  const forms = [token];
  if (lang !== 'es') forms.push(`${EN}${englishStem(token)}`);
  if (lang !== 'en') forms.push(`${ES}${spanishStem(token)}`);
  return forms;
}

/** Marks of the stem's language; letters only, because the index knows nothing else. */
const EN = 'en:';
const ES = 'es:';

const englishStems = new Map<string, string>();
const spanishStems = new Map<string, string>();

function englishStem(token: string): string {
  return remembered(englishStems, token, (word) => stemEnglish(word));
}

/** Snowball's rules lean on accents that people do not type: endings that lost theirs are put in one form first. */
function spanishStem(token: string): string {
  return remembered(spanishStems, token, (word) => {
    const bare = word.replace(/ciones$/, 'cion').replace(/siones$/, 'sion');
    return /(?:a|i|u)cion$/.test(bare) && bare.length > 6 ? bare.slice(0, -5) : stemSpanish(bare);
  });
}

function remembered(memory: Map<string, string>, word: string, compute: (word: string) => string): string {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const computed = compute(word);
  if (memory.size > MOST_REMEMBERED) memory.clear();
  memory.set(word, computed);
  return computed;
}

const MOST_REMEMBERED = 20_000;

/** `AutoModelForMaskedLM` -> auto, model, for, maskedlm; `self-attention` -> self, attention; LoRA and BERT stay whole. */
function partsOf(chunk: string): string[] {
  const split = chunk
    .replace(/(\p{Ll}|\p{N})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll}{2,})/gu, '$1 $2')
    .split(/[\s_\-'’]+/)
    .filter((part) => part !== '');
  return split.map(fold);
}
