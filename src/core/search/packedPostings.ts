/**
 * Postings as bits: which documents have a term in which field, and how often. Documents of the concepts that have
 * the term in another field are asked one by one; the others are distances, in contexts of how large one expects
 * them to be.
 */
import { AdaptiveBits, AdaptiveNumbers, type BitCoder } from '../rangeCode.ts';
import type { PostingsStore } from './postingsStore.ts';
import type { Postings } from './termTable.ts';

/** What the postings are about: documents of a concept stand together. */
export interface Documents {
  readonly fields: number;
  /** How many terms each field of each document has; a term is in no field without any. */
  readonly lengths: Uint16Array;
  /** By document, the number of its concept: 0, 0, 1, ... */
  readonly groups: Uint16Array;
}

/**
 * Codes one term after the other into a store; write and read in the same order, with the same documents. It runs a
 * hundred thousand times while somebody waits: lists are kept and used again.
 */
export class PostingsCoder {
  readonly #coder: BitCoder;
  readonly #store: PostingsStore;
  readonly #fields: readonly FieldDocuments[];
  readonly #touched: Touched;
  readonly #masks = new AdaptiveBits(KINDS * MOST_FIELDS * MASKS);
  readonly #counts: AdaptiveNumbers;
  readonly #gaps: AdaptiveNumbers;
  readonly #frequencies: AdaptiveNumbers;
  readonly #flags: AdaptiveBits;
  /** Documents of the field, by their numbers there: those to be asked, and those that have the term. */
  readonly #candidates: Uint16Array;
  readonly #found: Uint16Array;

  constructor(coder: BitCoder, store: PostingsStore, documents: Documents) {
    const { fields, groups } = documents;
    this.#coder = coder;
    this.#store = store;
    this.#fields = Array.from({ length: fields }, (_, field) => documentsOf(field, documents));
    this.#touched = new Touched(groups);
    this.#counts = new AdaptiveNumbers(fields * 2);
    this.#gaps = new AdaptiveNumbers(fields * SIZES * 3);
    this.#frequencies = new AdaptiveNumbers(fields * 6);
    this.#flags = new AdaptiveBits(fields * 16 * 4 * 4);
    this.#candidates = new Uint16Array(groups.length);
    this.#found = new Uint16Array(groups.length);
  }

  /**
   * Codes the fields of `asked` for one term. `kind` is a small number that says what sort of term it is, `near` are
   * the lists of the store that belong to it already, and `given` is what is to be written.
   */
  term(kind: number, asked: readonly number[], near: readonly number[], given: readonly Postings[]): void {
    this.#touched.clear();
    for (const list of near) this.#touch(list);
    let mask = 0;
    for (const field of asked) {
      const context = (kind * MOST_FIELDS + field) * MASKS + (mask & (MASKS - 1));
      const has = listIn(field, given) ? 1 : 0;
      mask = (mask << 1) | this.#masks.code(this.#coder, context, has);
    }
    for (let at = 0; at < asked.length; at += 1) {
      if (((mask >> (asked.length - 1 - at)) & 1) === 0) continue;
      this.#touch(this.#postings(asked[at]!, listIn(asked[at]!, given)));
    }
  }

