/** Keys of TOML, and of INI as spaCy writes it, in sections. */
import type { Entry } from './entry.ts';

/** Reads keys and values line by line; what it cannot read it leaves out. */
export function tomlEntries(text: string): Entry[] {
  const found: Entry[] = [];
  let section = '';
  for (const match of text.matchAll(
    /^[ \t]*(?:\[+([\w.-]+)\]+|(["']?)(@?[\w.-]+)\2[ \t]*=[ \t]*(.*))[ \t]*$/gm,
  )) {
    if (match[1] !== undefined) {
      section = `${match[1]}.`;
      const start = match.index + match[0].indexOf(match[1]);
      const end = start + match[1].length;
      found.push({ path: match[1], key: { start, end }, value: { start: end, end }, text: '' });
      continue;
    }
    const [whole, , , name = '', rest = ''] = match;
    const start = match.index + whole.indexOf(name);
    const value = rest.replace(/\s+#.*$/, '').trimEnd();
    const valueStart = match.index + whole.lastIndexOf(rest);
    const range = { start: valueStart, end: valueStart + value.length };
    found.push({ path: section + name, key: { start, end: start + name.length }, value: range, text: value });
  }
  return found;
}
