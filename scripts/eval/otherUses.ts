/** Counted keys of configurations and counted model ids: whether a card would have a concept for them. */
import type { Engine } from '../../src/core/engine.ts';
import { settingOf } from '../../src/core/structured/settings.ts';

/** One counted name, and whether it is explained. */
export interface CountedUse {
  readonly name: string;
  readonly count: number;
  readonly explained: boolean;
}

interface Counted {
  readonly count: number;
  /** Where a key occurs: the name of a kind of file stands in it. */
  readonly groups?: Readonly<Record<string, number>>;
}

/** What a file counts: `{ key: { count } }` by section, or `{ id: { count, by_lib } }`; nothing for names of libraries. */
export function otherUses(engine: Engine, json: Readonly<Record<string, object>>): CountedUse[] | undefined {
  const entries = Object.entries(json);
  if (entries.every(([, entry]) => !('count' in entry)))
    return entries.flatMap(([section, keys]) =>
      Object.entries(keys as Readonly<Record<string, Counted>>).map(([name, counted]) =>
        settingUse(engine, section, name, counted),
      ),
    );
  if (!entries.some(([, entry]) => 'by_lib' in entry)) return undefined;
  return entries.map(([name, entry]) => ({
    name,
    count: (entry as Counted).count,
    explained: engine.models.model(name) !== undefined,
  }));
}

function settingUse(engine: Engine, section: string, name: string, { count, groups }: Counted): CountedUse {
  const path = name.replace(/^\[(.*)\]$/, '$1');
  const places = [section, ...Object.keys(groups ?? {})].join(' ');
  const named = engine.configs.kinds.filter(({ kind }) => places.includes(kind));
  const kinds = named.length ? named : engine.configs.kinds.filter(({ kind }) => kind.endsWith('-config'));
  return {
    name,
    count,
    explained: kinds.some((kind) => settingOf(engine, kind, path, '').concepts.length > 0),
  };
}
