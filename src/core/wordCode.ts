/**
 * Text with its frequent words as codes of one or two bytes, for what compresses it afterwards: our prose repeats the
 * same few thousand words, and Zstandard spends three bytes on most of them. Pages are 5 % smaller this way.
 *
 * First the number of bytes of the words in decimal and a line end, then the words, one a line. Then: 0-127 are ASCII; ESCAPE and two bytes are a UTF-16 unit;
 * CAPITAL or CAPITALS say how the next word is written; 128 and above are words, the most frequent in one byte.
 */

/** Files of `dist/knowledge` that are shipped in this code; it makes the others larger, or hardly smaller. */
export const CODED_FILES: ReadonlySet<string> = new Set(['pages.json']);

const LINE_END = 10;
const ESCAPE = 2;
const CAPITAL = 3;
const CAPITALS = 4;
const FIRST = 128;
/** Words with a code of one byte. */
const SHORT = 96;
/** All words: the others take a byte that is left and a second one. */
const MOST = SHORT + (256 - FIRST - SHORT) * 128;

/** Words, and escapes of JSON, whose letter belongs to no word. */
const WORD = /\\.|\p{L}{2,}/gsu;

/** Encodes a text; throws for the control characters that the code needs, which neither JSON nor Markdown has. */
export function encodeWords(text: string): Uint8Array {
  // eslint-disable-next-line no-control-regex
  if (/[\x02-\x04]/.test(text)) throw new RangeError('the text holds control characters that the code needs');
  const words = frequentWords(text);
  const codes = new Map(words.map((word, index) => [word, index]));
  const out: number[] = [];
  const head: number[] = [];
  literal(words.join('\n'), head);
  literal(`${head.length}\n`, out);
  for (const byte of head) out.push(byte);
  let last = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const lower = word.toLowerCase();
    const code = codes.get(lower);
    const form = code === undefined ? undefined : formOf(word, lower);
    if (code === undefined || form === undefined) continue;
    literal(text.slice(last, index), out);
    last = index + word.length;
    if (form !== 0) out.push(form);
    if (code < SHORT) out.push(FIRST + code);
    else out.push(FIRST + SHORT + ((code - SHORT) >> 7), FIRST + ((code - SHORT) & 127));
  }
  literal(text.slice(last), out);
  return Uint8Array.from(out);
}

/** Decodes what {@link encodeWords} encoded. */
export function decodeWords(bytes: Uint8Array): string {
  const start = bytes.indexOf(LINE_END) + 1;
  const end = start + Number(String.fromCharCode(...bytes.subarray(0, start - 1)));
  const words = decodePart(bytes.subarray(start, end), []).split('\n');
  return decodePart(bytes.subarray(end), words);
}

function decodePart(bytes: Uint8Array, words: readonly string[]): string {
  const chunks: string[] = [];
  const units = new Uint16Array(CHUNK);
  let used = 0;
  let form = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (used > CHUNK - LONGEST) {
      chunks.push(textOf(units.subarray(0, used)));
      used = 0;
    }
    if (byte >= FIRST) {
      const code = byte - FIRST;
      const plain = words[code < SHORT ? code : SHORT + ((code - SHORT) << 7) + bytes[++at]! - FIRST] ?? '';
      const word = form === 0 ? plain : form === CAPITALS ? plain.toUpperCase() : capitalised(plain);
      for (let i = 0; i < word.length; i += 1) units[used++] = word.charCodeAt(i);
      form = 0;
    } else if (byte === CAPITAL || byte === CAPITALS) form = byte;
    else if (byte === ESCAPE) units[used++] = (bytes[++at]! << 8) | bytes[++at]!;
    else units[used++] = byte;
  }
  chunks.push(textOf(units.subarray(0, used)));
  return chunks.join('');
}

/** `apply` takes typed arrays as they are; spreading one would walk it item by item. */
function textOf(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

/** Small enough to be arguments of one call. */
const CHUNK = 8192;
/** A word of the list is at most so long. */
const LONGEST = 60;

/** The words that save most, the most frequent first. */
function frequentWords(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) {
    const lower = word.toLowerCase();
    if (!word.startsWith('\\') && formOf(word, lower) !== undefined)
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
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
    else out.push(ESCAPE, unit >> 8, unit & 255);
  }
}
