/** From an expression to what it stands for. Each kind of expression has a file of its own. */
import type { SyntaxNode } from '@lezer/common';
import { attributeOf } from './attributes.ts';
import { conventional, inferBound } from './bound.ts';
import { called } from './callResults.ts';
import { elements } from './displays.ts';
import { fileImports, mayBeOwn } from './imports.ts';
import { subscript } from './items.ts';
import { lookUp } from './lookUp.ts';
import { combined } from './operators.ts';
import { DEEPEST, starImports, type Program, type Understood } from './program.ts';
import { FOREIGN, LITERAL, type Ref, type Site } from './refs.ts';
import { kindsOf } from './tree.ts';

/** What the expression stands for; nothing where the file does not show it. */
export function infer(program: Program, site: Site): Ref | undefined {
  const { unit, node } = site;
  if (node.name === 'VariableName') return inferName(program, site, unit.text.slice(node.from, node.to));
  if (program.depth > DEEPEST) return undefined;
  const kind = KINDS[node.type.id];
  if (kind === 'literal') return LITERAL;
  if (kind === 'other') return undefined;
  let memory = program.refs.get(unit);
  if (!memory) program.refs.set(unit, (memory = new Map()));
  const { from, to } = node;
  const first = memory.get(from);
  for (let known = first; known; known = known.next) if (known.to === to) return known.ref;
  const known: Understood = { to, ref: undefined, next: first };
  memory.set(from, known);
  program.depth++;
  known.ref = inferNode(program, site);
  program.depth--;
  return known.ref;
}

/** What a name stands for at a place; `node` need not be the name itself. */
export function inferName(program: Program, site: Site, name: string): Ref | undefined {
  const bound = lookUp(program, site, name);
  return bound ? inferBound(program, bound, name) : inferUnbound(program, name);
}

/** What a name that nothing in the file binds stands for. */
export function inferUnbound(program: Program, name: string): Ref | undefined {
  for (const module of starImports(program)) {
    if (mayBeOwn(module)) continue;
    const path = `${module}.${name}`;
    if (program.catalogue.named(path)) return { kind: 'name', path };
  }
  if (BUILTINS.has(name)) return FOREIGN;
  // an excerpt, or a file that gets it from a module of its own project
  const library = fileImports(program).level === 2 ? program.catalogue.unmistakable(name) : undefined;
  return library ? { kind: 'name', path: library.name } : conventional(program, name);
}

function inferNode(program: Program, site: Site): Ref | undefined {
  const { node } = site;
  switch (node.name) {
    case 'MemberExpression':
      return node.lastChild?.name === 'PropertyName' ? attributeOf(program, site) : subscript(program, site);
    case 'CallExpression':
      return called(program, site);
    default:
      return inferParts(program, site);
  }
}

/** An expression by the expressions in it. */
function inferParts(program: Program, { unit, node }: Site): Ref | undefined {
  const at = (child: SyntaxNode | null | undefined): Ref | undefined =>
    child ? infer(program, { unit, node: child }) : undefined;
  switch (node.name) {
    case 'ParenthesizedExpression':
      return at(node.firstChild?.nextSibling);
    case 'AwaitExpression':
    case 'NamedExpression':
      return at(node.lastChild);
    case 'ConditionalExpression':
      return at(node.firstChild) ?? at(node.lastChild);
    case 'BinaryExpression':
      return combined(program, { unit, node });
    case 'TupleExpression':
      return { kind: 'tuple', items: elements(node).map(at) };
    case 'ArrayExpression':
      return { kind: 'list', item: at(elements(node)[0]) };
    case 'DictionaryExpression':
      return { kind: 'dict', site: { unit, node } };
    default:
      return undefined;
  }
}

const MEANINGFUL = (
  'MemberExpression CallExpression ParenthesizedExpression AwaitExpression NamedExpression ConditionalExpression ' +
  'BinaryExpression TupleExpression ArrayExpression DictionaryExpression'
).split(' ');
const LITERALS = ['String', 'FormatString', 'ContinuedString', 'Number', 'Boolean'];

const KINDS = kindsOf<'meaningful' | 'literal' | 'other'>(
  Object.fromEntries([
    ...MEANINGFUL.map((name) => [name, 'meaningful'] as const),
    ...LITERALS.map((name) => [name, 'literal'] as const),
  ]),
  'other',
);

const BUILTINS = new Set(
  (
    'print open len range str int float bool list dict set tuple type isinstance enumerate zip map filter sorted ' +
    'reversed sum min max abs any all next iter super object getattr setattr hasattr repr round input vars dir id ' +
    'hash callable format chr ord bytes bytearray memoryview slice frozenset property staticmethod classmethod ' +
    'Exception ValueError TypeError KeyError display exit quit'
  ).split(' '),
);
