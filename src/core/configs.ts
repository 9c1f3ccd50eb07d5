/** Configuration files of training and of models, recognised by their keys together. */
import type { ApiArgument, ApiDefault } from './api.ts';
import type { Catalogue } from './catalogue.ts';
import type { ByLang, ConceptId } from './concept.ts';

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
  /** Callables whose arguments are keys of the file too. */
  readonly argsOf: readonly string[];
  readonly keys: Readonly<Record<string, ConfigKey>>;
}

/** A key of a kind of file; nested keys are written with dots: `zero_optimization.stage`, or `fp16.*` for all in it. */
export interface ConfigKey {
  readonly concepts: readonly ConceptId[];
  readonly meaning?: ByLang<string>;
  readonly default?: ApiArgument['default'];
  readonly values?: Readonly<Record<string, readonly ConceptId[]>>;
  readonly holds?: 'model' | 'dataset';
}

/** The look-ups over kinds of files. */
export interface Configs {
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
  return {
    recognise(fileName, keys) {
      const named = files.find(({ tests }) => tests.some((test) => test(fileName)));
      if (named) return named.kind;
      const present = new Set(keys);
      let best: { readonly kind: ConfigKind; readonly share: number } | undefined;
      for (const kind of data.configs) {
        const count = kind.signs.filter((sign) => present.has(sign)).length;
        if (count >= kind.atLeast && count > (best?.share ?? 0)) best = { kind, share: count };
      }
      return best?.kind;
    },
    key(kind, path) {
      const group = `${path.slice(0, path.lastIndexOf('.'))}.*`;
      const own = [path, group]
        .map((key) => (Object.hasOwn(kind.keys, key) ? kind.keys[key] : undefined))
        .find(Boolean);
      const name = `config:${kind.kind}(${path}=)`;
      if (own) {
        const values =
          own.values &&
          Object.fromEntries(Object.entries(own.values).map(([v, concepts]) => [v, { concepts }]));
        return { ...own, name, ...(values ? { values } : {}) } as ApiArgument;
      }
      const last = path.slice(path.lastIndexOf('.') + 1);
      for (const callee of kind.argsOf) {
        const found = catalogue.memberNamed(callee);
        const argument = found && catalogue.argument(found, last);
        if (argument && catalogue.concepts(argument).length) return catalogue.filled(argument);
      }
      return catalogue.distinctiveArguments.get(last);
    },
    default(kind, path) {
      const config = data.configs.find((one) => one.kind === kind);
      if (!config) return undefined;
      if (Object.hasOwn(config.keys, path)) return config.keys[path]?.default;
      for (const callee of config.argsOf) {
        const found = catalogue.memberNamed(callee);
        const value = found && catalogue.argument(found, path)?.default;
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}

function fileTest(glob: string): (name: string) => boolean {
  const regex = new RegExp(`^${glob.replace(/[.+^$()|[\]\\{}]/g, '\\$&').replaceAll('*', '.*')}$`);
  return (name) => regex.test(name);
}
