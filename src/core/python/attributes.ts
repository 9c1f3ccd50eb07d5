/** What `x.name` stands for: members of library objects, attributes of self across methods, names of modules. */
import type { SyntaxNode } from '@lezer/common';
import { annotated } from './annotations.ts';
import { conventional, inferBound, isBuiltinAnnotation } from './bound.ts';
import { returnedLocal, typed } from './callResults.ts';
import { infer } from './infer.ts';
import { project } from './items.ts';
import { scopeAt, type Program } from './program.ts';
import { FOREIGN, LITERAL, type Ref, type Site } from './refs.ts';
import type { AttributeBinding, Scope } from './scopes.ts';
import { childNamed } from './syntax.ts';

/** The meaning of a MemberExpression with a property name. */
export function attributeOf(program: Program, { unit, node }: Site): Ref | undefined {
  const property = node.lastChild!;
  const name = unit.text.slice(property.from, property.to);
  const base = node.firstChild;
  if (!base) return undefined;
  if (base.name === 'CallExpression' && isSuper(base, unit.text))
    return ofSuper(program, { unit, node: base }, name);
  return memberRef(program, infer(program, { unit, node: base }), name);
}

/** What `owner.name` stands for. */
export function memberRef(program: Program, owner: Ref | undefined, name: string): Ref | undefined {
  switch (owner?.kind) {
    case undefined:
      return conventional(program, name);
    case 'name':
      return { kind: 'name', path: `${owner.path}.${name}` };
    case 'instance':
      return memberOf(program, owner, name) ?? conventional(program, name);
    case 'object':
    case 'class':
      return ofLocalClass(program, owner, name, 0) ?? conventional(program, name);
    case 'literal':
      // what a dictionary holds under a key may be anything
      return HELD.test(name) ? undefined : FOREIGN;
    case 'foreign':
      // what was read from the command line is named by whoever wrote the options
      return PARSED.test(name) ? undefined : FOREIGN;
    default:
      return undefined;
  }
}

/** A member of a library's object, or what its attribute holds where the catalogue says so. */
export function memberOf(program: Program, owner: Ref & { kind: 'instance' }, name: string): Ref | undefined {
  const found = program.catalogue.member(owner.type, name);
  if (!found) return undefined;
  const type = found.symbols.find((symbol) => symbol.type !== undefined)?.type;
  if (type !== undefined) return typed(type, owner.type, owner.made);
  return { kind: 'member', found, owner, onClass: false };
}

/** Library classes that a class of this file extends, nearest first. */
export function libraryBases(program: Program, site: Site, depth = 0): string[] {
  if (depth > 6) return [];
  return baseRefs(program, site).flatMap((ref) => {
    if (ref.kind === 'class') return libraryBases(program, ref.site, depth + 1);
    if (ref.kind !== 'name') return [];
    const found = program.catalogue.named(ref.path);
    return found?.isClass ? [found.name] : [];
  });
}

function ofLocalClass(
  program: Program,
  owner: Ref & { kind: 'object' | 'class' | 'function' },
  name: string,
  depth: number,
): Ref | undefined {
  if (depth > 6) return undefined;
  const { site } = owner;
  const own = ownAttribute(program, site, name);
  if (own) return own;
  for (const ref of baseRefs(program, site)) {
    if (ref.kind === 'class') {
      const inherited = ofLocalClass(program, { kind: owner.kind, site: ref.site }, name, depth + 1);
      if (inherited) return inherited;
    } else if (ref.kind === 'name') {
      const found = program.catalogue.named(ref.path);
      const member = found?.isClass && memberOf(program, { kind: 'instance', type: found.name }, name);
      if (member) return member;
    }
  }
  return undefined;
}

