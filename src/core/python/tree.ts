/** The syntax tree of a Python text, re-read only where the text changed. */
import { TreeFragment, type ChangedRange, type Tree } from '@lezer/common';
import { parser } from '@lezer/python';

/** A text and its tree, with what the next parse may reuse. */
export interface PythonTree {
  readonly text: string;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
}

/** What a reader calls the nodes of some names, and all others, by the id of their type: quicker to ask than names. */
export function kindsOf<Kind>(byName: Readonly<Record<string, Kind>>, other: Kind): readonly Kind[] {
  return parser.nodeSet.types.map(({ name }) => byName[name] ?? other);
}

/** Reads a text from scratch. */
export function parsePython(text: string): PythonTree {
  const tree = parser.parse(text);
  return { text, tree, fragments: TreeFragment.addTree(tree) };
}

/**
 * Reads `text` again after one contiguous change, found by comparing both texts. Of a long text the equal parts are
 * not read again; there, broken code may be mended a little differently than in a fresh reading.
 */
export function reparsePython(old: PythonTree, text: string): PythonTree {
  if (old.text === text) return old;
  if (text.length < WORTH_REUSING) return parsePython(text);
  const change = changeBetween(old.text, text);
  const fragments = TreeFragment.applyChanges(old.fragments, [change]);
  const tree = parser.parse(text, fragments);
  return { text, tree, fragments: TreeFragment.addTree(tree, fragments) };
}

/** Reading a shorter text afresh costs little, and mends broken code the same way every time. */
const WORTH_REUSING = 4_096;

const CHUNK = 2048;

/** The smallest contiguous change between two texts; equal stretches are compared in chunks, which is much faster. */
function changeBetween(old: string, text: string): ChangedRange {
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start + CHUNK <= shorter && old.slice(start, start + CHUNK) === text.slice(start, start + CHUNK)) {
    start += CHUNK;
  }
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  const limit = shorter - start;
  let tail = 0;
  while (tail + CHUNK <= limit && endSlice(old, tail) === endSlice(text, tail)) tail += CHUNK;
  while (tail < limit && old.charCodeAt(old.length - tail - 1) === text.charCodeAt(text.length - tail - 1))
    tail++;
  return { fromA: start, toA: old.length - tail, fromB: start, toB: text.length - tail };
}

function endSlice(text: string, tail: number): string {
  return text.slice(text.length - tail - CHUNK, text.length - tail);
}
