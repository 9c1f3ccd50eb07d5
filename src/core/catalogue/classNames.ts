/** Which dotted names are classes: what the notation of the catalogue and Python's habits of writing say. */
import type { ApiSymbol } from '../api.ts';

/** Whether the name is a class's, by its entry or by how it is written. */
export function isClass(name: string, symbol: ApiSymbol | undefined): boolean {
  if (name.includes('()')) return false;
  const segments = name.split('.');
  const last = segments.at(-1) ?? '';
  if (symbol?.extends) return true;
  if (symbol?.returns !== undefined) return false;
  const owner = segments.at(-2) ?? '';
  return (
    /^_*\*?[A-Z]/.test(last) && !/^[A-Z][A-Z0-9]*_[A-Z0-9_]*$/.test(last) && !/^[A-Z]\w*[a-z]/.test(owner)
  );
}

/** The part of a name up to its first instance or member: `a.B().c` -> `a.B`. */
export function classKeyOf(name: string): string {
  const instance = name.indexOf('()');
  if (instance >= 0) return name.slice(0, instance);
  const dot = name.lastIndexOf('.');
  const owner = name.slice(0, dot);
  return owner.includes('*') ? owner : name;
}
