/** Keys of JSON, with and without comments, finished and unfinished: every character is looked at once. */
import type { Entry } from './entry.ts';

/** Reads keys with the scalars after them. */
export function jsonEntries(text: string): Entry[] {
  const found: Entry[] = [];
  /** Paths of the objects and lists that are open. */
  const open: string[] = [];
  let pending = '';
  for (let at = 0; at < text.length;) {
    const c = text[at]!;
    if (c !== '"') {
      if (c === '{' || c === '[') open.push(inside(open, pending));
      else if (c === '}' || c === ']') open.pop();
      if ('{}[]'.includes(c)) pending = '';
      at++;
      continue;
    }
    const end = stringEnd(text, at);
    const colon = skipBlanks(text, end);
    pending = '';
    if (text[colon] !== ':' || text[end - 1] !== '"' || end - at < 2) {
      at = end;
      continue;
    }
    const name = text.slice(at + 1, end - 1);
    const from = skipBlanks(text, colon + 1);
    const to = scalarEnd(text, from);
    const path = joined(open.at(-1) ?? '', name);
    const value = { start: from, end: to };
    found.push({ path, key: { start: at + 1, end: end - 1 }, value, text: text.slice(from, to) });
    if (to === from) pending = name;
    at = to;
  }
  return found;
}

/** Files that go on opening without closing are no configurations. */
const DEEPEST = 32;

function inside(open: readonly string[], name: string): string {
  const path = open.at(-1) ?? '';
  return name && open.length < DEEPEST ? joined(path, name) : path;
}

function joined(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

/** After the closing quote; without one, the end of the line. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const c = text[at];
    if (c === '"') return at + 1;
    if (c === '\n') return at;
    if (c === '\\' && text[at + 1] !== '\n') at++;
  }
  return text.length;
}

/** The end of a string, number or word; the start where there is none, or where the string is the next key. */
function scalarEnd(text: string, start: number): number {
  if (text[start] === '"') {
    const end = stringEnd(text, start);
    const isKey = text[skipBlanks(text, end)] === ':';
    return isKey || text[end - 1] !== '"' || end - start < 2 ? start : end;
  }
  let at = start;
  while (at < text.length && !/[\s",{}[\]]/.test(text[at]!)) at++;
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}
