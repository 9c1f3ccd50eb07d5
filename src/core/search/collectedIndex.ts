/** What MiniSearch collected, as it is searched. */
import type { AsPlainObject } from 'minisearch';
import type { Postings, ReadIndex } from './termTable.ts';

/** Reads what MiniSearch serialises of an index from which nothing was taken away. */
export function collectedIndex({ fieldIds, documentIds, fieldLength, index }: AsPlainObject): ReadIndex {
  const fields = Object.keys(fieldIds);
  const documents = Object.values(documentIds) as string[];
  const lengths = new Uint16Array(documents.length * fields.length);
  documents.forEach((_, document) => {
    for (const [field, length] of Object.entries(fieldLength[document] ?? {}))
      lengths[document * fields.length + Number(field)] = length;
  });
  const sorted = [...index].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    fields,
    documents,
    lengths,
    terms: sorted.map(([term]) => term),
    postings: (at) =>
      Object.entries(sorted[at]?.[1] ?? {}).map(([field, entries]) => postingsIn(Number(field), entries)),
  };
}

function postingsIn(field: number, entries: Readonly<Record<string, number>>): Postings {
  const documents = Uint32Array.from(Object.keys(entries), Number).sort();
  return { field, documents, frequencies: documents.map((document) => entries[String(document)]!) };
}
