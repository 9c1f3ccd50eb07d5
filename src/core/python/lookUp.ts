/** Which binding a name has at a place: Python's rules of scope, and the cells of a notebook in order. */
import type { SyntaxNode } from '@lezer/common';
import { moduleScope, scopeAt, type Program } from './program.ts';
import type { Site } from './refs.ts';
import type { Binding, Scope } from './scopes.ts';
import type { PythonTree } from './tree.ts';

/** A binding and the text it is in. */
export interface Bound {
  readonly unit: PythonTree;
  readonly binding: Binding;
  readonly scope: Scope;
}

/**
 * The binding that a name has at a node: the last one before it in its own scope, else the last one of the scopes
 * around it; in notebooks the module goes on in the cells before, and as a last resort in those after.
 */
export function lookUp(program: Program, site: Site, name: string): Bound | undefined {
  const { unit, node } = site;
  let inner = true;
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    const scopeNode = at.parent ? scopeHolding(at) : null;
    if (!scopeNode) continue;
    if (scopeNode.name.includes('Comprehension') || scopeNode.name === 'LambdaExpression') {
      const binding = localVariable(scopeNode, unit.text, name);
      if (binding) return { unit, binding, scope: moduleScope(program, unit) };
      continue;
    }
    const scope = scopeAt(program, { unit, node: scopeNode });
    const list = scope.kind === 'class' && !inner ? undefined : scope.bindings.get(name);
    if (list) {
      const binding = pick(list, node, inner || scope.kind === 'class');
      if (binding) return { unit, binding, scope };
    }
    inner = false;
  }
  return lookUpModule(program, site, name, inner);
}

/** All bindings that the scope of `bound` gives to the name. */
export function bindingsBeside(bound: Bound, name: string): readonly Binding[] {
  return bound.scope.bindings.get(name) ?? [bound.binding];
}

/** The binding of the name in the same scope before this one. */
export function earlier(program: Program, bound: Bound, name: string): Bound | undefined {
  const list = bindingsBeside(bound, name);
  let at = countBefore(list, bound.binding.at - 1) - 1;
  while (at >= 0 && list[at]!.kind === 'update') at--;
  const before = list[at];
  if (before) return { ...bound, binding: before };
  if (bound.scope.kind !== 'module' || program.units.length === 1) return undefined;
  const index = program.units.indexOf(bound.unit);
  return inUnits(program, program.units.slice(0, index).reverse(), name);
}

function lookUpModule(
  program: Program,
  { unit, node }: Site,
  name: string,
  inner: boolean,
): Bound | undefined {
  const scope = moduleScope(program, unit);
  const list = scope.bindings.get(name);
  const binding = list && pick(list, node, inner);
  if (binding) return { unit, binding, scope };
  if (program.units.length === 1) return undefined;
  const index = program.units.indexOf(unit);
  return (
    inUnits(program, program.units.slice(0, index).reverse(), name) ??
    inUnits(program, program.units.slice(index + 1), name)
  );
}

function inUnits(program: Program, units: readonly PythonTree[], name: string): Bound | undefined {
  for (const unit of units) {
    const scope = moduleScope(program, unit);
    const binding = scope.bindings
      .get(name)
      ?.filter(({ kind }) => kind !== 'update')
      .at(-1);
    if (binding) return { unit, binding, scope };
  }
  return undefined;
}

/** The scope that `node`, a child, is evaluated in because of its parent; null where the parent opens none. */
function scopeHolding(node: SyntaxNode): SyntaxNode | null {
  const parent = node.parent!;
  if (parent.name.includes('Comprehension')) return parent;
  if (parent.name === 'LambdaExpression') return parent;
  // defaults, decorators and base classes are evaluated outside; names of parameters are inside
  if (parent.name === 'FunctionDefinition' || parent.name === 'ClassDefinition') {
    return node.name === 'Body' || node.name === 'ParamList' ? parent : null;
  }
  return null;
}

/** Of bindings in the order of the text: the last one before the node, or simply the last one; else the first after. */
function pick(list: readonly Binding[], node: SyntaxNode, inOrder: boolean): Binding | undefined {
  const before = inOrder ? countBefore(list, node.from) : list.length;
  for (let i = before - 1; i >= 0; i--) if (isReadable(list[i]!, node)) return list[i];
  for (let i = before; i < list.length; i++) if (isReadable(list[i]!, node)) return list[i];
  return undefined;
}

/** How many bindings begin at or before the offset. */
function countBefore(list: readonly Binding[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isReadable(binding: Binding, node: SyntaxNode): boolean {
  return binding.kind !== 'update' && !holds(binding, node);
}

/** Whether the node is part of the value: `model = wrap(model)` reads the earlier binding. */
function holds(binding: Binding, node: SyntaxNode): boolean {
  const value = binding.kind === 'value' || binding.kind === 'annotated' ? binding.value : undefined;
  const source = binding.kind === 'item' ? binding.of : value;
  return source !== undefined && node.from >= source.from && node.to <= source.to;
}

/** A variable of a comprehension or lambda. */
function localVariable(node: SyntaxNode, text: string, name: string): Binding | undefined {
  if (node.name === 'LambdaExpression') {
    const list = node.getChild('ParamList');
    for (let child = list?.firstChild; child; child = child.nextSibling) {
      if (child.name === 'VariableName' && text.slice(child.from, child.to) === name) {
        return { kind: 'opaque', at: child.from };
      }
    }
    return undefined;
  }
  let targets: SyntaxNode[] = [];
  let state: 'before' | 'targets' | 'iterable' = 'before';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'for') {
      state = 'targets';
      targets = [];
    } else if (child.name === 'in' && state === 'targets') state = 'iterable';
    else if (state === 'targets') targets.push(...variables(child));
    else if (state === 'iterable') {
      const index = targets.findIndex((target) => text.slice(target.from, target.to) === name);
      const target = targets[index];
      if (target)
        return { kind: 'item', at: target.from, of: child, index: targets.length > 1 ? [index] : [] };
      state = 'before';
    }
  }
  return undefined;
}

function variables(node: SyntaxNode): SyntaxNode[] {
  if (node.name === 'VariableName') return [node];
  return node.name === 'TupleExpression' ? node.getChildren('VariableName') : [];
}
