/**
 * Reads files of LZMA (".lzma": properties, size of the dictionary, length, stream) in steps. It follows the
 * decoder of the LZMA specification by Igor Pavlov, which is in the public domain; libraries read all at once.
 */

/** What an `.lzma` file holds, in steps of some milliseconds; an error when it is broken or holds more than `most` bytes. */
export function* readLzma(file: Uint8Array, most = 2 ** 26): Generator<void, Uint8Array> {
  const header = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < HEADER + 5 || file[HEADER] !== 0 || file[0]! >= 9 * 5 * 5)
    throw new Error('This is no LZMA file, or its end is missing.');
  const length = header.getUint32(9, true) === 0 ? header.getUint32(5, true) : Infinity;
  if (length > most)
    throw new Error(`The LZMA file is broken: it says that it holds more than ${most} bytes.`);
  const stream = new LzmaStream(file, length);
  while (!stream.isComplete()) {
    stream.advance(STEP);
    yield;
  }
  return stream.bytes;
}

const HEADER = 13;
/** Bytes that are decoded without a pause. */
const STEP = 4096;

/** Where the chances of each kind of bit begin: there are 12 states, 16 places of a position and 4 groups of lengths. */
const MATCH = 0;
const REPEAT = MATCH + 12 * 16;
const REPEAT_0 = REPEAT + 12;
const REPEAT_1 = REPEAT_0 + 12;
const REPEAT_2 = REPEAT_1 + 12;
const REPEAT_LONG = REPEAT_2 + 12;
const SLOT = REPEAT_LONG + 12 * 16;
const SPECIAL = SLOT + 4 * 64;
const ALIGN = SPECIAL + 128;
const MATCH_LENGTH = ALIGN + 16;
const REPEAT_LENGTH = MATCH_LENGTH + 2 + 2 * 16 * 8 + 256;
const LITERAL = REPEAT_LENGTH + 2 + 2 * 16 * 8 + 256;
const PER_LITERAL = 0x300;

/** Below this state the last thing was a literal. */
const AFTER_MATCH = 7;

class LzmaStream {
  readonly bytes: Uint8Array;
  readonly #file: Uint8Array;
  readonly #chances: Uint16Array;
  readonly #literalBits: number;
  readonly #literalPlaces: number;
  readonly #places: number;
  #read = HEADER + 5;
  #written = 0;
  #range = -1;
  #code = 0;
  #state = 0;
  #distances: readonly [number, number, number, number] = [0, 0, 0, 0];

  constructor(file: Uint8Array, length: number) {
    const properties = file[0]!;
    this.#file = file;
    this.bytes = new Uint8Array(length);
    this.#literalBits = properties % 9;
    const placeBits = Math.floor(properties / 9) % 5;
    this.#literalPlaces = (1 << placeBits) - 1;
    this.#places = (1 << Math.floor(properties / 45)) - 1;
    this.#chances = new Uint16Array(LITERAL + (PER_LITERAL << (this.#literalBits + placeBits))).fill(1024);
    for (let at = 1; at < 5; at += 1) this.#code = (this.#code << 8) | file[HEADER + at]!;
  }

  isComplete(): boolean {
    return this.#written === this.bytes.length;
  }

