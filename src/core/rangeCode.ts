/**
 * Binary arithmetic coding (the range coder of LZMA) with chances that adapt: what is likely costs a fraction of a
 * bit. One function writes and reads: a {@link BitCoder} takes the bit to write and gives it back, or gives the bit
 * that it reads, so that both directions follow the same model. Whole numbers only, for the same result everywhere.
 */

/** Writes the bits it is given, or reads and ignores what it is given. `chance` of a 1 is in 65536ths. */
export interface BitCoder {
  bit(chance: number, bit: number): number;
}

/** A coder that writes. */
export class RangeEncoder implements BitCoder {
  readonly #bytes: number[] = [];
  #low = 0;
  #range = 2 ** 32 - 1;
  #cache = 0;
  #waiting = 1;

  bit(chance: number, bit: number): number {
    const bound = Math.floor(this.#range / ONE) * chance;
    if (bit === 1) this.#range = bound;
    else {
      this.#low += bound;
      this.#range -= bound;
    }
    while (this.#range < SMALL) {
      this.#range *= 256;
      this.#shift();
    }
    return bit;
  }

  /** All bytes; nothing may be written afterwards. */
  finish(): Uint8Array {
    for (let count = 0; count < 5; count += 1) this.#shift();
    return Uint8Array.from(this.#bytes.slice(1));
  }

  /** A byte of 255 waits, because what comes may carry over into it. */
  #shift(): void {
    const carry = this.#low >= 2 ** 32 ? 1 : 0;
    if (this.#low < 0xff000000 || carry === 1) {
      for (let byte = this.#cache; this.#waiting > 0; this.#waiting -= 1, byte = 255)
        this.#bytes.push((byte + carry) & 255);
      this.#cache = Math.floor(this.#low / SMALL) & 255;
    }
    this.#waiting += 1;
    this.#low = (this.#low % SMALL) * 256;
  }
}

/** A coder that reads what {@link RangeEncoder} wrote; behind the end it reads zeros. */
export class RangeDecoder implements BitCoder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #code = 0;
  #range = 2 ** 32 - 1;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let count = 0; count < 4; count += 1) this.#code = ((this.#code << 8) | this.#next()) >>> 0;
  }

  bit(chance: number): number {
    const bound = (this.#range >>> 16) * chance;
    const bit = this.#code < bound ? 1 : 0;
    if (bit === 1) this.#range = bound;
    else {
      this.#code -= bound;
      this.#range -= bound;
    }
    while (this.#range < SMALL) {
      this.#range = (this.#range << 8) >>> 0;
      this.#code = ((this.#code << 8) | this.#next()) >>> 0;
    }
    return bit;
  }

  #next(): number {
    return this.#at < this.#bytes.length ? this.#bytes[this.#at++]! : 0;
  }
}

/** Chances of bits by context, learnt from the bits before: quickly at first, then slowly. */
export class AdaptiveBits {
  readonly #chances: Uint16Array;
  readonly #seen: Uint8Array;

  constructor(contexts: number) {
    this.#chances = new Uint16Array(contexts).fill(ONE / 2);
    this.#seen = new Uint8Array(contexts);
  }

  /** Codes a bit in a context below the number of contexts. */
  code(coder: BitCoder, context: number, bit: number): number {
    const chance = this.#chances[context]!;
    const coded = coder.bit(Math.min(Math.max(chance, LEAST), ONE - LEAST), bit);
    const seen = this.#seen[context]!;
    const step = STEPS[seen]!;
    this.#chances[context] =
      coded === 1 ? chance + (((ONE - 1 - chance) * step) >>> 16) : chance - ((chance * step) >>> 16);
    if (seen < STEPS.length - 1) this.#seen[context] = seen + 1;
    return coded;
  }
}

/** Whole numbers from 0 by context: how many bits they have, then the bits, the first two with chances of their own. */
export class AdaptiveNumbers {
  readonly #bits: AdaptiveBits;

  constructor(contexts: number) {
    this.#bits = new AdaptiveBits(contexts * PER_NUMBER);
  }

  /** Codes a number below 2^20. */
  code(coder: BitCoder, context: number, number: number): number {
    const base = context * PER_NUMBER;
    const most = 31 - Math.clz32(number + 1);
    let length = 0;
    while (length < LONGEST && this.#bits.code(coder, base + length, length < most ? 1 : 0) === 1)
      length += 1;
    let value = 1;
    for (let at = length - 1; at >= 0; at -= 1) {
      const depth = length - 1 - at;
      const slot = depth < 2 ? length * 4 + value : length * 4;
      value = (value << 1) | this.#bits.code(coder, base + LONGEST + slot, ((number + 1) >> at) & 1);
    }
    return value - 1;
  }
}

const ONE = 65_536;
/** No chance is so small that it would leave nothing of the range. */
const LEAST = 32;
/** Below this the range takes in another byte. */
const SMALL = 2 ** 24;
const LONGEST = 20;
const PER_NUMBER = LONGEST + 4 * (LONGEST + 1);

/** How far a chance moves towards the bit that came, in 65536ths, by how many came before. */
const STEPS = Uint32Array.from({ length: 60 }, (_, seen) => Math.floor((10 * ONE) / (10 * seen + 16)));
