/** Values that a Python file spells out: literals, constants of the file, simple arithmetic, names of libraries. */
import type { SyntaxNode } from '@lezer/common';
import type { Value } from '../mention.ts';
import { callAt, argumentOf } from './calls.ts';
import { elements, entryOf } from './displays.ts';
import { infer } from './infer.ts';
import { bindingsBeside, lookUp } from './lookUp.ts';
import type { Program } from './program.ts';
import type { Site } from './refs.ts';
import { childNamed } from './syntax.ts';

const DEEPEST = 8;

/** The value of an expression, or nothing where it is decided at run time. */
export function valueOf(program: Program, { unit, node }: Site, depth = 0): Value | undefined {
  if (depth > DEEPEST) return undefined;
  const at = (child: SyntaxNode | null | undefined): Value | undefined =>
    child ? valueOf(program, { unit, node: child }, depth + 1) : undefined;
  const text = unit.text.slice(node.from, node.to);
  switch (node.name) {
    case 'Number':
      return numberOf(text);
    case 'Boolean':
      return text === 'True';
    case 'None':
      return null;
    case 'String':
      return stringOf(text);
    case 'ContinuedString':
      return joined(node.getChildren('String').map(at));
    case 'ParenthesizedExpression':
      return at(node.firstChild?.nextSibling);
    case 'UnaryExpression':
      return negative(text, at(node.lastChild));
    case 'BinaryExpression':
      return arithmetic(node, unit.text, at);
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression': {
      const items = elements(node).map(at);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'DictionaryExpression':
      return dictionary(program, { unit, node }, depth);
    case 'VariableName':
      return constant(program, { unit, node }, text, depth);
    case 'MemberExpression':
      return member(program, { unit, node }, depth);
    case 'CallExpression': {
      const call = callAt(program, { unit, node }, depth + 1);
      return call && { kind: 'call', call: call.call };
    }
    default:
      return undefined;
  }
}

/** The text of a plain string literal; nothing for bytes and f-strings. */
export function stringOf(text: string): string | undefined {
  const prefix = 'rRuU'.includes(text.charAt(0)) ? 1 : 0;
  const mark = text.charAt(prefix);
  if (mark !== '"' && mark !== "'") return undefined;
  const three = mark === '"' ? '"""' : "'''";
  const quote = isBetween(text, prefix, three) ? 3 : isBetween(text, prefix, mark) ? 1 : 0;
  if (quote === 0) return undefined;
  const body = text.slice(prefix + quote, text.length - quote);
  return prefix || !body.includes('\\')
    ? body
    : body.replace(/\\(n|t|\\|'|")/g, (_, c: string) => ESCAPES[c] ?? c);
}

function isBetween(text: string, from: number, quote: string): boolean {
  return text.length >= from + 2 * quote.length && text.startsWith(quote, from) && text.endsWith(quote);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

function numberOf(text: string): number | undefined {
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? value : undefined;
}

function joined(parts: readonly (Value | undefined)[]): string | undefined {
  return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
}

function negative(text: string, value: Value | undefined): Value | undefined {
  if (typeof value === 'number') return text.startsWith('-') ? -value : value;
  return text.startsWith('not') && typeof value === 'boolean' ? !value : undefined;
}

function arithmetic(
  node: SyntaxNode,
  text: string,
  at: (child: SyntaxNode | null) => Value | undefined,
): number | string | undefined {
  const operator = childNamed(node, 'ArithOp');
  if (!operator) return undefined;
  const left = at(node.firstChild);
  const right = at(node.lastChild);
  const sign = text.slice(operator.from, operator.to);
  if (typeof left === 'string' && typeof right === 'string' && sign === '+') return left + right;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const result = { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[sign];
  if (result !== undefined) return Number.isFinite(result) ? result : undefined;
  if (sign === '//') return right ? Math.floor(left / right) : undefined;
  if (sign === '%') return right ? left - right * Math.floor(left / right) : undefined;
  const power = sign === '**' ? left ** right : Number.NaN;
  return Number.isFinite(power) ? power : undefined;
}

function dictionary(program: Program, { unit, node }: Site, depth: number): Value | undefined {
  const entries = new Map<string, ReturnType<typeof argumentOf>>();
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === '**') return undefined;
    if (child.nextSibling?.name !== ':') continue;
    const key = child.name === 'String' ? stringOf(unit.text.slice(child.from, child.to)) : undefined;
    const value = child.nextSibling.nextSibling;
    if (key === undefined || !value) return undefined;
    entries.set(key, argumentOf(program, { unit, node: value }, depth + 1));
  }
  return { kind: 'dict', entries };
}

/** A name that its scope binds exactly once, to a value; parameters and loop variables never count. */
function constant(program: Program, site: Site, name: string, depth: number): Value | undefined {
  const bound = lookUp(program, site, name);
  if (!bound) return undefined;
  const { binding, unit } = bound;
  if (binding.kind === 'import' || binding.kind === 'definition') return libraryName(program, site);
  if (bindingsBeside(bound, name).length !== 1) return undefined;
  const inUnits =
    program.units.length > 1 && bound.scope.kind === 'module' && boundInOtherCells(program, bound, name);
  if (inUnits) return undefined;
  const plain = binding.kind === 'value' && !binding.index.length;
  const value = plain || binding.kind === 'annotated' ? binding.value : undefined;
  return value && valueOf(program, { unit, node: value }, depth + 1);
}

function boundInOtherCells(
  program: Program,
  bound: ReturnType<typeof lookUp> & object,
  name: string,
): boolean {
  return program.units.some(
    (unit) => unit !== bound.unit && program.scopes.get(unit)?.get(-1)?.bindings.has(name) === true,
  );
}

/** `CONFIG["n_layers"]` of a dictionary display, `Class.CONSTANT`, `torch.bfloat16`. */
function member(program: Program, { unit, node }: Site, depth: number): Value | undefined {
  if (node.lastChild?.name === 'PropertyName') return libraryName(program, { unit, node });
  const base = node.firstChild && infer(program, { unit, node: node.firstChild });
  const key = node.firstChild?.nextSibling?.nextSibling;
  if (base?.kind !== 'dict' || key?.name !== 'String') return undefined;
  const entry = entryOf(base.site, unit.text.slice(key.from + 1, key.to - 1));
  return entry && valueOf(program, { unit: base.site.unit, node: entry }, depth + 1);
}

function libraryName(program: Program, site: Site): Value | undefined {
  const ref = infer(program, site);
  if (ref?.kind !== 'name') return undefined;
  return { kind: 'name', name: program.catalogue.named(ref.path)?.name ?? ref.path };
}
