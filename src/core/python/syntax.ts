/** Small questions to the syntax tree. */
import type { SyntaxNode } from '@lezer/common';

/** The whole name of a chain `a.b.c`, or nothing where calls or subscripts are in it. */
export function dotted(node: SyntaxNode, text: string): string | undefined {
  if (node.name === 'VariableName') return text.slice(node.from, node.to);
  if (node.name !== 'MemberExpression' || node.lastChild?.name !== 'PropertyName') return undefined;
  const owner = node.firstChild ? dotted(node.firstChild, text) : undefined;
  return owner && `${owner}.${text.slice(node.lastChild.from, node.lastChild.to)}`;
}

/** The children of a node, punctuation too. */
export function* children(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

/** The first child of that name. The tree's own `getChild` lists all children first, of long lists of arguments too. */
export function childNamed(node: SyntaxNode, name: string): SyntaxNode | undefined {
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.name === name) return child;
  return undefined;
}

/** Whether the arguments are one comprehension without brackets of its own. */
export function isGenerator(list: SyntaxNode): boolean {
  return childNamed(list, 'for') !== undefined;
}
