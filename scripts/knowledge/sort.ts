/** `sort`: puts `sources.yaml` into alphabetical order and drops repeated entries, so that merges stay harmless. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KNOWLEDGE } from './files.ts';

/** Rewrites the file; an id with two different entries is left for a person to decide. */
export function sort(): number {
  const file = path.join(KNOWLEDGE, 'sources.yaml');
  const [head = '', ...rest] = readFileSync(file, 'utf8').split(/^(?=[\w-]+:)/m);
  const entries = /^[\w-]+:/.test(head) ? [head, ...rest] : rest;
  const top = entries.length > rest.length ? '' : head;
  const seen = new Map<string, string>();
  const kept: string[] = [];
  let conflicts = 0;
  for (const entry of entries.map((text) => `${text.trimEnd()}\n`)) {
    const id = entry.slice(0, entry.indexOf(':'));
    if (seen.get(id) === entry) continue;
    if (seen.has(id)) {
      conflicts += 1;
      console.error(`knowledge/sources.yaml: keep one of the two entries \`${id}\``);
    }
    seen.set(id, entry);
    kept.push(entry);
  }
  const idOf = (entry: string) => entry.slice(0, entry.indexOf(':'));
  kept.sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0));
  writeFileSync(file, top + kept.join(''));
  console.log(`${kept.length} sources`);
  return conflicts > 0 ? 1 : 0;
}
