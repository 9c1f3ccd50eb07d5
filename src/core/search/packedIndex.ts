/**
 * The index in a third fewer bytes after compression: terms in order with what they share with the one before left
 * out, and postings as differences. Numbers are in base 36. One line for each term:
 * `<shared length><rest> <field><posting>,<posting> ...`, a posting being the distance from the last document and,
 * when it is more than one, `*` and the frequency.
 */
import type { AsPlainObject } from 'minisearch';

/** What `search.json` holds of the index: MiniSearch's own form with the postings as text. */
export interface PackedIndex extends Omit<AsPlainObject, 'index'> {
  readonly terms: string;
}

/** Packs what MiniSearch serialises. */
export function packIndex({ index, ...rest }: AsPlainObject): PackedIndex {
  const sorted = [...index].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  let before = '';
  const lines = sorted.map(([term, fields]) => {
    const shared = Math.min(sharedLength(before, term), 35);
    before = term;
    const postings = Object.entries(fields).map(
      ([field, entries]) => Number(field).toString(36) + packPostings(entries),
    );
    return `${shared.toString(36)}${term.slice(shared)} ${postings.join(' ')}`;
  });
  return { ...rest, terms: lines.join('\n') };
}

/** The postings of a term as they are stored, and what to add to their documents. */
export interface PackedTerm {
  readonly text: string;
  readonly offset: number;
}

/** The documents that have a term in one field, in order, and how often. */
export interface Postings {
  readonly field: number;
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
}

/** Puts the terms of a packed index into a map, with their postings as they are stored. */
export function readTerms(terms: string, offset: number, into: Map<string, PackedTerm[]>): void {
  let term = '';
  for (const line of terms.split('\n')) {
    const space = line.indexOf(' ');
    if (space < 0) continue;
    term = term.slice(0, parseInt(line.charAt(0), 36)) + line.slice(1, space);
    const packed = { text: line.slice(space + 1), offset };
    const before = into.get(term);
    if (before) before.push(packed);
    else into.set(term, [packed]);
  }
}

/** Reads the postings of one term. */
export function unpackPostings(packed: readonly PackedTerm[]): Postings[] {
  const fields = new Map<number, [documents: number[], frequencies: number[]]>();
  for (const { text, offset } of packed) {
    for (const postings of text.split(' ')) {
      const field = parseInt(postings.charAt(0), 36);
      const lists = fields.get(field) ?? [[], []];
      fields.set(field, lists);
      let document = offset;
      for (const posting of postings.slice(1).split(',')) {
        const [distance = '', frequency = '1'] = posting.split('*');
        document += parseInt(distance, 36);
        lists[0].push(document);
        lists[1].push(parseInt(frequency, 36));
      }
    }
  }
  return [...fields].map(([field, [documents, frequencies]]) => ({
    field,
    documents: Uint32Array.from(documents),
    frequencies: Uint32Array.from(frequencies),
  }));
}

/** Document to frequency, as MiniSearch writes them. */
function packPostings(postings: Readonly<Record<string, number>>): string {
  let last = 0;
  return Object.entries(postings)
    .map(([document, frequency]): [number, number] => [Number(document), frequency])
    .sort(([a], [b]) => a - b)
    .map(([document, frequency]) => {
      const distance = (document - last).toString(36);
      last = document;
      return frequency === 1 ? distance : `${distance}*${frequency.toString(36)}`;
    })
    .join(',');
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
