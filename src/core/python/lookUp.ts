/** Which binding a name has at a place: Python's rules of scope, and the cells of a notebook in order. */
import type { SyntaxNode } from '@lezer/common';
import { moduleScope, scopeAt, scopeKey, type Program } from './program.ts';
import type { Site } from './refs.ts';
import type { Binding, Scope } from './scopes.ts';
import { isGenerator } from './syntax.ts';
import type { PythonTree } from './tree.ts';

/** A binding and the text it is in. */
export interface Bound {
  readonly unit: PythonTree;
  readonly binding: Binding;
  readonly scope: Scope;
}

/** The scopes around a place, the innermost first, up to those directly in the module. */
export interface Around {
  readonly scope: Scope;
  readonly outer: Around | undefined;
}

/** The binding that a name has at a node; see {@link lookUpFrom}. */
export function lookUp(program: Program, site: Site, name: string): Bound | undefined {
  return lookUpFrom(program, site.unit, aroundAt(program, site), site.node, name);
}

/**
 * The binding that a name has at a place: the last one before it in its own scope, else the last one of the scopes
 * around it; in notebooks the module goes on in the cells before, and as a last resort in those after.
 */
export function lookUpFrom(
  program: Program,
  unit: PythonTree,
  around: Around | undefined,
  place: Place,
  name: string,
): Bound | undefined {
  let inner = true;
  for (let at = around; at; at = at.outer) {
    const { scope } = at;
    const list = scope.kind === 'class' && !inner ? undefined : scope.bindings.get(name);
    if (list) {
      const binding = pick(list, place, inner || scope.kind === 'class');
      if (binding) return (binding.bound ??= { unit, binding, scope });
    }
    if (scope.kind !== 'expression') inner = false;
  }
  return lookUpModule(program, unit, place, name, inner);
}

/** The scopes around a node. */
export function aroundAt(program: Program, { unit, node }: Site): Around | undefined {
  for (let at = node; at.parent; at = at.parent) {
    const opener = opened(at, at.parent);
    if (opener) return aroundIn(program, { unit, node: opener });
  }
  return undefined;
}

/** The scope of a definition, comprehension or lambda, with those around it. */
export function aroundIn(program: Program, { unit, node }: Site): Around {
  let known = program.around.get(unit);
  if (!known) program.around.set(unit, (known = new Map()));
  const key = scopeKey(node);
  let around = known.get(key);
  if (!around) {
    around = { scope: scopeAt(program, { unit, node }), outer: aroundAt(program, { unit, node }) };
    known.set(key, around);
  }
  return around;
}

type Place = Pick<SyntaxNode, 'from' | 'to'>;

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
  unit: PythonTree,
  place: Place,
  name: string,
  inner: boolean,
): Bound | undefined {
  const scope = moduleScope(program, unit);
  const list = scope.bindings.get(name);
  const binding = list && pick(list, place, inner);
  if (binding) return (binding.bound ??= { unit, binding, scope });
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
    if (binding) return (binding.bound ??= { unit, binding, scope });
  }
  return undefined;
}

/** The scope that the child is evaluated in because of its parent; null where the parent opens none. */
function opened(child: SyntaxNode, parent: SyntaxNode): SyntaxNode | null {
  switch (parent.name) {
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
    case 'ComprehensionExpression':
    case 'LambdaExpression':
      return parent;
    // `sum(p.numel() for p in parameters)` has no node of its own for what is in the brackets
    case 'ArgList':
      return isGenerator(parent) ? parent : null;
    // defaults, decorators and base classes are evaluated outside; names of parameters are inside
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return child.name === 'Body' || child.name === 'ParamList' ? parent : null;
    default:
      return null;
  }
}

/** Of bindings in the order of the text: the last one before the node, or simply the last one; else the first after. */
function pick(list: readonly Binding[], place: Place, inOrder: boolean): Binding | undefined {
  if (list.length === 1) return isReadable(list[0]!, place) ? list[0] : undefined;
  const before = inOrder ? countBefore(list, place.from) : list.length;
  for (let i = before - 1; i >= 0; i--) if (isReadable(list[i]!, place)) return list[i];
  for (let i = before; i < list.length; i++) if (isReadable(list[i]!, place)) return list[i];
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

function isReadable(binding: Binding, place: Place): boolean {
  return binding.kind !== 'update' && !holds(binding, place);
}

/** Whether the place is part of the value: `model = wrap(model)` reads the earlier binding. */
function holds(binding: Binding, place: Place): boolean {
  const value = binding.kind === 'value' || binding.kind === 'annotated' ? binding.value : undefined;
  const source = binding.kind === 'item' ? binding.of : value;
  return source !== undefined && place.from >= source.from && place.to <= source.to;
}
