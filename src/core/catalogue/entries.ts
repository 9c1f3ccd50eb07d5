/** The written entries of all libraries, by the keys that look-ups need. */
import type { ApiArgument, ApiEntry, ApiLibrary, ApiSymbol } from '../api.ts';
import type { ConceptId } from '../concept.ts';
import { classKeyOf } from './classNames.ts';
import { patternOf, type Pattern } from './patterns.ts';

/** The tables that the rest of the catalogue reads; only building it writes to them. */
export class Entries {
  readonly roots = new Map<string, ApiLibrary>();
  readonly symbols = new Map<string, ApiSymbol>();
  /** By last segment: paths with modules in the middle find their entry here. */
  readonly byLast = new Map<string, ApiSymbol[]>();
  /** Class patterns, the longest first, by library. */
  readonly patterns = new Map<string, Pattern[]>();
  readonly distinctive = new Map<string, ApiEntry>();
  readonly distinctiveArguments = new Map<string, ApiArgument>();
  /** Concepts that triggers tie to names, after those of the entry itself. */
  readonly triggered = new Map<string, ConceptId[]>();
  readonly configTriggers = new Map<string, ConceptId[]>();

  constructor(libraries: readonly ApiLibrary[]) {
    for (const library of libraries) {
      for (const root of [...library.roots, library.library]) this.roots.set(root, library);
      for (const symbol of library.symbols) this.#add(library, symbol);
    }
    for (const list of this.patterns.values()) list.sort((a, b) => b.key.length - a.key.length);
  }

  /** The library that an import path belongs to, through any of its roots. */
  libraryOf(path: string): ApiLibrary | undefined {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      const library = this.roots.get(path.slice(0, end));
      if (library) return library;
    }
    return undefined;
  }

  #add(library: ApiLibrary, symbol: ApiSymbol): void {
    this.symbols.set(symbol.name, symbol);
    const bare = symbol.name.slice(symbol.name.lastIndexOf('.') + 1);
    const classKey = classKeyOf(symbol.name);
    if (classKey.includes('*')) {
      if (classKey === symbol.name) push(this.patterns, library.library, patternOf(classKey));
    } else if (!symbol.name.includes('()')) {
      push(this.byLast, bare, symbol);
    }
    if (symbol.distinctive && !this.distinctive.has(bare)) this.distinctive.set(bare, symbol);
    for (const [name, argument] of Object.entries(symbol.args ?? {})) {
      if (!argument.distinctive || this.distinctiveArguments.has(name)) continue;
      this.distinctiveArguments.set(name, argument);
    }
  }
}

/** Adds to the list at a key, once. */
export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
