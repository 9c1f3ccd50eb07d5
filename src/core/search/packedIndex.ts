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

/** Reads what {@link packIndex} packed, in steps. Postings stay text until somebody asks for those of their term. */
export function* readIndex({
  fieldIds,
  documentIds,
  fieldLength,
  terms: packed,
}: PackedIndex): Generator<void, ReadIndex> {
  const fields = Object.keys(fieldIds);
  const documents = Object.values(documentIds) as string[];
  const lengths = new Uint16Array(documents.length * fields.length);
  for (let document = 0; document < documents.length; document += 1) {
    if (document % STEP === 0) yield;
    for (const [field, length] of Object.entries(fieldLength[document] ?? {}))
      lengths[document * fields.length + Number(field)] = length;
  }
  const lines = packed === '' ? [] : packed.split('\n');
  const terms: string[] = [];
  for (const line of lines) {
    if (terms.length % STEP === 0) yield;
    const shared = terms.at(-1)?.slice(0, parseInt(line.charAt(0), 36)) ?? '';
    terms.push(shared + line.slice(1, line.indexOf(' ')));
  }
  const postings = (at: number) => {
    const line = lines[at] ?? '';
    return line
      .slice(line.indexOf(' ') + 1)
      .split(' ')
      .map(unpackPostings);
  };
  return { fields, documents, lengths, terms, postings };
}

const STEP = 1000;

function unpackPostings(field: string): Postings {
  const entries = field.slice(1).split(',');
  const documents = new Uint32Array(entries.length);
  const frequencies = new Uint32Array(entries.length);
  let document = 0;
  entries.forEach((entry, at) => {
    const star = entry.indexOf('*');
    document += parseInt(star < 0 ? entry : entry.slice(0, star), 36);
    documents[at] = document;
    frequencies[at] = star < 0 ? 1 : parseInt(entry.slice(star + 1), 36);
  });
  return { field: parseInt(field.charAt(0), 36), documents, frequencies };
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
