/** Compiles `knowledge/apis/*.yaml` into one table and checks it as a whole. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ApiLibrary, ApiType } from '../../src/core/api.ts';
import { parseApis } from '../../src/core/authoring/apis.ts';
import type { ContextData } from '../../src/core/engine.ts';
import { readTables } from './tables.ts';

/** The table for `dist/knowledge/apis.json`, and what is wrong as `file:line: what to do`. */
export interface CompiledApis {
  readonly data: ContextData;
  readonly problems: readonly string[];
  /** Concept ids that the catalogue names and no facts file defines yet, with one place each. */
  readonly unknownConcepts: readonly string[];
}

/** Reads every library under `folder` (`knowledge/apis`) and the tables beside it; `concepts` are the ids that exist. */
export function compileApis(folder: string, concepts: ReadonlySet<string>): CompiledApis {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort() : [];
  const problems: string[] = [];
  const libraries: ApiLibrary[] = [];
  for (const file of files) {
    const path = join(folder, file);
    const parsed = parseApis(readFileSync(path, 'utf8'));
    problems.push(...parsed.problems.map(({ line, message }) => `${path}:${line}: ${message}`));
    if (!parsed.library) continue;
    if (`${parsed.library.library}.yaml` !== file) problems.push(`${path}:1: library: and the file name must agree`);
    libraries.push(parsed.library);
  }
  for (const library of libraries) {
    const path = join(folder, `${library.library}.yaml`);
    problems.push(...danglingTypes(library, libraries).map((message) => `${path}: ${message}`));
  }
  const tables = readTables(dirname(folder));
  problems.push(...tables.problems);
  return { data: { libraries, ...tables.data }, problems, unknownConcepts: unknownConcepts(libraries, concepts) };
}

/** Types and parents that no library defines, as far as their library is written at all. */
function danglingTypes(library: ApiLibrary, all: readonly ApiLibrary[]): string[] {
  const names = new Set(all.flatMap(({ symbols }) => symbols.map(({ name }) => name)));
  const roots = new Set(all.flatMap(({ roots, library: root }) => [...roots, root]));
  return library.symbols.flatMap((symbol) => {
    const used = [symbol.extends, symbol.returns, symbol.type, symbol.items, symbol.argsOf].flatMap(typesOf);
    return used
      .filter((type) => type !== 'self' && type !== 'None' && !names.has(type) && roots.has(type.split('.')[0] ?? ''))
      .map((type) => `${symbol.name}: ${type} has no entry; add one (it may be empty) or correct the name`);
  });
}

function typesOf(type: ApiType | undefined): readonly string[] {
  return type === undefined ? [] : typeof type === 'string' ? [type] : type;
}

function unknownConcepts(libraries: readonly ApiLibrary[], known: ReadonlySet<string>): string[] {
  const where = new Map<string, string>();
  const note = (ids: readonly string[], name: string): void => {
    for (const id of ids) if (!known.has(id) && !where.has(id)) where.set(id, name);
  };
  for (const symbol of libraries.flatMap(({ symbols }) => symbols)) {
    note(symbol.concepts, symbol.name);
    for (const argument of Object.values(symbol.args ?? {})) {
      note(argument.concepts, argument.name);
      for (const value of Object.values(argument.values ?? {})) note(value.concepts, argument.name);
    }
  }
  return [...where].map(([id, name]) => `${id} (${name})`).sort();
}
