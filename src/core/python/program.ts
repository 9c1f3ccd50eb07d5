/** One Python file, or the code cells of one notebook in order, with everything that was found out about it so far. */
import type { SyntaxNode } from '@lezer/common';
import type { Catalogue } from '../catalogue.ts';
import type { Conventions } from '../conventions.ts';
import type { Lexicon } from '../lexicon.ts';
import type { FileImports } from './imports.ts';
import type { Around } from './lookUp.ts';
import type { Ref, Site } from './refs.ts';
import { scopeOf, type Scope } from './scopes.ts';
import type { PythonTree } from './tree.ts';

/** Immutable input and the memory of answers; a new text makes a new program. */
export interface Program {
  readonly units: readonly PythonTree[];
  /** The Markdown cells of a notebook: what they speak of, its code is about. */
  readonly prose: readonly string[];
  readonly catalogue: Catalogue;
  readonly conventions: Conventions;
  readonly lexicon: Lexicon;
  readonly scopes: Map<PythonTree, Map<number, Scope>>;
  readonly around: Map<PythonTree, Map<number, Around>>;
  /** Expressions already understood, by where they start. */
  readonly refs: Map<PythonTree, Map<number, Understood>>;
  /** What names stand for by convention alone. */
  readonly conventional: Map<string, Ref | null>;
  /** Calls that a dictionary is spread into, by the variable it is in. */
  readonly spreads: Map<PythonTree, Map<string, SyntaxNode | null>>;
  /** The module asked about last: most questions are about one text. */
  module?: { readonly unit: PythonTree; readonly scope: Scope };
  /** Which libraries it imports: asked for nearly every name. */
  imports?: FileImports;
  /** Modules that everything is imported from, the last first. */
  stars?: readonly string[];
  /** Depth of the inference under way: cycles and endless chains end as unknown. */
  depth: number;
  /** What the words of the file say it is about; handed on from the version before, since reading them takes a while. */
  textLevel?: 0 | 2;
  /** Whether they are of another field that learns; handed on with it. */
  isOtherField?: boolean;
  /** Whether the place of the file says that its prose is about language. */
  isInField?: boolean;
}

/** What an expression stands for, as far as it is understood; the others that start at the same offset are linked. */
export interface Understood {
  readonly to: number;
  /** Nothing while it is under way, or for good. */
  ref: Ref | undefined;
  readonly next: Understood | undefined;
}

/** How deep expressions are followed through each other. */
export const DEEPEST = 24;

/** The look-ups that reading Python takes. */
export type Tables = Pick<Program, 'catalogue' | 'conventions' | 'lexicon'>;

/** Starts with nothing found out; every question reads what it needs. */
export function programOf(
  units: readonly PythonTree[],
  { catalogue, conventions, lexicon }: Tables,
  prose: readonly string[] = [],
): Program {
  const memory = {
    scopes: new Map(),
    around: new Map(),
    conventional: new Map(),
    refs: new Map(),
    spreads: new Map(),
  };
  return { units, prose, catalogue, conventions, lexicon, ...memory, depth: 0 };
}

/** The program of code that is read with the names of another at hand, before them. */
export function programWith(program: Program, unit: PythonTree): Program {
  const { units, scopes, around, refs, textLevel = 0, isOtherField = false } = program;
  return { ...programOf([unit, ...units], program), scopes, around, refs, textLevel, isOtherField };
}

/** The bindings of a module, class or function node. */
export function scopeAt(program: Program, { unit, node }: Site): Scope {
  let scopes = program.scopes.get(unit);
  if (!scopes) program.scopes.set(unit, (scopes = new Map()));
  const key = scopeKey(node);
  let scope = scopes.get(key);
  if (!scope) scopes.set(key, (scope = scopeOf(node, unit.text)));
  return scope;
}

/** Tells the scopes of one text apart: each begins with a word or bracket of its own. */
export function scopeKey({ name, from }: SyntaxNode): number {
  return name === 'Script' ? -1 : from;
}

/** The bindings of a whole text. */
export function moduleScope(program: Program, unit: PythonTree): Scope {
  if (program.module?.unit !== unit)
    program.module = { unit, scope: scopeAt(program, { unit, node: unit.tree.topNode }) };
  return program.module.scope;
}

/** Modules that the file imports everything from, the last first. */
export function starImports(program: Program): readonly string[] {
  program.stars ??= program.units.flatMap((unit) => moduleScope(program, unit).stars).reverse();
  return program.stars;
}
