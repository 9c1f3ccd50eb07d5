/** Calls whose callee is known: what is called, on what, with which arguments. */
import type { SyntaxNode } from '@lezer/common';
import type { Found } from '../catalogue.ts';
import type { Argument, Call, Receiver } from '../mention.ts';
import { libraryBases } from './attributes.ts';
import { entryOf } from './displays.ts';
import { infer } from './infer.ts';
import { bindingsBeside, lookUp } from './lookUp.ts';
import type { Program } from './program.ts';
import type { Ref, Site } from './refs.ts';
import { childNamed } from './syntax.ts';
import { stringOf, valueOf } from './values.ts';

/** A call together with the catalogue's view of what is called. */
export interface KnownCall {
  readonly call: Call;
  readonly found: Found;
}

/** What the CallExpression calls, where the file and the catalogue show it. */
export function callAt(program: Program, site: Site, depth = 0): KnownCall | undefined {
  const found = calleeAt(program, site);
  if (!found) return undefined;
  const list = childNamed(site.node, 'ArgList');
  const { args, open } = readArguments(program, { unit: site.unit, node: list ?? site.node }, found, depth);
  const receiver = depth < 3 ? receiverOf(program, site, depth) : undefined;
  const { unit, node } = site;
  return {
    found,
    call: {
      callee: found.symbols[0]?.name.includes('*') ? found.name : (found.symbols[0]?.name ?? found.name),
      as: asWritten(program, site, found),
      range: { start: node.from, end: node.to },
      text: unit.text.slice(node.from, Math.min(node.to, node.from + 2000)),
      args,
      open,
      ...(receiver ? { receiver } : {}),
    },
  };
}

/** The catalogue's entries for the callee, without reading the arguments. */
export function calleeAt(program: Program, { unit, node }: Site): Found | undefined {
  const callee = node.firstChild;
  return callee ? foundOf(program, infer(program, { unit, node: callee }), true) : undefined;
}

/** The catalogue's entries for what an expression stands for; `calling` an object means its `__call__`. */
export function foundOf(program: Program, ref: Ref | undefined, calling: boolean): Found | undefined {
  switch (ref?.kind) {
    case 'name':
      return program.catalogue.named(ref.path);
    case 'member':
      return ref.found;
    case 'instance':
      return calling ? program.catalogue.member(ref.type, '__call__') : program.catalogue.named(ref.type);
    case 'class': {
      const base = libraryBases(program, ref.site)[0];
      return base === undefined ? undefined : program.catalogue.named(base);
    }
    default:
      return undefined;
  }
}

/** One argument: its text, and its value where the file spells it out. */
export function argumentOf(program: Program, { unit, node }: Site, depth = 0): Argument {
  const value = valueOf(program, { unit, node }, depth);
  return {
    text: unit.text.slice(node.from, node.to),
    range: { start: node.from, end: node.to },
    ...(value === undefined ? {} : { value }),
  };
}

function readArguments(
  program: Program,
  { unit, node: list }: Site,
  found: Found | undefined,
  depth: number,
): { args: Map<string, Argument>; open: boolean } {
  const args = new Map<string, Argument>();
  let open = false;
  let position = 0;
  const params = found ? program.catalogue.params(found) : [];
  for (let child = list.firstChild; child; child = child.nextSibling) {
    if (child.nextSibling?.name === 'AssignOp' && child.name === 'VariableName') {
      const value = child.nextSibling.nextSibling;
      if (value && isValue(value)) {
        args.set(
          unit.text.slice(child.from, child.to),
          argumentOf(program, { unit, node: value }, depth + 1),
        );
        child = value;
      } else child = child.nextSibling;
    } else if (child.name === '**' || child.name === '*') {
      const spread = child.nextSibling;
      if (!spread || child.name === '*' || !spreadInto(program, { unit, node: spread }, args, depth))
        open = true;
      if (spread) child = spread;
    } else if (child.type.isError) break;
    else if (isValue(child)) {
      args.set(params[position] ?? String(position), argumentOf(program, { unit, node: child }, depth + 1));
      position++;
    }
  }
  return { args, open };
}

