/**
 * The terms of the index, each with the documents that have it. MiniSearch built it; it is read in place, because a
 * keystroke asks for thousands of postings and MiniSearch makes an object of each.
 */
import { SpellingBook } from './spelling.ts';

/** An index as it is searched. */
export interface ReadIndex {
  readonly fields: readonly string[];
  /** Ids of the documents; elsewhere a document is its place among them. */
  readonly documents: readonly string[];
  /** How many terms each field of each document has, one document after the other. */
  readonly lengths: Uint16Array;
  /** In order. */
  readonly terms: readonly string[];
  /** The postings of the term at a place, field by field. */
  readonly postings: (at: number) => readonly Postings[];
}

/** The documents that have a term in one field, in order, and how often. */
export interface Postings {
  readonly field: number;
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
}

/** One or several indexes as one; the documents of later ones have the higher numbers. */
export class TermTable {
  readonly documents: readonly string[];
  readonly fields: readonly string[];
  readonly #parts: readonly Part[];
  /** How long each field of each document is against the average. */
  readonly #lengths: Float32Array;
  readonly #asked = new Map<string, readonly Postings[]>();
  readonly #spelling: SpellingBook;

  constructor(indexes: readonly ReadIndex[]) {
    this.fields = indexes[0]?.fields ?? [];
    this.documents = indexes.flatMap(({ documents }) => documents);
    this.#lengths = relative(
      indexes.map(({ lengths }) => lengths),
      this.fields.length,
    );
    let offset = 0;
    this.#parts = indexes.map((index) => {
      const part = { ...index, offset };
      offset += index.documents.length;
      return part;
    });
    this.#spelling = new SpellingBook([...new Set(indexes.flatMap(({ terms }) => terms))]);
  }

  has(term: string): boolean {
    return this.#parts.some(({ terms }) => terms[placeOf(term, terms)] === term);
  }

  /** The documents of a term, field by field; nothing for a term that no document has. */
  postings(term: string): readonly Postings[] {
    const asked = this.#asked.get(term);
    if (asked) return asked;
    const postings = this.#parts.flatMap(({ terms, postings: read, offset }) => {
      const at = placeOf(term, terms);
      return terms[at] === term ? read(at).map((field) => moved(field, offset)) : [];
    });
    const joined = joinFields(postings);
    if (joined.length > 0) this.#asked.set(term, joined);
    return joined;
  }

  /** The terms that go on after a prefix. */
  startingWith(prefix: string): readonly string[] {
    const found = this.#parts.flatMap(({ terms }) => {
      const start = placeOf(prefix, terms);
      let end = start;
      while (terms[end]?.startsWith(prefix)) end += 1;
      return terms.slice(terms[start] === prefix ? start + 1 : start, end);
    });
    return this.#parts.length > 1 ? [...new Set(found)] : found;
  }

  /** The words of the index that are one or two letters away from a word, with their distance. */
  spelledLike(word: string, distance: number): readonly (readonly [term: string, distance: number])[] {
    return this.#spelling.near(word, distance);
  }

  /** How long a field of a document is against the average. */
  relativeLength(document: number, field: number): number {
    return this.#lengths[document * this.fields.length + field]!;
  }
}

interface Part extends ReadIndex {
  /** What to add to the numbers of the documents. */
  readonly offset: number;
}

/** The place of a term among terms in order, or where it would be. */
function placeOf(term: string, terms: readonly string[]): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle]! < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

function moved(postings: Postings, offset: number): Postings {
  return offset === 0
    ? postings
    : { ...postings, documents: postings.documents.map((document) => document + offset) };
}

/** One list for each field. */
function joinFields(postings: readonly Postings[]): readonly Postings[] {
  const joined = new Map<number, Postings>();
  for (const next of postings) {
    const before = joined.get(next.field);
    joined.set(
      next.field,
      before
        ? {
            field: next.field,
            documents: Uint32Array.of(...before.documents, ...next.documents),
            frequencies: Uint32Array.of(...before.frequencies, ...next.frequencies),
          }
        : next,
    );
  }
  return [...joined.values()];
}

/** Lengths as multiples of the mean length of their field. */
function relative(parts: readonly Uint16Array[], width: number): Float32Array {
  const lengths = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    lengths.set(part, offset);
    offset += part.length;
  }
  const sums = new Float64Array(width);
  for (let at = 0; at < lengths.length; at += 1) sums[at % width]! += lengths[at]!;
  const documents = lengths.length / Math.max(1, width);
  return lengths.map((length, at) => (length * documents) / sums[at % width]!);
}
