/** What statements give values to: names, tuples of names and attributes, in assignments, loops, `with` and `except`. */
import type { SyntaxNode } from '@lezer/common';
import type { AttributeBinding, Binding } from './scopes.ts';
import { children, dotted } from './syntax.ts';

/** Where the names that are found go. */
export interface Sink {
  readonly text: string;
  name(name: SyntaxNode, binding: Binding): void;
  attribute(binding: AttributeBinding): void;
}

/** `a = b = value`, `a: T = value`, `a, b = f()`, `a.b = value`. */
export function assignment(sink: Sink, node: SyntaxNode): void {
  const target = node.firstChild;
  const sign = target?.nextSibling;
  const value = sign?.name === 'AssignOp' ? sign.nextSibling : undefined;
  // most assign one thing to one name
  if (target && value && !value.nextSibling && isOperand(target) && isOperand(value))
    bindTarget(sink, target, value, undefined, WHOLE);
  else assignments(sink, node);
}

/** What is bound is no part of the value. */
const WHOLE: readonly number[] = [];

function isOperand({ name, type }: SyntaxNode): boolean {
  return name !== ',' && name !== 'Comment' && name !== 'TypeDef' && !type.isError;
}

function assignments(sink: Sink, node: SyntaxNode): void {
  const targets: SyntaxNode[][] = [];
  let group: SyntaxNode[] = [];
  let annotation: SyntaxNode | undefined;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'AssignOp') {
      targets.push(group);
      group = [];
    } else if (child.name === 'TypeDef') annotation = child;
    else if (isOperand(child)) group.push(child);
  }
  if (!targets.length && annotation) {
    targets.push(group);
    group = [];
  }
  const value = group[0];
  for (const target of targets) {
    if (target.length === 1) bindTarget(sink, target[0]!, value, annotation, WHOLE);
    // `a, b = 1, 2` pairs them up; `a, b = f()` takes the result apart
    else if (group.length === target.length)
      target.forEach((one, i) => bindTarget(sink, one, group[i], undefined, WHOLE));
    else target.forEach((one, i) => bindTarget(sink, one, value, undefined, [i]));
  }
}

function bindTarget(
  sink: Sink,
  node: SyntaxNode,
  value: SyntaxNode | undefined,
  annotation: SyntaxNode | undefined,
  index: readonly number[],
): void {
  const at = node.from;
  if (node.name === 'VariableName') {
    if (annotation) sink.name(node, { kind: 'annotated', at, annotation, ...(value ? { value } : {}) });
    else sink.name(node, value ? { kind: 'value', at, value, index } : { kind: 'opaque', at });
  } else if (node.name === 'MemberExpression') {
    const target = dotted(node, sink.text);
    if (target) {
      sink.attribute({
        target,
        at,
        index,
        ...(value ? { value } : {}),
        ...(annotation ? { annotation } : {}),
      });
    }
  } else if (node.name === 'TupleExpression' || node.name === 'ArrayExpression') {
    let i = 0;
    for (const child of children(node)) {
      if (/^[[\](),*]$/.test(child.name)) continue;
      bindTarget(sink, child, value, undefined, [...index, i++]);
    }
  } else if (node.name === 'ParenthesizedExpression') {
    const inner = node.firstChild?.nextSibling;
    if (inner) bindTarget(sink, inner, value, annotation, index);
  }
}

/** `for a, b in value:`. */
export function loop(sink: Sink, node: SyntaxNode): void {
  const targets: SyntaxNode[] = [];
  let of: SyntaxNode | undefined;
  let after = false;
  for (const child of children(node)) {
    if (child.name === 'in') after = true;
    else if (child.name === 'Body') break;
    else if (after) of ??= child;
    else if (child.name !== 'for' && child.name !== 'async' && child.name !== ',') targets.push(child);
  }
  targets.forEach((target, i) => bindItem(sink, target, of, targets.length > 1 ? [i] : []));
}

/** `[... for a, b in value for c in b]`. */
export function comprehension(sink: Sink, node: SyntaxNode): void {
  let targets: SyntaxNode[] = [];
  let state: 'before' | 'targets' | 'iterable' = 'before';
  for (const child of children(node)) {
    if (child.name === 'for') {
      state = 'targets';
      targets = [];
    } else if (child.name === 'in' && state === 'targets') state = 'iterable';
    else if (state === 'targets' && child.name !== ',') targets.push(child);
    else if (state === 'iterable') {
      targets.forEach((target, i) => bindItem(sink, target, child, targets.length > 1 ? [i] : []));
      state = 'before';
    }
  }
}

function bindItem(
  sink: Sink,
  target: SyntaxNode,
  of: SyntaxNode | undefined,
  index: readonly number[],
): void {
  if (target.name === 'VariableName') {
    sink.name(
      target,
      of ? { kind: 'item', at: target.from, of, index } : { kind: 'opaque', at: target.from },
    );
  } else if (target.name === 'TupleExpression') {
    let i = 0;
    for (const child of children(target)) {
      if (!/^[(),*]$/.test(child.name)) bindItem(sink, child, of, [...index, i++]);
    }
  }
}

/** `with value as a:`. */
export function context(sink: Sink, node: SyntaxNode): void {
  let value: SyntaxNode | undefined;
  let as = false;
  for (const child of children(node)) {
    if (child.name === 'as') as = true;
    else if (child.name === 'Body') return;
    else if (child.name === ',' || child.name === 'with') as = false;
    else if (as) bindTarget(sink, child, value, undefined, []);
    else value = child;
  }
}

/** `except Error as a:`. */
export function handlers(sink: Sink, node: SyntaxNode): void {
  for (const child of children(node)) {
    if (child.name === 'as' && child.nextSibling?.name === 'VariableName') {
      sink.name(child.nextSibling, { kind: 'opaque', at: child.nextSibling.from });
    }
  }
}