/** `**kwargs` of a dictionary that the file writes out, as a display or as `dict(...)`. */
function spreadInto(program: Program, site: Site, args: Map<string, Argument>, depth: number): boolean {
  const list = dictArguments(program, site);
  if (list) {
    const read = readArguments(program, list, undefined, depth + 1);
    read.args.forEach((argument, name) => args.set(name, argument));
    return !read.open;
  }
  const ref = infer(program, site);
  // `**tokenizer(...)` brings ids and masks, no settings
  if (ref?.kind === 'instance') return true;
  if (ref?.kind !== 'dict') return false;
  const { unit, node } = ref.site;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === '**') return false;
    if (child.name !== 'String' || child.nextSibling?.name !== ':') continue;
    const key = stringOf(unit.text.slice(child.from, child.to));
    const value = key !== undefined && entryOf({ unit, node }, key);
    if (key !== undefined && value) args.set(key, argumentOf(program, { unit, node: value }, depth + 1));
  }
  return true;
}

/** The arguments of `dict(...)`, written in place or bound once to the variable. */
function dictArguments(program: Program, site: Site): Site | undefined {
  const { unit, node } = site;
  if (node.name === 'VariableName') {
    const name = unit.text.slice(node.from, node.to);
    const bound = lookUp(program, site, name);
    const value = bound?.binding.kind === 'value' && !bound.binding.index.length && bound.binding.value;
    if (!bound || !value || value.name !== 'CallExpression' || bindingsBeside(bound, name).length !== 1)
      return undefined;
    return dictArguments(program, { unit: bound.unit, node: value });
  }
  const callee = node.name === 'CallExpression' ? node.firstChild : null;
  const list = childNamed(node, 'ArgList');
  const isDict = callee && unit.text.slice(callee.from, callee.to) === 'dict';
  return isDict && list && !lookUp(program, site, 'dict') ? { unit, node: list } : undefined;
}

function receiverOf(program: Program, { unit, node }: Site, depth: number): Receiver | undefined {
  const callee = node.firstChild;
  const base = callee?.name === 'MemberExpression' ? callee.firstChild : callee;
  const ref = base ? infer(program, { unit, node: base }) : undefined;
  if (ref?.kind !== 'instance') return undefined;
  const made = ref.made && callAt(program, ref.made, depth + 1)?.call;
  const name = base ? unit.text.slice(base.from, base.to) : '';
  return { type: ref.type, assigned: assignedTo(program, name), ...(made ? { made } : {}) };
}

/** Values given to attributes of the variable anywhere in the file: `tokenizer.pad_token = tokenizer.eos_token`. */
function assignedTo(program: Program, name: string): ReadonlyMap<string, Argument> {
  const found = new Map<string, Argument>();
  if (!/^[\w.]+$/.test(name)) return found;
  const start = `${name}.`;
  for (const unit of program.units) {
    for (let at = unit.text.indexOf(start); at >= 0; at = unit.text.indexOf(start, at + start.length)) {
      if (/[\w.]/.test(unit.text[at - 1] ?? '')) continue;
      ASSIGNED.lastIndex = at + start.length;
      const path = ASSIGNED.exec(unit.text)?.[1];
      if (path === undefined) continue;
      let node: SyntaxNode | null = unit.tree.resolveInner(at, 1);
      while (node && node.name !== 'AssignStatement') node = node.parent;
      const value = node?.firstChild?.from === at ? node.lastChild : null;
      if (value && isValue(value)) found.set(path, argumentOf(program, { unit, node: value }, 5));
    }
  }
  return found;
}

const ASSIGNED = /([\w.]+)[ \t]*=(?!=)/y;

/** The class that was written, where the entry is that of a pattern or base class. */
function asWritten(program: Program, { unit, node }: Site, found: Found): string {
  const callee = node.firstChild;
  const ref = callee && infer(program, { unit, node: callee });
  if (ref?.kind === 'name' && !found.isClass) {
    const owner = program.catalogue.named(ref.path.slice(0, ref.path.lastIndexOf('.')));
    if (owner?.isClass) return `${owner.name}.${ref.path.slice(ref.path.lastIndexOf('.') + 1)}`;
  }
  return found.name;
}

function isValue(node: SyntaxNode): boolean {
  return !/^[(),]$|^\*{1,2}$|^Comment$|^AssignOp$/.test(node.name) && !node.type.isError;
}
