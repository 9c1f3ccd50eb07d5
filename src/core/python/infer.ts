/** From an expression to what it stands for: imports, constructors, `from_pretrained`, attributes of self, loops. */
import type { SyntaxNode } from '@lezer/common';
import type { ApiType } from '../api.ts';
import type { Found } from '../catalogue.ts';
import { annotated } from './annotations.ts';
import { attributeOf } from './attributes.ts';
import { fileImports } from './imports.ts';
import {
  bindingsBeside,
  earlier,
  lookUp,
  scopeAt,
  starImports,
  type Bound,
  type Program,
} from './program.ts';
import { isElsewhere } from './others.ts';
import { FOREIGN, LITERAL, type Ref, type Site } from './refs.ts';

const DEEPEST = 24;

/** What the expression stands for; nothing where the file does not show it. */
export function infer(program: Program, site: Site): Ref | undefined {
  const { unit, node } = site;
  if (node.name === 'VariableName') return inferName(program, site, unit.text.slice(node.from, node.to));
  if (!MEANINGFUL.has(node.name) || program.depth > DEEPEST) return undefined;
  let memory = program.refs.get(unit);
  if (!memory) program.refs.set(unit, (memory = new Map()));
  // nodes that begin at the same offset end at different ones
  let ends = memory.get(node.from);
  if (!ends) memory.set(node.from, (ends = new Map()));
  const known = ends.get(node.to);
  if (known !== undefined) return known ?? undefined;
  ends.set(node.to, null);
  program.depth++;
  const ref = inferNode(program, site);
  program.depth--;
  if (ref) ends.set(node.to, ref);
  return ref;
}

const MEANINGFUL = new Set(
  (
    'MemberExpression CallExpression ParenthesizedExpression AwaitExpression NamedExpression ConditionalExpression ' +
    'BinaryExpression TupleExpression ArrayExpression DictionaryExpression String FormatString ContinuedString ' +
    'Number Boolean'
  ).split(' '),
);

/** What a name stands for at a place; `node` need not be the name itself. */
export function inferName(program: Program, site: Site, name: string): Ref | undefined {
  const bound = lookUp(program, site, name);
  if (bound) return inferBound(program, bound, name);
  for (const module of starImports(program)) {
    const path = `${module}.${name}`;
    if (program.catalogue.named(path)) return { kind: 'name', path };
  }
  return BUILTINS.has(name) ? FOREIGN : conventional(program, name);
}

/** What the binding gives its name. */
export function inferBound(program: Program, bound: Bound, name: string): Ref | undefined {
  const known = program.bound.get(bound.binding);
  if (known !== undefined) return known ?? undefined;
  if (program.depth > DEEPEST) return undefined;
  program.bound.set(bound.binding, null);
  program.depth++;
  const ref = readBinding(program, bound, name);
  program.depth--;
  if (ref) program.bound.set(bound.binding, ref);
  return ref;
}

function readBinding(program: Program, bound: Bound, name: string): Ref | undefined {
  const { unit, binding, scope } = bound;
  switch (binding.kind) {
    case 'import':
      if (program.catalogue.libraryOf(binding.path)) return { kind: 'name', path: binding.path };
      return isElsewhere(binding.path) ? FOREIGN : undefined;
    case 'definition':
      return {
        kind: binding.node.name === 'ClassDefinition' ? 'class' : 'function',
        site: { unit, node: binding.node },
      };
    case 'value': {
      const value = { unit, node: binding.value };
      const ref = project(program, infer(program, value), binding.index);
      if (ref) return ref;
      // `model = wrap(model)` most often gives the same kind of thing back
      if (mentions(value, name)) {
        const before = earlier(program, bound, name);
        return before ? inferBound(program, before, name) : conventional(program, name);
      }
      return conventional(program, name);
    }
    case 'annotated': {
      const ref = annotated(program, { unit, node: binding.annotation });
      if (ref && ref.kind !== 'foreign') return ref;
      const value = binding.value && infer(program, { unit, node: binding.value });
      const plain = isBuiltinAnnotation(textOf(unit, binding.annotation)) ? LITERAL : ref;
      return value ?? plain ?? conventional(program, name);
    }
    case 'item':
      return iterated(
        program,
        infer(program, { unit, node: binding.of }),
        { unit, node: binding.of },
        binding.index,
      );
    case 'parameter':
      return parameter(program, { unit, node: binding.of }, binding.at, binding.order, name);
    case 'opaque':
    case 'update':
      return scope.kind === 'module' && bindingsBeside(bound, name).length === 1
        ? conventional(program, name)
        : undefined;
  }
}

