/**
 * Texts with their frequent words as codes of one or two bytes, for what compresses them afterwards: prose repeats the
 * same few thousand words, and it would spend three bytes on most of them. Each text (one for each language) has
 * words of its own. A blank before a word and the capital at the beginning of a sentence are understood; where it is
 * otherwise, a byte says so.
 *
 * First the lengths in bytes of the lists of words and of the texts, in decimal with blanks between and a line end;
 * then the lists, one word a line; then the texts. In these, 128 and above are words, the most frequent in one byte,
 * and the rest is ASCII but for the codes below.
 */

/** Encodes one or more texts without control characters below 7 but the separator. */
export function encodeTexts(texts: readonly string[]): Uint8Array {
  // eslint-disable-next-line no-control-regex
  if (texts.some((text) => /[\x00\x02-\x06]/.test(text)))
    throw new RangeError('the text holds control characters that the code needs');
  const lists = texts.map(frequentWords);
  const parts = [
    ...lists.map((words) => encodeText(words.join('\n'), [])),
    ...texts.map((text, at) => encodeText(text, lists[at]!)),
  ];
  const head = Array.from(`${parts.map(({ length }) => length).join(' ')}\n`, (digit) => digit.charCodeAt(0));
  return Uint8Array.from([head, ...parts].flat());
}

/** Decodes what {@link encodeTexts} encoded, in steps of less than a millisecond. */
export function* decodeTexts(bytes: Uint8Array): Generator<void, string[]> {
  let at = bytes.indexOf(LINE_END) + 1;
  const lengths = String.fromCharCode(...bytes.subarray(0, at - 1))
    .split(' ')
    .map(Number);
  const parts = lengths.map((length) => bytes.subarray(at, (at += length)));
  const count = parts.length / 2;
  const texts: string[] = [];
  for (let text = 0; text < count; text += 1) {
    const words = yield* decodeText(parts[text]!, []);
    texts.push(yield* decodeText(parts[count + text]!, words.split('\n')));
  }
  return texts;
}

/** Stands between parts of a text. */
export const SEPARATOR = '\u0001';

const LINE_END = 10;
/** Two bytes are a UTF-16 unit; one is a unit below 256. */
const WIDE = 0;
const ESCAPE = 2;
/** The next word is written the other way than one would expect; it is all capitals; no blank is before it. */
const CAPITAL = 3;
const CAPITALS = 4;
const CLOSE = 5;
const FIRST = 128;
/** Words with a code of one byte. */
const SHORT = 104;
/** All words: the others take a byte that is left and a second one. */
const MOST = SHORT + (256 - FIRST - SHORT) * 128;
/** A word of the list is at most so long. */
const LONGEST = 60;

const WORD = /\p{L}{2,}/gu;

function encodeText(text: string, words: readonly string[]): number[] {
  const codes = new Map(words.map((word, index) => [word, index]));
  const out: number[] = [];
  let last = 0;
  for (const { 0: word, index } of codes.size > 0 ? text.matchAll(WORD) : []) {
    const lower = word.toLowerCase();
    const code = codes.get(lower);
    const form = code === undefined ? undefined : formOf(word, lower);
    if (code === undefined || form === undefined) continue;
    const hasBlank = index > last && text[index - 1] === ' ';
    const end = hasBlank ? index - 1 : index;
    const before = end > 0 ? text.charCodeAt(end - 1) : LINE_END;
    const expected = blankFollows(before);
    literal(text.slice(last, expected ? end : index), out);
    last = index + word.length;
    if (expected && !hasBlank) out.push(CLOSE);
    const capital = beginsSentence(text.charCodeAt(index - 2), text.charCodeAt(index - 1));
    if (form === CAPITALS) out.push(CAPITALS);
    else if ((form === CAPITAL) !== capital) out.push(CAPITAL);
    if (code < SHORT) out.push(FIRST + code);
    else out.push(FIRST + SHORT + ((code - SHORT) >> 7), FIRST + ((code - SHORT) & 127));
  }
  literal(text.slice(last), out);
  return out;
}

