/** Where string literals stand: among arguments, in a subscript, in a dictionary. */
import type { SyntaxNode } from '@lezer/common';

/** Where a string stands, with what is read with it there. */
export type Place =
  /** The position is -1 where the argument has its keyword before it. */
  | { readonly kind: 'argument'; readonly call: SyntaxNode; readonly position: number }
  | { readonly kind: 'subscript'; readonly base: SyntaxNode }
  | { readonly kind: 'key'; readonly dictionary: SyntaxNode }
  | { readonly kind: 'value'; readonly key: SyntaxNode | undefined }
  | { readonly kind: 'other' };

/** The place of a String. */
export function placeOf(node: SyntaxNode): Place {
  const parent = node.parent;
  if (parent?.name === 'ArgList' && parent.parent?.name === 'CallExpression')
    return inArguments(node, parent);
  if (parent?.name === 'MemberExpression' && node.prevSibling?.name === '[') {
    return { kind: 'subscript', base: parent.firstChild! };
  }
  if (parent?.name === 'DictionaryExpression') {
    if (node.nextSibling?.name === ':') return { kind: 'key', dictionary: parent };
    return { kind: 'value', key: node.prevSibling?.prevSibling ?? undefined };
  }
  return { kind: 'other' };
}

function inArguments(node: SyntaxNode, list: SyntaxNode): Place {
  const call = list.parent!;
  const equals = node.prevSibling;
  if (equals?.name === 'AssignOp') return { kind: 'argument', call, position: -1 };
  let position = 0;
  for (let child = list.firstChild; child && child.from < node.from; child = child.nextSibling) {
    if (child.name === ',') position++;
  }
  return { kind: 'argument', call, position };
}
