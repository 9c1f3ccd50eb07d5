/** `sort`: puts `sources.yaml` into alphabetical order and drops repeated entries, so that merges stay harmless. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KNOWLEDGE } from './files.ts';

/** Rewrites the file; of two entries for the same place the later stays, two places are left for a person to decide. */
export function sort(): number {
  const file = path.join(KNOWLEDGE, 'sources.yaml');
  const [head = '', ...rest] = readFileSync(file, 'utf8').split(/^(?=[\w-]+:)/m);
  const entries = /^[\w-]+:/.test(head) ? [head, ...rest] : rest;
  const top = entries.length > rest.length ? '' : head;
  const kept: string[] = [];
  let conflicts = 0;
  // A merge that keeps both sides may leave one entry with two titles; a whole one of the same id replaces it.
  const whole = new Set(entries.filter((entry) => !isTorn(entry)).map(idOf));
  for (const entry of entries.map((text) => `${text.trimEnd()}\n`)) {
    if (isTorn(entry) && whole.has(idOf(entry))) continue;
    const id = idOf(entry);
    const before = kept.findIndex((other) => idOf(other) === id);
    const twin = kept[before];
    if (twin !== undefined && placeOf(twin) !== placeOf(entry)) {
      conflicts += 1;
      console.error(`knowledge/sources.yaml: keep one of the two entries \`${id}\``);
    }
    if (twin === undefined || placeOf(twin) !== placeOf(entry)) kept.push(entry);
    else kept[before] = entry;
  }
  kept.sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0));
  writeFileSync(file, top + kept.join(''));
  console.log(`${kept.length} sources`);
  return conflicts > 0 ? 1 : 0;
}

function idOf(entry: string): string {
  return entry.slice(0, entry.indexOf(':'));
}

function placeOf(entry: string): string {
  return /^ +(?:arxiv|doi|acl|url): *(.*)$/m.exec(entry)?.[1] ?? '';
}

function isTorn(entry: string): boolean {
  const keys = [...entry.matchAll(/^ +(\w+):/gm)].map(([, key]) => key);
  return new Set(keys).size < keys.length;
}
