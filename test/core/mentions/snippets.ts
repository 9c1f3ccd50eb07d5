/** Snippets with a `|` cursor and the mention expected there, one after another in a text file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../../src/core/documents.ts';
import type { Mention, Value } from '../../../src/core/mention.ts';

/** One snippet: its title, the document, the offset of the cursor, and what is expected after `==>`. */
export interface Snippet {
  readonly title: string;
  readonly document: Document;
  readonly offset: number;
  readonly expected: string;
}

/** Snippets are apart by blank lines after `==>`; cells of a notebook by `---`; `language` on the first line if no Python. */
export function snippetsIn(file: string): Snippet[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  return [...text.matchAll(/(?<=^|\n\n)([^\n]+)\n([\s\S]*?)\n==> (.*)(?=\n|$)/g)].map(
    ([, title = '', body = '', expected = '']) => {
      const cells = body.split('\n---\n').map(documentOf);
      const at = cells.findIndex(({ text: cell }) => cell.includes('|'));
      const offset = cells[at]?.text.indexOf('|') ?? -1;
      if (offset < 0) throw new Error(`${file}: no cursor in "${title}"`);
      const documents = cells.map((cell, i) => ({
        ...cell,
        uri: `cell${i}`,
        text: i === at ? cell.text.replace('|', '') : cell.text,
      }));
      const own = documents[at]!;
      const document =
        cells.length > 1 || file.startsWith('notebook')
          ? { ...own, notebook: { uri: 'n', cells: documents } }
          : own;
      return { title, document, offset, expected };
    },
  );
}

/** The mention in the notation of `==>`: `by concept, also... name=value... model=family`, as far as asked for. */
export function shown(mention: Mention | undefined, expected: string): string {
  if (!mention) return 'nothing';
  const settings = [...expected.matchAll(/ (\w+)=\S+/g)].map(
    ([, name = '']) => ` ${name}=${settingOf(mention, name)}`,
  );
  const concepts = expected.includes(',') ? [mention.concept, ...mention.also].join(', ') : mention.concept;
  return `${mention.by} ${concepts}${settings.join('')}`;
}

function settingOf(mention: Mention, name: string): string {
  if (name === 'model') return mention.model?.family.id ?? 'none';
  if (name === 'assigned') {
    const assigned = [...(mention.call?.receiver?.assigned ?? [])];
    return assigned
      .map(([path, { value }]) => `${path}:${value === undefined ? 'run-time' : plain(value)}`)
      .join(',');
  }
  const argument = mention.call?.args.get(name);
  if (!argument) return 'absent';
  return argument.value === undefined ? 'run-time' : plain(argument.value);
}

function plain(value: Value): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function documentOf(text: string): Document {
  const first = /^(python|markdown|yaml|json|toml|properties|shellscript)\n/.exec(text)?.[1];
  const language = first ?? 'python';
  return {
    uri: `file:///test.${language}`,
    version: 1,
    language,
    text: first ? text.slice(first.length + 1) : text,
  };
}