  /** Decodes so many bytes, and the rest of the match that is then begun. */
  advance(count: number): void {
    const end = Math.min(this.#written + count, this.bytes.length);
    while (this.#written < end) {
      const place = this.#written & this.#places;
      if (this.#bit(MATCH + (this.#state << 4) + place) === 0) this.#literal();
      else this.#copy(place);
    }
    if (this.#read > this.#file.length) throw broken();
  }

  #literal(): void {
    const last = this.#written > 0 ? this.bytes[this.#written - 1]! : 0;
    const context =
      ((this.#written & this.#literalPlaces) << this.#literalBits) + (last >> (8 - this.#literalBits));
    const base = LITERAL + PER_LITERAL * context;
    let symbol = 1;
    if (this.#state >= AFTER_MATCH) {
      let matched = this.bytes[this.#written - this.#distances[0] - 1]!;
      let same = true;
      while (same && symbol < 256) {
        const expected = (matched >> 7) & 1;
        matched <<= 1;
        const bit = this.#bit(base + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        same = bit === expected;
      }
    }
    while (symbol < 256) symbol = (symbol << 1) | this.#bit(base + symbol);
    this.bytes[this.#written++] = symbol;
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
  }

  #copy(place: number): void {
    const state = this.#state;
    const [first, second, third, fourth] = this.#distances;
    const afterLiteral = state < AFTER_MATCH;
    let length: number;
    if (this.#bit(REPEAT + state) === 0) {
      length = this.#length(MATCH_LENGTH, place);
      this.#distances = [this.#distance(length), first, second, third];
      this.#state = afterLiteral ? 7 : 10;
    } else {
      if (this.#bit(REPEAT_0 + state) === 0) {
        if (this.#bit(REPEAT_LONG + (state << 4) + place) === 0) {
          this.#state = afterLiteral ? 9 : 11;
          this.#repeat(1);
          return;
        }
      } else if (this.#bit(REPEAT_1 + state) === 0) this.#distances = [second, first, third, fourth];
      else if (this.#bit(REPEAT_2 + state) === 0) this.#distances = [third, first, second, fourth];
      else this.#distances = [fourth, first, second, third];
      length = this.#length(REPEAT_LENGTH, place);
      this.#state = afterLiteral ? 8 : 11;
    }
    this.#repeat(length + 2);
  }

  /** Copies from as far back as the last distance says. */
  #repeat(length: number): void {
    const { bytes } = this;
    const from = this.#written - this.#distances[0] - 1;
    if (from < 0 || this.#written + length > bytes.length) throw broken();
    for (let at = 0; at < length; at += 1) bytes[this.#written + at] = bytes[from + at]!;
    this.#written += length;
  }

  #length(base: number, place: number): number {
    if (this.#bit(base) === 0) return this.#tree(base + 2 + (place << 3), 3);
    if (this.#bit(base + 1) === 0) return 8 + this.#tree(base + 2 + 128 + (place << 3), 3);
    return 16 + this.#tree(base + 2 + 256, 8);
  }

  #distance(length: number): number {
    const slot = this.#tree(SLOT + (Math.min(length, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) << bits;
    if (slot < 14) return high + this.#reversed(SPECIAL + high - slot, bits);
    let middle = 0;
    for (let left = bits - 4; left > 0; left -= 1) middle = (middle << 1) | this.#even();
    return (high + (middle << 4) + this.#reversed(ALIGN, 4)) >>> 0;
  }

  /** Bits that choose a leaf of a tree, the highest first. */
  #tree(base: number, bits: number): number {
    let symbol = 1;
    for (let left = bits; left > 0; left -= 1) symbol = (symbol << 1) | this.#bit(base + symbol);
    return symbol - (1 << bits);
  }

  /** The same, the lowest first. */
  #reversed(base: number, bits: number): number {
    let symbol = 1;
    let value = 0;
    for (let at = 0; at < bits; at += 1) {
      const bit = this.#bit(base + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << at;
    }
    return value;
  }

  /** A bit whose chance is known from the bits before it. Range and code are 32 bits without a sign. */
  #bit(index: number): 0 | 1 {
    const chance = this.#chances[index]!;
    const bound = Math.imul(this.#range >>> 11, chance);
    const isOne = this.#code >>> 0 >= bound >>> 0;
    if (isOne) {
      this.#range = (this.#range - bound) | 0;
      this.#code = (this.#code - bound) | 0;
      this.#chances[index] = chance - (chance >> 5);
    } else {
      this.#range = bound;
      this.#chances[index] = chance + ((2048 - chance) >> 5);
    }
    this.#refill();
    return isOne ? 1 : 0;
  }

  /** A bit that is as likely 0 as 1. */
  #even(): 0 | 1 {
    this.#range >>>= 1;
    const isOne = this.#code >>> 0 >= this.#range;
    if (isOne) this.#code = (this.#code - this.#range) | 0;
    this.#refill();
    return isOne ? 1 : 0;
  }

  #refill(): void {
    if (this.#range >>> 24 !== 0) return;
    this.#range <<= 8;
    this.#code = (this.#code << 8) | (this.#file[this.#read++] ?? 0);
  }
}

function broken(): Error {
  return new Error('The LZMA file is broken.');
}
