/** A memory between builds for what is slow to draw; entries that a build did not use are forgotten. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Values by key. `get` makes what is missing. */
export interface Cache<T> {
  get(key: string, make: () => T): T;
  save(): void;
}

/** Opens `out/knowledge/<name>.json`; another `version` (of the tool that makes the values) starts empty. */
export function openCache<T>(name: string, version: string): Cache<T> {
  const file = path.resolve(import.meta.dirname, '../../out/knowledge', `${name}.json`);
  const old = read<T>(file, version);
  const used = new Map<string, T>();
  let made = 0;
  return {
    get: (key, make) => {
      const known = used.get(key) ?? old.get(key);
      const value = known ?? make();
      if (known === undefined) made += 1;
      used.set(key, value);
      return value;
    },
    save: () => {
      if (made === 0 && used.size === old.size) return;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ version, entries: [...used] }));
    },
  };
}

/** A cache that cannot be read is an empty one. */
function read<T>(file: string, version: string): Map<string, T> {
  if (!existsSync(file)) return new Map();
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as { version: string; entries: [string, T][] };
    return new Map(stored.version === version ? stored.entries : []);
  } catch {
    return new Map();
  }
}
