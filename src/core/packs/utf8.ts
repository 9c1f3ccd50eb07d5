/** Bytes of a pack file as text. Strict: a file in another encoding is refused, not guessed at. */

/** The text, or the 1-based line on which the bytes stop being UTF-8. */
export type Decoded = { readonly text: string } | { readonly badLine: number };

/** Decodes UTF-8 with or without a byte order mark; overlong forms, surrogates and truncated letters are errors. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const chunks: string[] = [];
  let units: number[] = [];
  let line = 1;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return { badLine: line };
    const point = codePoint(bytes, at, length);
    if (point === 10) line += 1;
    if (point < 0x10000) units.push(point);
    else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
    at += length;
    if (units.length >= CHUNK) {
      chunks.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return { text: chunks.join('') + String.fromCharCode(...units) };
}

/** Small enough to be arguments of one call. */
const CHUNK = 8192;

/** Bytes of the letter that starts at `at`, or 0 when there is none. RFC 3629, section 4. */
function sequenceLength(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return follows(bytes, at, 1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const fits = first === 0xe0 ? second >= 0xa0 : first === 0xed ? second < 0xa0 : true;
    return fits && follows(bytes, at, 2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const fits = first === 0xf0 ? second >= 0x90 : first === 0xf4 ? second < 0x90 : true;
    return fits && follows(bytes, at, 3) ? 4 : 0;
  }
  return 0;
}

function follows(bytes: Uint8Array, at: number, count: number): boolean {
  for (let i = 1; i <= count; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at]!;
  let point = length === 1 ? first : first & (0xff >> (length + 1));
  for (let i = 1; i < length; i += 1) point = (point << 6) | (bytes[at + i]! & 0x3f);
  return point;
}