/** The object that `type` of the catalogue stands for; `self` is the class of the owner. */
export function typed(type: ApiType | undefined, self: string | undefined, made?: Site): Ref | undefined {
  if (type === undefined || type === 'None') return undefined;
  if (typeof type !== 'string') return { kind: 'tuple', items: type.map((one) => typed(one, self, made)) };
  const name = type === 'self' ? self : type;
  return name === undefined ? undefined : { kind: 'instance', type: name, ...(made ? { made } : {}) };
}

/** The class an object of the catalogue belongs to, `x` in `x.y` or `x(...)`. */
export function conventional(program: Program, name: string): Ref | undefined {
  const type = program.conventions.find(name, fileImports(program).roots)?.type;
  return type ? { kind: 'instance', type, assumed: true } : undefined;
}

function inferNode(program: Program, { unit, node }: Site): Ref | undefined {
  const at = (child: SyntaxNode | null | undefined): Ref | undefined =>
    child ? infer(program, { unit, node: child }) : undefined;
  switch (node.name) {
    case 'MemberExpression':
      return node.lastChild?.name === 'PropertyName'
        ? attributeOf(program, { unit, node })
        : subscript(program, { unit, node });
    case 'CallExpression':
      return called(program, { unit, node });
    case 'ParenthesizedExpression':
      return at(node.firstChild?.nextSibling);
    case 'AwaitExpression':
    case 'NamedExpression':
      return at(node.lastChild);
    case 'ConditionalExpression':
      return at(node.firstChild) ?? at(node.lastChild);
    case 'BinaryExpression':
      return node.getChild('or') ? (at(node.firstChild) ?? at(node.lastChild)) : undefined;
    case 'TupleExpression':
      return { kind: 'tuple', items: elements(node).map(at) };
    case 'ArrayExpression':
      return { kind: 'list', item: at(elements(node)[0]) };
    case 'DictionaryExpression':
      return { kind: 'dict', site: { unit, node } };
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
    case 'Number':
    case 'Boolean':
      return LITERAL;
    default:
      return undefined;
  }
}

function called(program: Program, { unit, node }: Site): Ref | undefined {
  const callee = node.firstChild;
  if (!callee) return undefined;
  const ref = infer(program, { unit, node: callee });
  const made = { unit, node };
  switch (ref?.kind) {
    case undefined:
      return undefined;
    case 'name':
      return calledName(program, ref.path, made);
    case 'member':
      return returned(program, ref.found, ref.owner, made);
    case 'instance': {
      const call = program.catalogue.member(ref.type, '__call__');
      return call && returned(program, call, ref, made);
    }
    case 'class':
      return { kind: 'object', site: ref.site };
    case 'function':
      return returnedLocal(program, ref.site);
    case 'foreign':
      return passedThrough(program, { unit, node });
    default:
      return undefined;
  }
}

function calledName(program: Program, path: string, made: Site): Ref | undefined {
  const found = program.catalogue.named(path);
  if (!found) return undefined;
  if (found.isClass) return { kind: 'instance', type: found.name, made };
  const owner = program.catalogue.named(path.slice(0, path.lastIndexOf('.')));
  return typed(returnsOf(found), owner?.isClass ? owner.name : undefined, made);
}

/** What a method gives back. Methods that return their own kind of object keep the call that made it. */
function returned(
  program: Program,
  found: Found,
  owner: Ref & { kind: 'instance' },
  made: Site,
): Ref | undefined {
  const returns = returnsOf(found);
  if (returns === 'self') return typed('self', owner.type, owner.made ?? made);
  return typed(returns, owner.type, made);
}

function returnsOf(found: Found): ApiType | undefined {
  for (const symbol of found.symbols) if (symbol.returns !== undefined) return symbol.returns;
  return undefined;
}

/** The annotation of a function of this file, else what its first understood `return` gives. */
function returnedLocal(program: Program, site: Site): Ref | undefined {
  const annotation = site.node.getChild('TypeDef');
  const stated = annotation && annotated(program, { unit: site.unit, node: annotation });
  if (stated && stated.kind !== 'foreign') return stated;
  for (const value of scopeAt(program, site).returns) {
    const ref = infer(program, { unit: site.unit, node: value });
    if (ref && ref.kind !== 'foreign') return ref;
  }
  return undefined;
}

/** Functions of other libraries that give back what they were given. */
function passedThrough(program: Program, { unit, node }: Site): Ref | undefined {
  const callee = node.firstChild!;
  const name = unit.text.slice(callee.from, callee.to);
  const first = node.getChild('ArgList') ? elements(node.getChild('ArgList')!) : [];
  const argument = /(^|\.)cast$/.test(name) ? first[1] : first[0];
  if (!argument || !/^(copy\.)?(deepcopy|copy|next|iter|reversed|sorted)$|(^|\.)cast$/.test(name))
    return FOREIGN;
  return infer(program, { unit, node: argument });
}

