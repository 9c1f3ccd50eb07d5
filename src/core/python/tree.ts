/** The syntax tree of a Python text, re-read only where the text changed. */
import { TreeFragment, type ChangedRange, type Tree } from '@lezer/common';
import { parser } from '@lezer/python';

/** A text and its tree, with what the next parse may reuse. */
export interface PythonTree {
  readonly text: string;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
}

/** Reads a text from scratch. */
export function parsePython(text: string): PythonTree {
  const tree = parser.parse(text);
  return { text, tree, fragments: TreeFragment.addTree(tree) };
}

/** Reads `text` again after one contiguous change, found by comparing both texts; equal parts are not read again. */
export function reparsePython(old: PythonTree, text: string): PythonTree {
  if (old.text === text) return old;
  const change = changeBetween(old.text, text);
  const fragments = TreeFragment.applyChanges(old.fragments, [change]);
  const tree = parser.parse(text, fragments);
  return { text, tree, fragments: TreeFragment.addTree(tree, fragments) };
}

/** The smallest contiguous change between two texts. */
function changeBetween(old: string, text: string): ChangedRange {
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let oldEnd = old.length;
  let end = text.length;
  while (oldEnd > start && end > start && old.charCodeAt(oldEnd - 1) === text.charCodeAt(end - 1)) {
    oldEnd--;
    end--;
  }
  return { fromA: start, toA: oldEnd, fromB: start, toB: end };
}
