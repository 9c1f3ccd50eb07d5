/** Configuration files of training and of models, recognised by their keys together. */
import type { ApiArgument, ApiDefault } from './api.ts';
import type { Catalogue } from './catalogue.ts';
import type { ByLang, ConceptId } from './concept.ts';
import { remembering } from './memory.ts';

/** What `knowledge/configs.yaml` holds once compiled. */
export interface ConfigData {
  readonly configs: readonly ConfigKind[];
}

/** One kind of configuration file. */
export interface ConfigKind {
  readonly kind: string;
  readonly name: string;
  /** Globs on the file name that alone suffice. */
  readonly files: readonly string[];
  /** Keys that tell the kind: so many of them must be there. */
  readonly signs: readonly string[];
  readonly atLeast: number;
  /** More signs, one of which must be there: what tells text from images where the others are those of any training. */
  readonly about?: readonly string[];
  /** Signs that text alone has: each counts for two, and for one of `about`. */
  readonly telling?: readonly string[];
  /** Concepts that its keys may show: what any network is trained with, in a file that says nothing of language. */
  readonly only?: readonly ConceptId[];
  /** Sets of keys each of which tells the kind by itself. */
  readonly together?: readonly (readonly string[])[];
  /** Files about something else: they stay silent. */
  readonly silent?: boolean;
  /** Whether the values are texts. */
  readonly texts?: boolean;
  /** Callables whose arguments are keys of the file too. */
  readonly argsOf: readonly string[];
  /** The kind whose keys count where this one has none. */
  readonly like?: string;
  /** By name; several names that mean the same are one entry, with commas between them. */
  readonly keys: Readonly<Record<string, ConfigKey>>;
}

/**
 * A key of a kind of file, wherever it stands in it. Parents are written with dots where the meaning depends on them:
 * `zero_optimization.stage`, or `fp16.*` for all that is below. `*_dropout` stands for all names like it.
 */
export interface ConfigKey {
  readonly concepts: readonly ConceptId[];
  readonly meaning?: ByLang<string>;
  readonly default?: ApiArgument['default'];
  readonly values?: Readonly<Record<string, readonly ConceptId[]>>;
  readonly holds?: 'model' | 'dataset';
}

/** The look-ups over kinds of files. */
export interface Configs {
  readonly kinds: readonly ConfigKind[];
  /** The kind of a file with this name and these top-level keys. */
  recognise(fileName: string, keys: readonly string[]): ConfigKind | undefined;
  /** What a key means in a file of the kind. */
  key(kind: ConfigKind, path: string): ApiArgument | undefined;
  /** What the program behind a kind of file takes for a key that is absent, where its source says so. */
  default(kind: string, path: string): ApiDefault | undefined;
}

