/** Dictionaries that are passed on as arguments: `**kwargs`. */
import type { SyntaxNode } from '@lezer/common';
import type { Program } from './program.ts';
import type { PythonTree } from './tree.ts';

/** The call that a dictionary, or the variable it is assigned to, is spread into in the same text. */
export function passedTo(program: Program, unit: PythonTree, dictionary: SyntaxNode): SyntaxNode | undefined {
  const parent = dictionary.parent;
  if (dictionary.prevSibling?.name === '**' && parent?.name === 'ArgList') return parent.parent ?? undefined;
  const target = parent?.name === 'AssignStatement' ? parent.firstChild : null;
  if (target?.name !== 'VariableName') return undefined;
  const name = unit.text.slice(target.from, target.to);
  let known = program.spreads.get(unit);
  if (!known) program.spreads.set(unit, (known = new Map()));
  if (!known.has(name)) known.set(name, spreadOf(unit, name));
  return known.get(name) ?? undefined;
}

/** The first call with `**name`. */
function spreadOf(unit: PythonTree, name: string): SyntaxNode | null {
  const spread = `**${name}`;
  for (let at = unit.text.indexOf(spread); at >= 0; at = unit.text.indexOf(spread, at + 1)) {
    if (/\w/.test(unit.text[at + spread.length] ?? '')) continue;
    const list = unit.tree.resolveInner(at + 2, 1).parent;
    if (list?.name === 'ArgList' && list.parent?.name === 'CallExpression') return list.parent;
  }
  return null;
}
