/** The words of prose: runs of letters and digits; everything else separates. */

/** A word of prose. */
export interface ProseWord {
  readonly start: number;
  readonly end: number;
}

/** The words of a text between two offsets: runs of letters and digits; everything else separates. */
export function proseWords(text: string, from: number, to: number): ProseWord[] {
  const found: ProseWord[] = [];
  let start = -1;
  for (let i = from; i <= to; i++) {
    const inside = i < to && isWordCode(text.charCodeAt(i));
    if (inside && start < 0) start = i;
    else if (!inside && start >= 0) {
      found.push({ start, end: i });
      start = -1;
    }
  }
  return found;
}

/** Where the next word begins, at or after an offset. */
export function wordStart(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isWordCode(text.charCodeAt(at))) at++;
  return at;
}

/** Where the word ends that begins at an offset. */
export function wordEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWordCode(text.charCodeAt(at))) at++;
  return at;
}

/** The units of words as a class of a pattern that disregards case. */
export const WORD_CLASS = '[a-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u3040-\\ud7ff]';

/** Whether a UTF-16 unit is of a word. */
export function isWordCode(c: number): boolean {
  if (c < 128) return ASCII[c] === 1;
  return (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) || (c >= 0x3040 && c < 0xd800);
}

const ASCII = Uint8Array.from({ length: 128 }, (_, c) => (/[a-z0-9]/i.test(String.fromCharCode(c)) ? 1 : 0));
