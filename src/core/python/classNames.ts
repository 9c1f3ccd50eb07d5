/** Objects of classes that no library has, by what their class is called: `self.slf_attn = MultiHeadAttention(...)`. */
import type { SyntaxNode } from '@lezer/common';
import { attributeValues } from './attributes.ts';
import { lookUp, type Bound } from './lookUp.ts';
import type { Program } from './program.ts';
import type { Ref, Site } from './refs.ts';
import { childNamed } from './syntax.ts';

/** The class that made what a variable holds, where the file or its own project has that class. */
export function classOfVariable(bound: Bound | undefined, ref: Ref | undefined): string | undefined {
  if (ref?.kind === 'object') return definedName(ref.site);
  const binding = bound?.binding;
  if (ref || !bound) return undefined;
  if (binding?.kind === 'parameter') return annotatedClass(bound);
  return binding?.kind === 'value' && binding.index.length === 0
    ? calledClass({ unit: bound.unit, node: binding.value })
    : undefined;
}

/** The class that made what an attribute of an object of this file holds. */
export function classOfAttribute(
  program: Program,
  owner: Ref | undefined,
  ref: Ref | undefined,
  name: string,
): string | undefined {
  if (ref?.kind === 'object') return definedName(ref.site);
  if (ref || owner?.kind !== 'object') return undefined;
  for (const value of attributeValues(program, owner.site, name)) {
    const { unit, node } = value;
    const made =
      node.name === 'VariableName'
        ? classOfVariable(lookUp(program, value, unit.text.slice(node.from, node.to)), undefined)
        : calledClass(value);
    if (made) return made;
  }
  return undefined;
}

/** `model: Transformer`, a class of another file of the project. */
function annotatedClass({ unit, binding }: Bound): string | undefined {
  if (binding.kind !== 'parameter') return undefined;
  const type = binding.annotation?.lastChild;
  return type?.name === 'VariableName' ? classLike(unit, type) : undefined;
}

function calledClass({ unit, node }: Site): string | undefined {
  if (node.name !== 'CallExpression') return undefined;
  const callee = node.firstChild;
  const name = callee?.name === 'MemberExpression' ? callee.lastChild : callee;
  return classLike(unit, name);
}

function definedName({ unit, node }: Site): string | undefined {
  return classLike(unit, childNamed(node, 'VariableName'));
}

/** Names of classes begin with a capital and are no constants. */
function classLike(unit: Site['unit'], node: SyntaxNode | null | undefined): string | undefined {
  const text = node ? unit.text.slice(node.from, node.to) : '';
  return /^_*[A-Z][A-Za-z]/.test(text) ? text : undefined;
}
