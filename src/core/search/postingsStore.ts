/** Lists of postings one behind the other: a map for each would be a hundred thousand objects. */
import type { Postings } from './termTable.ts';

/** Grows list by list. */
export class PostingsStore {
  /** Where each list begins, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly fields: Uint8Array;
  readonly documents: Uint16Array;
  readonly #frequencies: Uint16Array;
  #lists = 0;
  #end = 0;

  constructor(lists: number, postings: number) {
    this.starts = new Uint32Array(lists + 1);
    this.fields = new Uint8Array(lists);
    this.documents = new Uint16Array(postings);
    this.#frequencies = new Uint16Array(postings);
  }

  /** How many lists there are. */
  get lists(): number {
    return this.#lists;
  }

  /** Adds a document to the list that is being made. */
  add(document: number, frequency: number): void {
    this.documents[this.#end] = document;
    this.#frequencies[this.#end++] = frequency;
  }

  /** Ends a list and gives its number. */
  endList(field: number): number {
    this.fields[this.#lists] = field;
    this.starts[++this.#lists] = this.#end;
    return this.#lists - 1;
  }

  /** A list of its own. */
  list(number: number): Postings {
    const [start, end] = [this.starts[number]!, this.starts[number + 1]!];
    return {
      field: this.fields[number]!,
      documents: Uint32Array.from(this.documents.subarray(start, end)),
      frequencies: Uint32Array.from(this.#frequencies.subarray(start, end)),
    };
  }
}

/** One list for each field, in order, with the frequencies of the same document added up. */
export function united(postings: readonly Postings[]): Postings[] {
  const byField = new Map<number, Postings[]>();
  for (const list of postings) byField.set(list.field, [...(byField.get(list.field) ?? []), list]);
  return [...byField]
    .sort(([a], [b]) => a - b)
    .map(([field, lists]) => (lists.length === 1 ? lists[0]! : added(field, lists)));
}

function added(field: number, lists: readonly Postings[]): Postings {
  const sums = new Map<number, number>();
  for (const { documents, frequencies } of lists)
    documents.forEach((document, at) => sums.set(document, (sums.get(document) ?? 0) + frequencies[at]!));
  const documents = Uint32Array.from(sums.keys()).sort();
  return { field, documents, frequencies: documents.map((document) => sums.get(document)!) };
}
