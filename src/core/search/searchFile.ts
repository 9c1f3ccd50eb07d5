/** The index as a file: its texts as JSON in ASCII, a line end, and its numbers. */
import type { PackedHead, PackedIndex } from './packedIndex.ts';

/** What the search needs beside concepts. */
export interface StoredSearch {
  readonly index: PackedIndex;
  /** Everyday words that mean the same. */
  readonly wordGroups: readonly (readonly string[])[];
}

/** Writes the file. */
export function searchFile({ index: { head, numbers }, wordGroups }: StoredSearch): Uint8Array {
  const json = JSON.stringify({ head, wordGroups }).replace(/[^ -~]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  const file = new Uint8Array(json.length + 1 + numbers.length);
  for (let at = 0; at < json.length; at += 1) file[at] = json.charCodeAt(at);
  file[json.length] = LINE_END;
  file.set(numbers, json.length + 1);
  return file;
}

/** Reads what {@link searchFile} wrote. */
export function readSearchFile(file: Uint8Array): StoredSearch {
  const end = file.indexOf(LINE_END);
  let json = '';
  for (let at = 0; at < end; at += CHUNK)
    json += String.fromCharCode.apply(
      null,
      file.subarray(at, Math.min(end, at + CHUNK)) as unknown as number[],
    );
  const { head, wordGroups } = JSON.parse(json) as {
    readonly head: PackedHead;
    readonly wordGroups: StoredSearch['wordGroups'];
  };
  return { index: { head, numbers: file.subarray(end + 1) }, wordGroups };
}

const LINE_END = 10;
/** Small enough to be arguments of one call. */
const CHUNK = 8192;