function subscript(program: Program, { unit, node }: Site): Ref | undefined {
  const base = node.firstChild && infer(program, { unit, node: node.firstChild });
  const index = node.firstChild?.nextSibling?.nextSibling;
  const text = index ? unit.text.slice(index.from, index.to) : '';
  switch (base?.kind) {
    case 'instance':
      return itemOf(program, base);
    case 'list':
      return base.item;
    case 'tuple':
      return base.items.at(Number.parseInt(text, 10) || 0);
    case 'dict': {
      const value = index?.name === 'String' && entryOf(base.site, text.slice(1, -1));
      return value ? infer(program, { unit: base.site.unit, node: value }) : undefined;
    }
    default:
      return undefined;
  }
}

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

function itemOf(program: Program, instance: Ref & { kind: 'instance' }): Ref | undefined {
  const items = program.catalogue.itemsOf(instance.type);
  return items === undefined ? undefined : typed(items, instance.type, instance.made);
}

/** What a loop variable holds; `enumerate` and `zip` hand on what they loop over. */
function iterated(
  program: Program,
  ref: Ref | undefined,
  of: Site,
  index: readonly number[],
): Ref | undefined {
  const args = of.node.name === 'CallExpression' ? elements(of.node.getChild('ArgList') ?? of.node) : [];
  const callee = of.node.firstChild ? of.unit.text.slice(of.node.firstChild.from, of.node.firstChild.to) : '';
  if (args.length && /^(enumerate|tqdm|trange|zip|reversed|iter)$|\.tqdm$|\.track$/.test(callee)) {
    const [first = 0, ...rest] = index;
    if (callee === 'enumerate') {
      return first === 1 || !index.length ? iteratedNode(program, of, args[0], rest) : FOREIGN;
    }
    if (callee === 'zip') return iteratedNode(program, of, args[first], rest);
    return iteratedNode(program, of, args[0], index);
  }
  if (ref?.kind === 'instance') return project(program, itemOf(program, ref), index);
  if (ref?.kind === 'list') return project(program, ref.item, index);
  if (ref?.kind === 'tuple') return project(program, ref.items[0], index);
  return undefined;
}

function iteratedNode(
  program: Program,
  of: Site,
  node: SyntaxNode | undefined,
  index: readonly number[],
): Ref | undefined {
  if (!node) return undefined;
  const site = { unit: of.unit, node };
  return iterated(program, infer(program, site), site, index);
}

/** Takes a tuple apart. */
export function project(program: Program, ref: Ref | undefined, index: readonly number[]): Ref | undefined {
  let part = ref;
  for (const i of index) {
    if (part?.kind === 'tuple') part = part.items[i];
    else if (part?.kind === 'list') part = part.item;
    else if (part?.kind === 'instance') part = itemOf(program, part);
    else return part?.kind === 'foreign' ? part : undefined;
  }
  return part;
}

function parameter(program: Program, site: Site, at: number, order: number, name: string): Ref | undefined {
  const { unit, node } = site;
  const owner = node.parent?.name === 'DecoratedStatement' ? node.parent.parent : node.parent;
  const inClass =
    owner?.name === 'Body' && owner.parent?.name === 'ClassDefinition' ? owner.parent : undefined;
  if (order === 0 && inClass && (name === 'self' || name === 'cls')) {
    return { kind: name === 'self' ? 'object' : 'class', site: { unit, node: inClass } };
  }
  let child = node.getChild('ParamList')?.firstChild;
  while (child && child.from !== at) child = child.nextSibling;
  const annotation = child?.nextSibling?.name === 'TypeDef' ? child.nextSibling : undefined;
  const ref = annotation && annotated(program, { unit, node: annotation });
  if (ref && ref.kind !== 'foreign') return ref;
  return annotation && isBuiltinAnnotation(textOf(unit, annotation)) ? LITERAL : conventional(program, name);
}

function textOf(unit: Site['unit'], node: SyntaxNode): string {
  return unit.text.slice(node.from, node.to);
}

function isBuiltinAnnotation(text: string): boolean {
  return /^:\s*(str|int|float|bool|bytes|list|dict|tuple|set|Path|Callable)\b/.test(text);
}

function mentions({ unit, node }: Site, name: string): boolean {
  const text = unit.text.slice(node.from, node.to);
  let at = text.indexOf(name);
  while (at >= 0) {
    if (!/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? '')) return true;
    at = text.indexOf(name, at + 1);
  }
  return false;
}

const BUILTINS = new Set(
  (
    'print open len range str int float bool list dict set tuple type isinstance enumerate zip map filter sorted ' +
    'reversed sum min max abs any all next iter super object getattr setattr hasattr repr round input vars dir id ' +
    'hash callable format chr ord bytes bytearray memoryview slice frozenset property staticmethod classmethod ' +
    'Exception ValueError TypeError KeyError display exit quit'
  ).split(' '),
);
