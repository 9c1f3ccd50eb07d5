/** Keys of YAML, by their indentation. */
import type { Entry } from './entry.ts';

/** Reads keys and values line by line; what it cannot read it leaves out. */
export function yamlEntries(text: string): Entry[] {
  const found: Entry[] = [];
  const parents: { readonly indent: number; readonly path: string }[] = [];
  for (const match of text.matchAll(
    /^([ \t]*(?:- +)*)(["']?)([A-Za-z_][\w.-]*)\2[ \t]*:(?=[ \t]|$)[ \t]*(.*)$/gm,
  )) {
    const [, lead = '', quote = '', name = '', rest = ''] = match;
    const indent = lead.length;
    while (parents.length && parents.at(-1)!.indent >= indent) parents.pop();
    const path = parents.length ? `${parents.at(-1)!.path}.${name}` : name;
    parents.push({ indent, path });
    const start = match.index + indent + quote.length;
    // quoted keys may stand in braces, with commas behind
    const value = rest
      .replace(/(^|\s)#.*$/, '')
      .trimEnd()
      .replace(quote ? /,$/ : /(?!)/, '');
    const valueStart = match.index + match[0].length - rest.length;
    found.push({
      path,
      key: { start, end: start + name.length },
      value: { start: valueStart, end: valueStart + value.length },
      text: value,
    });
  }
  return found;
}
