/** Collects what an index knows of documents: the terms of each field, how often it has them, and how long it is. */
import type { Postings, ReadIndex } from './termTable.ts';

/** What the collector is told about fields and words. */
export interface Analysis<Field extends string> {
  readonly fields: readonly Field[];
  /** The words of a text. */
  readonly words: (text: string) => readonly string[];
  /** The terms under which a word of a field is found; none for words that say nothing. */
  readonly terms: (word: string, field: Field) => readonly string[];
}

/** Takes documents one by one; the index has them in this order. */
export class IndexCollector<Field extends string> {
  readonly #analysis: Analysis<Field>;
  readonly #ids = new Set<string>();
  readonly #lengths: number[] = [];
  /** By term, for each field, the documents in order and how often they have it. */
  readonly #terms = new Map<string, (Map<number, number> | undefined)[]>();

  constructor(analysis: Analysis<Field>) {
    this.#analysis = analysis;
  }

  /** Adds a document with its texts; one whose id is there already is left out. */
  add(document: Readonly<Record<Field | 'id', string>>): void {
    if (this.#ids.has(document.id)) return;
    const { fields, words, terms } = this.#analysis;
    const number = this.#ids.size;
    this.#ids.add(document.id);
    fields.forEach((name, field) => {
      const found = words(document[name]);
      this.#lengths.push(new Set(found).size);
      for (const word of found) for (const term of terms(word, name)) this.#count(term, field, number);
    });
  }

  /** The index of what has been added so far. */
  collected(): ReadIndex {
    const terms = [...this.#terms.keys()].sort();
    return {
      fields: this.#analysis.fields,
      documents: [...this.#ids],
      lengths: Uint16Array.from(this.#lengths),
      terms,
      postings: (at) =>
        (this.#terms.get(terms[at] ?? '') ?? []).flatMap((counts, field) =>
          counts ? [postingsOf(field, counts)] : [],
        ),
    };
  }

  #count(term: string, field: number, document: number): void {
    let fields = this.#terms.get(term);
    if (!fields) this.#terms.set(term, (fields = []));
    const counts = (fields[field] ??= new Map<number, number>());
    counts.set(document, (counts.get(document) ?? 0) + 1);
  }
}

function postingsOf(field: number, counts: ReadonlyMap<number, number>): Postings {
  return {
    field,
    documents: Uint32Array.from(counts.keys()),
    frequencies: Uint32Array.from(counts.values()),
  };
}
