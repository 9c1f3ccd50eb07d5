/** What a call gives back: objects of classes, what the catalogue says of functions and methods, returns of the file. */
import type { ApiType } from '../api.ts';
import type { Found } from '../catalogue.ts';
import { annotated } from './annotations.ts';
import { elements } from './displays.ts';
import { infer } from './infer.ts';
import { scopeAt, type Program } from './program.ts';
import { FOREIGN, LITERAL, type Ref, type Site } from './refs.ts';
import { childNamed } from './syntax.ts';

/** The meaning of a CallExpression. */
export function called(program: Program, { unit, node }: Site): Ref | undefined {
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

/** The object that `type` of the catalogue stands for; `self` is the class of the owner. */
export function typed(type: ApiType | undefined, self: string | undefined, made?: Site): Ref | undefined {
  if (type === undefined || type === 'None') return undefined;
  if (typeof type !== 'string') return { kind: 'tuple', items: type.map((one) => typed(one, self, made)) };
  const name = type === 'self' ? self : type;
  return name === undefined ? undefined : { kind: 'instance', type: name, ...(made ? { made } : {}) };
}

function calledName(program: Program, path: string, made: Site): Ref | undefined {
  const found = program.catalogue.named(path);
  if (!found) return undefined;
  // what a class only wraps stays what it is: `Variable(images)`
  if (found.isClass && returnsOf(found) === undefined) return { kind: 'instance', type: found.name, made };
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

/** What the catalogue says that a callable gives back. */
export function returnsOf(found: Found): ApiType | undefined {
  for (const symbol of found.symbols) if (symbol.returns !== undefined) return symbol.returns;
  return undefined;
}

/** The annotation of a function of this file, else what its first understood `return` gives. */
export function returnedLocal(program: Program, site: Site): Ref | undefined {
  const annotation = childNamed(site.node, 'TypeDef');
  const stated = annotation && annotated(program, { unit: site.unit, node: annotation });
  if (stated && stated.kind !== 'foreign') return stated;
  for (const value of scopeAt(program, site).returns) {
    const ref = infer(program, { unit: site.unit, node: value });
    if (ref && ref.kind !== 'foreign') return ref;
  }
  return undefined;
}

/** They give numbers, collections and arrays, of which the name says what they are for: `vocab_size = len(words)`. */
const PLAIN =
  /^(?:len|hasattr|isinstance|bool|any|all|max|min|sum|int|float|round|list|set|dict|tuple|sorted|range|(?:collections\.)?namedtuple|(?:np|numpy|math)\.[\w.]+)$/;

/** Functions of other libraries that give back what they were given. */
function passedThrough(program: Program, { unit, node }: Site): Ref | undefined {
  const callee = node.firstChild!;
  const name = unit.text.slice(callee.from, callee.to);
  const first = childNamed(node, 'ArgList') ? elements(childNamed(node, 'ArgList')!) : [];
  const argument = /(^|\.)cast$/.test(name) ? first[1] : first[0];
  if (name === 'getattr') return undefined;
  if (!argument || !/^(copy\.)?(deepcopy|copy|next|iter|reversed|sorted)$|(^|\.)cast$/.test(name))
    return PLAIN.test(name) ? LITERAL : FOREIGN;
  return infer(program, { unit, node: argument });
}