/** What the class itself gives the attribute: in its body, or by `self.name = ...` in any method. */
function ownAttribute(program: Program, site: Site, name: string): Ref | undefined {
  const scope = scopeAt(program, site);
  const binding = scope.bindings.get(name)?.at(-1);
  const bound = binding && inferBound(program, { unit: site.unit, binding, scope }, name);
  if (bound)
    return bound.kind === 'function' && isProperty(bound.site) ? returnedLocal(program, bound.site) : bound;
  let foreign: Ref | undefined;
  for (const attribute of selfAttributes(program, site).get(name) ?? []) {
    const { annotation } = attribute;
    const ref =
      (annotation &&
        !isBuiltinAnnotation(site.unit.text.slice(annotation.from, annotation.to)) &&
        annotated(program, { unit: site.unit, node: annotation })) ||
      (attribute.value &&
        project(program, infer(program, { unit: site.unit, node: attribute.value }), attribute.index));
    if (ref && ref.kind !== 'foreign') return ref;
    foreign ??= ref && (annotation ? LITERAL : ref);
  }
  return foreign;
}

/** Whether a method is read like an attribute. */
function isProperty({ unit, node }: Site): boolean {
  const decorators = node.parent?.name === 'DecoratedStatement' ? node.parent.getChildren('Decorator') : [];
  return decorators.some(({ from, to }) =>
    /^@(?:\w+\.)?(?:cached_)?property\b/.test(unit.text.slice(from, to)),
  );
}

/** What methods of a class of this file assign to the attribute: the expressions. */
export function attributeValues(program: Program, site: Site, name: string): readonly Site[] {
  const assigned = selfAttributes(program, site).get(name) ?? [];
  return assigned.flatMap(({ value, index }) =>
    value && index.length === 0 ? [{ unit: site.unit, node: value }] : [],
  );
}

const HELD = /^(?:get|pop|setdefault)$/;
const PARSED = /^parse_(?:known_)?args$/;

const PREFIX = 'self.';
const memory = new WeakMap<Scope, ReadonlyMap<string, readonly AttributeBinding[]>>();

/** What the methods of a class assign to attributes of self, by name. */
function selfAttributes(program: Program, site: Site): ReadonlyMap<string, readonly AttributeBinding[]> {
  const scope = scopeAt(program, site);
  let known = memory.get(scope);
  if (!known) {
    const found = new Map<string, AttributeBinding[]>();
    for (const method of scope.definitions) {
      if (method.name !== 'FunctionDefinition') continue;
      for (const attribute of scopeAt(program, { unit: site.unit, node: method }).attributes) {
        if (!attribute.target.startsWith(PREFIX)) continue;
        const name = attribute.target.slice(PREFIX.length);
        const list = found.get(name);
        if (list) list.push(attribute);
        else found.set(name, [attribute]);
      }
    }
    memory.set(scope, (known = found));
  }
  return known;
}

function baseRefs(program: Program, { unit, node }: Site): Ref[] {
  const list = childNamed(node, 'ArgList');
  const refs: Ref[] = [];
  for (let child = list?.firstChild; child; child = child.nextSibling) {
    if (child.nextSibling?.name === 'AssignOp') break;
    if (child.name !== 'VariableName' && child.name !== 'MemberExpression') continue;
    const base = child.lastChild?.name === ']' ? child.firstChild! : child;
    const ref = infer(program, { unit, node: base });
    if (ref) refs.push(ref);
  }
  return refs;
}

/** `super().compute_loss`: the base classes of the class around it. */
function ofSuper(program: Program, { unit, node }: Site, name: string): Ref | undefined {
  let at: SyntaxNode | null = node;
  while (at && at.name !== 'ClassDefinition') at = at.parent;
  if (!at) return undefined;
  for (const ref of baseRefs(program, { unit, node: at })) {
    if (ref.kind === 'class') return ofLocalClass(program, { kind: 'object', site: ref.site }, name, 0);
    const found = ref.kind === 'name' ? program.catalogue.named(ref.path) : undefined;
    const member = found?.isClass && memberOf(program, { kind: 'instance', type: found.name }, name);
    if (member) return member;
  }
  return undefined;
}

function isSuper(node: SyntaxNode, text: string): boolean {
  const callee = node.firstChild;
  return callee?.name === 'VariableName' && text.slice(callee.from, callee.to) === 'super';
}
