/**
 * The one normalisation of text, shared by the lexicon, the search index and the comparison of typed answers,
 * so that *Atención*, *atencion* and *ATENCIÓN* are the same word everywhere.
 */

/** Lower case without accents; ñ becomes n. Length may change: never use it to compute offsets. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const ASCII = /^[\0-\x7f]*$/;

/** Whether the character at an offset is one of a word; beyond both ends of the text there is none. */
export function isLetterOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // the pattern takes twenty times as long
  return code < 128 ? LETTERS_AND_DIGITS[code] === 1 : /[\p{L}\p{N}]/u.test(text.charAt(at));
}

const LETTERS_AND_DIGITS = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0,
);

/** A word of a text: `start` and `end` are UTF-16 offsets into the text it came from. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text in order: runs of letters, marks and digits; `_` joins, hyphens and dots separate. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}
