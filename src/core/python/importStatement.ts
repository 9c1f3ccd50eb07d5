/** The names that one import statement binds, with the paths they stand for. */
import type { TreeCursor } from '@lezer/common';

/** What an ImportStatement brings in. */
export interface Imported {
  readonly names: readonly { readonly name: string; readonly at: number; readonly path: string }[];
  /** The module of `from module import *`. */
  readonly star?: string;
}

/** Reads the ImportStatement that the cursor is at. */
export function importedBy(cursor: TreeCursor, text: string): Imported {
  const names: { name: string; at: number; path: string }[] = [];
  let star: string | undefined;
  let module = '';
  let path = '';
  let name: { readonly from: number; readonly to: number } | undefined;
  let from = false;
  let named = false;
  let alias = false;
  const finish = (): void => {
    if (!name) return;
    const bound = text.slice(name.from, name.to);
    const full = from
      ? `${module}${module.endsWith('.') ? '' : '.'}${path}`
      : alias
        ? path
        : path.split('.')[0]!;
    names.push({ name: bound, at: name.from, path: full });
    path = '';
    name = undefined;
    alias = false;
  };
  if (!cursor.firstChild()) return { names };
  do {
    const word = cursor.name;
    if (word === 'from') from = true;
    else if (word === 'import') {
      named = true;
      module = path;
      path = '';
      name = undefined;
    } else if (word === '*') star = module;
    else if (word === ',') finish();
    else if (word === '.') path += '.';
    else if (word === '...') path += '...';
    else if (word === 'as') alias = true;
    else if (word === 'VariableName') {
      if (!alias) path += text.slice(cursor.from, cursor.to);
      if (named && (alias || !name)) name = { from: cursor.from, to: cursor.to };
    }
  } while (cursor.nextSibling());
  cursor.parent();
  finish();
  return { names, ...(star === undefined ? {} : { star }) };
}
