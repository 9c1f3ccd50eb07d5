/** What `a or b` and `a | b` give. */
import type { SyntaxNode } from '@lezer/common';
import { returnsOf, typed } from './callResults.ts';
import { infer } from './infer.ts';
import type { Program } from './program.ts';
import type { Ref, Site } from './refs.ts';
import { childNamed } from './syntax.ts';

/** The meaning of a BinaryExpression: either side of `or`; of `prompt | model`, what `__or__` or `__ror__` gives. */
export function combined(program: Program, { unit, node }: Site): Ref | undefined {
  const at = (child: SyntaxNode | null): Ref | undefined =>
    child ? infer(program, { unit, node: child }) : undefined;
  if (childNamed(node, 'or')) return at(node.firstChild) ?? at(node.lastChild);
  const operator = childNamed(node, 'BitOp');
  if (!operator || unit.text.slice(operator.from, operator.to) !== '|') return undefined;
  return given(program, at(node.firstChild), '__or__') ?? given(program, at(node.lastChild), '__ror__');
}

function given(program: Program, ref: Ref | undefined, method: string): Ref | undefined {
  if (ref?.kind !== 'instance') return undefined;
  const found = program.catalogue.member(ref.type, method);
  return found && typed(returnsOf(found), ref.type);
}