function* decodeText(bytes: Uint8Array, words: readonly string[]): Generator<void, string> {
  const chunks: string[] = [];
  const units = new Uint16Array(CHUNK);
  let used = 2;
  let form = 0;
  let close = false;
  units[1] = LINE_END;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (used > CHUNK - LONGEST) {
      chunks.push(textOf(units.subarray(2, used)));
      units.copyWithin(0, used - 2, used);
      used = 2;
      yield;
    }
    if (byte >= FIRST) {
      const code = byte - FIRST;
      const place = code < SHORT ? code : SHORT + ((code - SHORT) << 7) + bytes[++at]! - FIRST;
      if (!close && blankFollows(units[used - 1]!)) units[used++] = BLANK;
      const capital = beginsSentence(units[used - 2]!, units[used - 1]!) !== (form === CAPITAL);
      const plain = words[place] ?? '';
      const word = form === CAPITALS ? plain.toUpperCase() : capital ? capitalised(plain) : plain;
      for (let i = 0; i < word.length; i += 1) units[used++] = word.charCodeAt(i);
      form = 0;
      close = false;
    } else if (byte === CAPITAL || byte === CAPITALS) form = byte;
    else if (byte === CLOSE) close = true;
    else if (byte === ESCAPE) units[used++] = bytes[++at]!;
    else if (byte === WIDE) units[used++] = (bytes[++at]! << 8) | bytes[++at]!;
    else units[used++] = byte;
  }
  chunks.push(textOf(units.subarray(2, used)));
  return chunks.join('');
}

/** `apply` takes typed arrays as they are; spreading one would walk it item by item. */
function textOf(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/** Small enough to be arguments of one call. */
const CHUNK = 8192;

const BLANK = 32;
/** Behind letters, digits, signs that end something, and what other codes stand for. */
const BEFORE_BLANK = new Set(Array.from('.,;:)?!`]$*»”', (sign) => sign.charCodeAt(0)));

function blankFollows(unit: number): boolean {
  if (unit < BLANK) return unit !== LINE_END;
  if (unit >= 97 ? unit <= 122 : unit >= 65 && unit <= 90) return true;
  return (unit >= 48 && unit <= 57) || BEFORE_BLANK.has(unit) || unit > 0xbf;
}

/** Whether a sentence, a line or emphasis begins behind two units; before the first one there is a line end. */
function beginsSentence(before: number, last: number): boolean {
  if (Number.isNaN(last) || last === LINE_END || last === QUESTION) return true;
  return last === BLANK ? BEFORE_CAPITAL.has(before) : last === STAR && before === STAR;
}

const QUESTION = '¿'.charCodeAt(0);
const STAR = '*'.charCodeAt(0);
const BEFORE_CAPITAL = new Set(Array.from('.?!-#>]', (sign) => sign.charCodeAt(0)));

/** The words that save most, the most frequent first. */
function frequentWords(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) {
    const lower = word.toLowerCase();
    if (formOf(word, lower) !== undefined) counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  const worth = ([word, count]: readonly [string, number]): number => count * (word.length - 1);
  return [...counts]
    .filter(([word, count]) => count > 2 && word.length < LONGEST)
    .sort((a, b) => worth(b) - worth(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([word]) => word);
}

/** How a word is written, or `undefined` when its lower case does not lead back to it. */
function formOf(word: string, lower: string): 0 | typeof CAPITAL | typeof CAPITALS | undefined {
  if (word === lower) return 0;
  if (word === capitalised(lower)) return CAPITAL;
  return word === lower.toUpperCase() ? CAPITALS : undefined;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function literal(text: string, out: number[]): void {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < FIRST) out.push(unit);
    else if (unit < 256) out.push(ESCAPE, unit);
    else out.push(WIDE, unit >> 8, unit & 255);
  }
}