/** Builds the look-ups. */
export function configsOf(data: ConfigData, catalogue: Catalogue): Configs {
  const files = data.configs.map((kind) => ({ kind, tests: kind.files.map(fileTest) }));
  const kinds = new Map(data.configs.map((kind) => [kind.kind, kind]));
  const keys = new Map(data.configs.map((kind) => [kind, keysOf(kind)]));
  const globs = new Map([...keys].map(([kind, own]) => [kind, globsOf(own)]));
  const shared = new Set(data.configs.map(({ like }) => like));
  const ofLanguage = data.configs.filter(({ only }) => !only);
  const specific = ofLanguage.filter(({ kind }) => !shared.has(kind));
  const allSigns = data.configs.flatMap((kind) => [kind.signs, kind.about ?? [], kind.telling ?? []].flat());
  const signs = new Map(allSigns.filter((sign) => sign.includes('*')).map((sign) => [sign, fileTest(sign)]));
  /** The kind and those that it is like. */
  const lineOf = (kind: ConfigKind): readonly ConfigKind[] => {
    const like = kind.like === undefined ? undefined : kinds.get(kind.like);
    return like ? [kind, like] : [kind];
  };
  const key = (kind: ConfigKind, path: string): ApiArgument | undefined => {
    const last = lastOf(path);
    for (const one of lineOf(kind)) {
      const name = endsOf(path).find((end) => keys.get(one)!.has(end));
      if (name !== undefined) return argumentOf(one, name);
      for (const callee of one.argsOf) {
        const found = catalogue.memberNamed(callee);
        const argument = found && catalogue.argument(found, last);
        if (argument && catalogue.concepts(argument).length) return catalogue.filled(argument);
      }
    }
    const distinctive = catalogue.distinctiveArguments.get(last);
    if (distinctive) return distinctive;
    for (const one of lineOf(kind)) {
      const glob = globs.get(one)!.find(({ test }) => test(last));
      if (glob) return argumentOf(one, glob.name);
    }
    for (const one of lineOf(kind)) {
      const group = groupsOf(path).find((name) => keys.get(one)!.has(name));
      if (group !== undefined) return argumentOf(one, group);
    }
    return undefined;
  };
  const argumentOf = (kind: ConfigKind, name: string): ApiArgument => {
    const { values, ...key } = keys.get(kind)!.get(name)!;
    const known = Object.entries(values ?? {}).map(([value, concepts]) => [value, { concepts }] as const);
    const all = values ? { values: Object.fromEntries(known) } : {};
    return { ...key, name: `config:${kind.kind}(${name}=)`, ...all } as ApiArgument;
  };
  /** The same keys come back at every keystroke. */
  const remembered = remembering((asked): ApiArgument | undefined => {
    const space = asked.indexOf(' ');
    const kind = kinds.get(asked.slice(0, space));
    const path = plain(asked.slice(space + 1));
    if (!kind) return undefined;
    return key(kind, path) ?? (/[A-Z]/.test(path) ? key(kind, path.toLowerCase()) : undefined);
  });
  return {
    kinds: data.configs,
    recognise(fileName, keys) {
      const named = files.find(({ tests }) => tests.some((test) => test(fileName)));
      if (named) return named.kind;
      const present = new Set(keys.map(plain));
      const bare = [...new Set([...present].map(lastOf))];
      const together = data.configs.find((kind) =>
        kind.together?.some((all) => all.every((key) => present.has(key))),
      );
      if (together) return together.silent ? undefined : together;
      const holds = (sign: string): boolean =>
        sign.includes('*') ? bare.some(signs.get(sign)!) : present.has(sign);
      // what all are like is chosen where nothing tells more
      for (const some of [specific, ofLanguage, data.configs]) {
        let best: { readonly kind: ConfigKind; readonly share: number } | undefined;
        for (const kind of some) {
          const about =
            (kind.about ?? []).filter(holds).length + 2 * (kind.telling ?? []).filter(holds).length;
          const count = about + kind.signs.filter(holds).length;
          if (count < kind.atLeast || count <= (best?.share ?? 0)) continue;
          if ((!kind.about && !kind.telling) || about > 0) best = { kind, share: count };
        }
        if (best) return best.kind;
      }
      return undefined;
    },
    key: (kind, path) => remembered(`${kind.kind} ${path}`),
    default(kind, path) {
      const config = kinds.get(kind);
      if (!config) return undefined;
      const own = keys.get(config)?.get(path);
      if (own) return own.default;
      for (const callee of config.argsOf) {
        const found = catalogue.memberNamed(callee);
        const value = found && catalogue.argument(found, path)?.default;
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}

/** Options are written with hyphens too. */
function plain(path: string): string {
  return path.replaceAll('-', '_');
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

type Keys = ReadonlyMap<string, ConfigKey>;

function keysOf({ keys }: ConfigKind): Keys {
  return new Map(
    Object.entries(keys).flatMap(([names, key]) => names.split(', ').map((name) => [name, key] as const)),
  );
}

/** Names with `*` for a part of the name, in their order. */
function globsOf(keys: Keys): readonly { readonly name: string; readonly test: (last: string) => boolean }[] {
  const names = [...keys.keys()].filter((name) => /\*/.test(name) && !name.endsWith('.*'));
  return names.map((name) => ({ name, test: fileTest(name) }));
}

/** `a.b.c`, `b.c`, `c`. */
function endsOf(path: string): string[] {
  const ends = [path];
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1))
    ends.push(path.slice(dot + 1));
  return ends;
}

/** Of `a.b.c`: `a.b.*`, `b.*`, `a.*`. */
function groupsOf(path: string): string[] {
  const groups: string[] = [];
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    groups.push(...endsOf(path.slice(0, dot)).map((end) => `${end}.*`));
  }
  return groups;
}

function fileTest(glob: string): (name: string) => boolean {
  const regex = new RegExp(`^${glob.replace(/[.+^$()|[\]\\{}]/g, '\\$&').replaceAll('*', '.*')}$`);
  return (name) => regex.test(name);
}
