/** Labelled positions in public files, one JSON object per line. */
import { readFileSync } from 'node:fs';
import type { Document, Documents } from '../../src/core/documents.ts';
import type { Mention } from '../../src/core/mention.ts';
import { documentsFrom, fileAt } from './files.ts';

/** A position and what a hover there should show; nothing for traps. Lines and columns count from 0, in characters. */
export interface Label {
  readonly repo: string;
  readonly commit: string;
  readonly path: string;
  readonly cell: number | null;
  readonly line: number;
  readonly col: number;
  readonly token: string;
  readonly kind: string;
  readonly expect: readonly string[];
  readonly also_acceptable: readonly string[];
  readonly trap: boolean;
  readonly context: string;
  /** In the third that is not looked at while the engine is being improved. */
  readonly heldOut: boolean;
}

/** Reads the labels; a third of them, by a hash of their place, is held out. */
export function readLabels(file: string): Label[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const label = JSON.parse(line) as Omit<Label, 'heldOut'>;
      const place = `${label.repo}/${label.path}#${label.cell ?? ''}:${label.line}:${label.col}`;
      return { ...label, heldOut: hash(place) % 3 === 0 };
    });
}

/** What a hover shows at the label: in the middle of its first word, as a pointer would be. */
export function mentionAtLabel(documents: Documents, label: Label): Mention | undefined | 'missing' {
  const document = documentOf(label);
  const offset = document && offsetOf(document.text, label);
  if (!document || offset === undefined) return 'missing';
  const word = /^[\w-]+/.exec(label.token)?.[0].length ?? 1;
  return documents.mentionAt(document, offset + Math.floor(word / 2));
}

const files = new Map<string, Document[]>();

function documentOf(label: Label): Document | undefined {
  const key = `${label.repo}@${label.commit}:${label.path}`;
  let all = files.get(key);
  if (!all) {
    const text = fileAt(label.repo, label.commit, label.path) ?? '';
    // with the repository in its name: one reader keeps documents of all of them, and each has a README.md
    files.set(key, (all = documentsFrom(`${label.repo}/${label.path}`, text)));
  }
  return all[label.cell ?? 0];
}

/** The offset in UTF-16; where the line has moved, the nearest line that has the token at the column. */
function offsetOf(text: string, { line, col, token }: Label): number | undefined {
  const lines = text.split('\n');
  const order = [...lines.keys()].sort((a, b) => Math.abs(a - line) - Math.abs(b - line));
  const found = order.find((i) => [...lines[i]!].slice(col).join('').startsWith(token));
  if (found === undefined) return undefined;
  const before = lines.slice(0, found).reduce((sum, one) => sum + one.length + 1, 0);
  return before + [...lines[found]!].slice(0, col).join('').length;
}

function hash(text: string): number {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619) >>> 0;
  return value >>> 3;
}
