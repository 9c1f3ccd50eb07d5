/** Which characters a file may hold: text is cleaned here, once, before anything else reads it. */
import { LIMITS } from './limits.ts';
import type { Report } from './problems.ts';

/** Refuses NUL and other control characters; tab, line feed and carriage return are fine. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** Characters nobody sees that reorder or hide text: bidi controls, zero-width, tags, inner byte order marks. */
const HIDDEN =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/** Joiners shape emoji and some scripts in prose, but in a name they only make two names look the same. */
const JOINERS = /[\u200C\u200D]/g;

/**
 * The text with Unix line ends and without a leading byte order mark; hidden characters are
 * made visible as `⟨U+202E⟩`, or left out where the text is names and ids.
 * `undefined` when the file cannot be text or is over a limit, with the reason reported.
 */
export function cleanText(
  text: string,
  maxLength: number,
  report: Report,
  hidden: 'show' | 'remove' = 'show',
): string | undefined {
  if (text.length > maxLength) {
    report(1, `shorten the file: ${text.length} characters, at most ${maxLength} are read`);
    return undefined;
  }
  const unix = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = unix.split('\n');
  const long = lines.findIndex((line) => line.length > LIMITS.line);
  if (long >= 0) {
    report(long + 1, `break this line: it is over ${LIMITS.line} characters`);
    return undefined;
  }
  const control = lines.findIndex((line) => CONTROL.test(line));
  if (control >= 0) {
    report(control + 1, 'remove the control character and save the file as UTF-8 text');
    return undefined;
  }
  lines.forEach((line, index) => {
    if (line.search(HIDDEN) < 0) return;
    const what = hidden === 'show' ? 'it is shown as its code' : 'it is left out';
    report(index + 1, `remove the invisible character; ${what}`, 'warning');
  });
  if (hidden === 'remove') return unix.replace(HIDDEN, '');
  return unix.replace(
    HIDDEN,
    (char) => `⟨U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}

/** A name or id as it is compared and shown: composed letters, no hidden characters, single spaces, {@link inert}. */
export function cleanLabel(text: string): string {
  const seen = text.replace(HIDDEN, '').replace(JOINERS, '');
  return inert(seen.normalize('NFC').replace(/\s+/g, ' ').trim());
}

/** A name that came from a folder, a file or another extension, short enough for a message. */
export function cleanName(text: string): string {
  const label = cleanLabel(text.slice(0, LIMITS.label).replace(new RegExp(CONTROL, 'g'), ' '));
  return label.length > LIMITS.term ? `${label.slice(0, LIMITS.term - 1)}…` : label;
}

/** Text without `](` and `$(`: in a notification VS Code reads `[label](command:...)` as a link, in a list `$(name)` as an icon. */
export function inert(text: string): string {
  return text.replace(/([\]$])\(/g, '$1 (');
}
