/** Parts of lists, dictionaries and arguments as they are written. */
import type { SyntaxNode } from '@lezer/common';
import type { Site } from './refs.ts';

/** The value of a literal key in a dictionary display. */
export function entryOf({ unit, node }: Site, key: string): SyntaxNode | undefined {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'String' || child.nextSibling?.name !== ':') continue;
    if (unit.text.slice(child.from + 1, child.to - 1) === key)
      return child.nextSibling.nextSibling ?? undefined;
  }
  return undefined;
}

/** Parts of a display or of arguments, without brackets, commas, stars and keyword names. */
export function elements(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (/^[[\](){},*]$|^\*\*$|^Comment$/.test(child.name) || child.type.isError) continue;
    if (node.name === 'ArgList' && child.nextSibling?.name === 'AssignOp') {
      child = child.nextSibling.nextSibling ?? child;
      continue;
    }
    found.push(child);
  }
  return found;
}
