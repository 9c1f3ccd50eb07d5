/**
 * The terms of the index in order, each with the documents that have it. MiniSearch built it; it is read in place,
 * because a keystroke asks for thousands of postings and MiniSearch makes an object of each. Postings stay text until
 * somebody asks for their term.
 */
import { readTerms, unpackPostings } from './packedIndex.ts';
import type { PackedIndex, PackedTerm, Postings } from './packedIndex.ts';
import { SpellingBook } from './spelling.ts';

/** One or several packed indexes as one; later documents have the higher numbers. */
export class TermTable {
  /** Ids of the documents; what others call a document is its place here. */
  readonly documents: readonly string[];
  readonly fields: readonly string[];
  readonly #lengths: Uint16Array;
  readonly #averageLengths: Float64Array;
  readonly #terms: readonly string[];
  readonly #packed: ReadonlyMap<string, readonly PackedTerm[]>;
  readonly #unpacked = new Map<string, readonly Postings[]>();
  #spelling: SpellingBook | undefined;

  constructor(indexes: readonly PackedIndex[]) {
    const first = indexes[0];
    this.fields = Object.keys(first?.fieldIds ?? {});
    const documents: string[] = [];
    const packed = new Map<string, PackedTerm[]>();
    const width = this.fields.length;
    const total = indexes.reduce((sum, { nextId }) => sum + nextId, 0);
    this.#lengths = new Uint16Array(total * width);
    for (const index of indexes) {
      const offset = documents.length;
      readTerms(index.terms, offset, packed);
      for (let document = 0; document < index.nextId; document += 1) {
        documents.push(index.documentIds[document] as string);
        for (const [field, length] of Object.entries(index.fieldLength[document] ?? {}))
          this.#lengths[(offset + document) * width + Number(field)] = length;
      }
    }
    this.documents = documents;
    this.#averageLengths = averages(this.#lengths, width);
    this.#packed = packed;
    const terms = [...packed.keys()];
    this.#terms = indexes.length > 1 ? terms.sort() : terms;
  }

  has(term: string): boolean {
    return this.#packed.has(term);
  }

  /** The documents of a term, field by field; nothing for a term that no document has. */
  postings(term: string): readonly Postings[] {
    const known = this.#unpacked.get(term);
    if (known) return known;
    const packed = this.#packed.get(term);
    if (!packed) return [];
    const postings = unpackPostings(packed);
    this.#unpacked.set(term, postings);
    return postings;
  }

  /** The terms that go on after a prefix. */
  startingWith(prefix: string): readonly string[] {
    let low = 0;
    let high = this.#terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#terms[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < this.#terms.length && this.#terms[end]!.startsWith(prefix)) end += 1;
    return this.#terms.slice(this.#terms[low] === prefix ? low + 1 : low, end);
  }

  /** The words of the index that are one or two letters away from a word, with their distance. */
  spelledLike(word: string, distance: number): readonly (readonly [term: string, distance: number])[] {
    this.#spelling ??= new SpellingBook(this.#terms);
    return this.#spelling.near(word, distance);
  }

  /** How long a field of a document is against the average. */
  relativeLength(document: number, field: number): number {
    return this.#lengths[document * this.fields.length + field]! / this.#averageLengths[field]!;
  }
}

/** The mean length of each field over all documents. */
function averages(lengths: Uint16Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  lengths.forEach((length, at) => {
    sums[at % width]! += length;
  });
  return sums.map((sum) => (sum * width) / Math.max(1, lengths.length));
}