  #touch(list: number): void {
    const { starts, documents } = this.#store;
    for (let at = starts[list]!; at < starts[list + 1]!; at += 1) this.#touched.add(documents[at]!);
  }

  #postings(field: number, given: Postings | undefined): number {
    const { documents, numbers } = this.#fields[field]!;
    const wanted = given ? Array.from(given.documents, (document) => numbers[document]!) : NONE;
    const candidates = this.#ask(field, wanted);
    const count = this.#find(field, candidates, given ? this.#gapsOf(candidates, wanted) : NONE);
    const size = count > 40 ? 2 : count > 5 ? 1 : 0;
    let more = 0;
    for (let at = 0; at < count; at += 1) {
      const context = (field * 3 + size) * 2 + (more > 0 ? 1 : 0);
      more = this.#frequencies.code(this.#coder, context, given ? given.frequencies[at]! - 1 : 0);
      this.#store.add(documents[this.#found[at]!]!, more + 1);
    }
    return this.#store.endList(field);
  }

  /** Lists the candidates, marks those that have the term (the highest bit is no part of a number) and counts them. */
  #ask(field: number, wanted: readonly number[]): number {
    const { documents, firsts } = this.#fields[field]!;
    const touched = this.#touched;
    const groups = touched.sorted();
    const many = Math.min(3, sizeOf(groups.length) >> 1);
    let count = 0;
    let before = 0;
    let next = 0;
    for (const group of groups) {
      const times = touched.times(group);
      for (let number = firsts[group]!; number < firsts[group + 1]!; number += 1) {
        while (next < wanted.length && wanted[next]! < number) next += 1;
        const near = touched.has(documents[number]!) ? 8 + times : times;
        const context = ((field * 16 + near) * 4 + many) * 4 + before;
        const has = this.#flags.code(this.#coder, context, wanted[next] === number ? 1 : 0);
        before = ((before << 1) | has) & 3;
        this.#candidates[count++] = has === 1 ? number | HAS : number;
      }
    }
    return count;
  }

  /**
   * Reads the others as distances, with the candidates left out, and lists all documents that have the term. Gives
   * how many these are.
   */
  #find(field: number, candidates: number, gaps: readonly number[]): number {
    const alone = candidates === 0 ? 1 : 0;
    const left = this.#counts.code(this.#coder, field * 2 + alone, gaps.length - alone) + alone;
    const room = this.#fields[field]!.documents.length - candidates;
    let found = 0;
    let place = -1;
    let passed = 0;
    let near = 0;
    const pass = (): void => {
      const candidate = this.#candidates[passed]!;
      if ((candidate & HAS) !== 0) this.#found[found++] = candidate & ~HAS;
      passed += 1;
    };
    for (let at = 0; at < left; at += 1) {
      const expected = (room - place - 1) / (left - at + 1);
      const context = (field * SIZES + sizeOf(expected)) * 3 + near;
      const gap = this.#gaps.code(this.#coder, context, gaps[at] ?? 0);
      near = gap < 3 ? 1 : 2;
      place += gap + 1;
      while (passed < candidates && (this.#candidates[passed]! & ~HAS) <= place + passed) pass();
      this.#found[found++] = place + passed;
    }
    while (passed < candidates) pass();
    return found;
  }

  /** The distances that {@link #find} writes. */
  #gapsOf(candidates: number, wanted: readonly number[]): number[] {
    const gaps: number[] = [];
    let last = -1;
    let passed = 0;
    for (const number of wanted) {
      while (passed < candidates && (this.#candidates[passed]! & ~HAS) < number) passed += 1;
      if (passed < candidates && (this.#candidates[passed]! & ~HAS) === number) continue;
      gaps.push(number - passed - last - 1);
      last = number - passed;
    }
    return gaps;
  }
}

function listIn(field: number, lists: readonly Postings[]): Postings | undefined {
  for (const list of lists) if (list.field === field) return list;
  return undefined;
}

/** The concepts and documents in which a term has been found so far. */
class Touched {
  readonly #groups: ArrayLike<number>;
  readonly #times: Uint8Array;
  readonly #documents: Uint8Array;
  #listed: number[] = [];
  #added: number[] = [];
  #inOrder = true;

  constructor(groups: ArrayLike<number>) {
    this.#groups = groups;
    this.#times = new Uint8Array((groups[groups.length - 1] ?? 0) + 1);
    this.#documents = new Uint8Array(groups.length);
  }

  clear(): void {
    for (const group of this.#listed) this.#times[group] = 0;
    for (const document of this.#added) this.#documents[document] = 0;
    this.#listed.length = this.#added.length = 0;
    this.#inOrder = true;
  }

  add(document: number): void {
    const group = this.#groups[document]!;
    const times = this.#times[group]!;
    if (times === 0) {
      this.#inOrder &&= this.#listed.length === 0 || this.#listed[this.#listed.length - 1]! < group;
      this.#listed.push(group);
    }
    if (times < 7) this.#times[group] = times + 1;
    if (this.#documents[document] === 0) this.#added.push(document);
    this.#documents[document] = 1;
  }

  /** The concepts in order. */
  sorted(): readonly number[] {
    if (!this.#inOrder) this.#listed.sort((a, b) => a - b);
    this.#inOrder = true;
    return this.#listed;
  }

  has(document: number): boolean {
    return this.#documents[document] === 1;
  }

  /** In how many places, up to 7. */
  times(group: number): number {
    return this.#times[group]!;
  }
}

/** The documents that have a field, numbered among themselves, and the first number of each concept. */
interface FieldDocuments {
  readonly documents: Uint16Array;
  readonly numbers: Uint16Array;
  readonly firsts: Uint16Array;
}

function documentsOf(field: number, { fields, lengths, groups }: Documents): FieldDocuments {
  const documents = new Uint16Array(groups.length);
  const numbers = new Uint16Array(groups.length);
  const firsts = new Uint16Array((groups[groups.length - 1] ?? 0) + 2);
  let count = 0;
  for (let document = 0; document < groups.length; document += 1) {
    if (groups[document] !== groups[document - 1]) firsts[groups[document]!] = count;
    numbers[document] = count;
    if (lengths[document * fields + field]! > 0) documents[count++] = document;
  }
  firsts[firsts.length - 1] = count;
  return { documents: documents.subarray(0, count), numbers, firsts };
}

/** The size of a number in steps of half a doubling or so. */
function sizeOf(number: number): number {
  const whole = Math.floor(number * 4);
  const bits = 31 - Math.clz32(whole | 1);
  return Math.min(SIZES - 1, 2 * bits + (bits > 0 ? (whole >> (bits - 1)) & 1 : 0));
}

const NONE: readonly number[] = [];
/** Marks a candidate that has the term; more documents than this an index may not have. */
const HAS = 0x8000;
const SIZES = 32;
const KINDS = 4;
/** Fields that an index may have, and what is remembered of the fields before. */
const MOST_FIELDS = 16;
const MASKS = 1024;
