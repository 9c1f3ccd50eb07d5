/** Reads `knowledge/apis/<library>.yaml` (docs/api-catalogue.md) and says line by line what to correct. */
import { LineCounter, parseDocument } from 'yaml';
import type { ApiArgument, ApiDefault, ApiEntry, ApiLibrary, ApiSymbol, ApiType, ApiValue } from '../api.ts';
import type { ByLang } from '../concept.ts';

/** Something to correct, at a 1-based line of the file. */
export interface ApiProblem {
  readonly line: number;
  readonly message: string;
}

/** The library as far as it could be read, and what is wrong with the file. */
export interface ParsedApis {
  readonly library?: ApiLibrary;
  readonly problems: readonly ApiProblem[];
}

/** Parses one catalogue file; broken entries are left out of the library and named in the problems. */
export function parseApis(text: string): ParsedApis {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const problems: ApiProblem[] = document.errors.map((error) => ({
    line: counter.linePos(error.pos[0]).line,
    message: error.message.split('\n')[0] ?? error.message,
  }));
  if (problems.length) return { problems };
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const parent = document.getIn(path.slice(0, length - 1), true) as { items?: unknown } | undefined;
      const key = path[length - 1];
      for (const pair of Array.isArray(parent?.items) ? (parent.items as YamlPair[]) : []) {
        const start = pair.key?.value === key ? pair.key?.range?.[0] : undefined;
        if (start !== undefined) return counter.linePos(start).line;
      }
    }
    return 1;
  };
  const reader = new Reader((path, message) => problems.push({ line: lineOf(path), message }));
  const library = reader.library(document.toJS() as unknown);
  return library ? { library, problems } : { problems };
}

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;
interface YamlPair {
  readonly key?: { readonly value?: unknown; readonly range?: readonly number[] };
}

const SYMBOL_FIELDS = [
  ...['concepts', 'en', 'es', 'distinctive', 'renamed', 'deprecated'],
  ...['extends', 'returns', 'type', 'items', 'params', 'args_of', 'args'],
];
const ARGUMENT_FIELDS = [
  ...['concepts', 'en', 'es', 'distinctive', 'renamed', 'deprecated'],
  ...['default', 'values', 'holds'],
];
const NAME = /^[A-Za-z_*][\w*]*(\(\))?(\.[A-Za-z_*][\w*]*(\(\))?)*$/;
const IDENTIFIER = /^[A-Za-z_]\w*$/;
const CONCEPT = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_MEANING = 160;

/** Turns checked YAML values into the compiled shapes. */
class Reader {
  private root = '';
  private names = new Set<string>();

  constructor(private readonly complain: (path: Path, message: string) => void) {}

  library(value: unknown): ApiLibrary | undefined {
    const fields = this.fields([], value, ['library', 'checked', 'roots', 'about', 'nlp_modules', 'symbols']);
    if (!fields) return undefined;
    this.root =
      this.text(['library'], fields.library, IDENTIFIER, 'the name under which Python imports it') ?? '';
    const checked = this.text(
      ['checked'],
      fields.checked,
      /^(?:\d|unchecked$)/,
      'the version that you checked against, in quotes, or unchecked',
    );
    const about = fields.about ?? 'nlp';
    if (about !== 'nlp' && about !== 'ml' && about !== 'general')
      this.complain(['about'], 'about: is nlp, ml or general');
    const symbols = this.map(['symbols'], fields.symbols);
    this.names = new Set(symbols.map(([name]) => name));
    return {
      library: this.root,
      checked: checked ?? '',
      roots: this.list(['roots'], fields.roots) ?? [this.root],
      about: about === 'ml' || about === 'general' ? about : 'nlp',
      ...given('nlpModules', this.list(['nlp_modules'], fields.nlp_modules)),
      symbols: symbols.flatMap(([name, symbol]) => this.symbol(name, symbol) ?? []),
    };
  }

  private symbol(name: string, value: unknown): ApiSymbol | undefined {
    const path: Path = ['symbols', name];
    if (!NAME.test(name)) {
      this.complain(
        path,
        `'${name}' is not a name such as Class, Class.static, Class().method or module.function`,
      );
      return undefined;
    }
    const fields = this.fields(path, value, SYMBOL_FIELDS);
    if (!fields) return undefined;
    const parents = this.types([...path, 'extends'], fields.extends);
    const args = this.map([...path, 'args'], fields.args).flatMap(([arg, argument]) => {
      const read = this.argument(`${this.absolute(name)}(${arg}=)`, [...path, 'args', arg], arg, argument);
      return read ? [[arg, read] as const] : [];
    });
    return {
      ...this.entry(path, this.absolute(name), fields, parents !== undefined),
      ...given('extends', parents),
      ...given('returns', this.type([...path, 'returns'], fields.returns)),
      ...given('type', this.type([...path, 'type'], fields.type)),
      ...given('items', this.type([...path, 'items'], fields.items)),
      ...given('params', this.list([...path, 'params'], fields.params)),
      ...given('argsOf', this.types([...path, 'args_of'], fields.args_of)),
      ...given('args', args.length ? Object.fromEntries(args) : undefined),
    };
  }

  private argument(name: string, path: Path, arg: string, value: unknown): ApiArgument | undefined {
    if (!IDENTIFIER.test(arg)) {
      this.complain(path, `'${arg}' is not the name of a keyword argument`);
      return undefined;
    }
    const fields = this.fields(path, value, ARGUMENT_FIELDS);
    if (!fields) return undefined;
    const { holds } = fields;
    if (holds !== undefined && holds !== 'model' && holds !== 'dataset') {
      this.complain([...path, 'holds'], 'holds: is model or dataset');
    }
    const values = this.map([...path, 'values'], fields.values).flatMap(([literal, meaning]) => {
      const read = this.value([...path, 'values', literal], meaning);
      return read ? [[literal, read] as const] : [];
    });
    return {
      ...this.entry(path, name, fields, false),
      ...('default' in fields ? { default: fields.default as ApiDefault } : {}),
      ...given('values', values.length ? Object.fromEntries(values) : undefined),
      ...given('holds', holds === 'model' || holds === 'dataset' ? holds : undefined),
    };
  }

  /** Either a list of concepts or a map with concepts and meaning. */
  private value(path: Path, value: unknown): ApiValue | undefined {
    if (Array.isArray(value)) return { concepts: this.concepts(path, value) };
    const fields = this.fields(path, value, ['concepts', 'en', 'es']);
    if (!fields) return undefined;
    const concepts = this.concepts([...path, 'concepts'], fields.concepts);
    return { concepts, ...given('meaning', this.meaning(path, fields)) };
  }

  private entry(path: Path, name: string, fields: Fields, inherits: boolean): ApiEntry {
    const concepts = this.concepts([...path, 'concepts'], fields.concepts);
    const meaning = this.meaning(path, fields);
    const renamed = this.renamed([...path, 'renamed'], fields.renamed);
    if (concepts.length && !meaning && !inherits && !renamed) {
      this.complain(path, 'it has concepts, so it needs one line of meaning in en: and es:');
    }
    if (fields.distinctive !== undefined && typeof fields.distinctive !== 'boolean') {
      this.complain([...path, 'distinctive'], 'distinctive: is true, or left out');
    }
    return {
      name,
      concepts,
      ...given('meaning', meaning),
      ...given('distinctive', fields.distinctive === true ? true : undefined),
      ...given('renamed', renamed),
      ...given('deprecated', this.deprecated([...path, 'deprecated'], fields.deprecated)),
    };
  }

  private meaning(path: Path, fields: Fields): ByLang<string> | undefined {
    if (fields.en === undefined && fields.es === undefined) return undefined;
    const en = this.text([...path, 'en'], fields.en, /\S/, 'one line of meaning in English');
    const es = this.text([...path, 'es'], fields.es, /\S/, 'one line of meaning in Spanish');
    for (const [lang, line] of [
      ['en', en],
      ['es', es],
    ] as const) {
      if (line && (line.length > LONGEST_MEANING || line.includes('\n'))) {
        this.complain([...path, lang], `${lang}: is one line of at most ${LONGEST_MEANING} characters`);
      }
    }
    return en && es ? { en, es } : undefined;
  }

  private renamed(path: Path, value: unknown): ApiEntry['renamed'] {
    if (value === undefined) return undefined;
    const fields = this.fields(path, value, ['to', 'since', 'removed']);
    const to = this.text([...path, 'to'], fields?.to, /\S/, 'the new name');
    const since = this.text(
      [...path, 'since'],
      fields?.since,
      /^\d/,
      'the version with the new name, in quotes',
    );
    return to && since ? { to, since, ...given('removed', asText(fields?.removed)) } : undefined;
  }

  private deprecated(path: Path, value: unknown): ApiEntry['deprecated'] {
    if (value === undefined) return undefined;
    const fields = this.fields(path, value, ['since', 'removed', 'en', 'es']);
    const since = this.text(
      [...path, 'since'],
      fields?.since,
      /^\d/,
      'the version that deprecated it, in quotes',
    );
    const advice = fields && this.meaning(path, fields);
    if (fields && !advice) this.complain(path, 'deprecated: says what to do instead in en: and es:');
    return since && advice ? { since, advice, ...given('removed', asText(fields.removed)) } : undefined;
  }

  private concepts(path: Path, value: unknown): readonly string[] {
    const ids = value === undefined ? [] : this.list(path, value);
    for (const id of ids ?? []) {
      if (!CONCEPT.test(id)) this.complain(path, `'${id}' is not a concept id such as lora-rank-alpha`);
    }
    return [...new Set(ids)];
  }

  private type(path: Path, value: unknown): ApiType | undefined {
    if (value === undefined) return undefined;
    const types = this.types(path, value);
    return typeof value === 'string' ? types?.[0] : types;
  }

  private types(path: Path, value: unknown): readonly string[] | undefined {
    if (value === undefined) return undefined;
    const list = this.list(path, typeof value === 'string' ? [value] : value);
    return list?.flatMap((type) => {
      const name = type.endsWith('()') ? type.slice(0, -2) : type;
      if (NAME.test(name)) return name === 'self' || name === 'None' ? [name] : [this.absolute(name)];
      this.complain(path, `'${type}' is not a class name`);
      return [];
    });
  }

  /** Names of this file are relative to the library; others are written in full. */
  private absolute(name: string): string {
    if (this.names.has(name)) return `${this.root}.${name}`;
    const first = name.split('.')[0] ?? name;
    return first === name || name.startsWith('*') ? `${this.root}.${name}` : name;
  }

  private list(path: Path, value: unknown): readonly string[] | undefined {
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value as string[];
    this.complain(path, `${String(path.at(-1))}: is a list of names, such as [one, two]`);
    return undefined;
  }

  private text(path: Path, value: unknown, shape: RegExp, what: string): string | undefined {
    if (typeof value === 'string' && shape.test(value)) return value.trim();
    this.complain(path, `${String(path.at(-1))}: is ${what}`);
    return undefined;
  }

  private map(path: Path, value: unknown): [string, unknown][] {
    if (value === undefined || value === null) return [];
    if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value);
    this.complain(path, `${String(path.at(-1))}: is a map from names to entries`);
    return [];
  }

  private fields(path: Path, value: unknown, known: readonly string[]): Fields | undefined {
    if (value === null && path.length) return {};
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.complain(path, `expected a map with some of ${known.join(', ')}`);
      return undefined;
    }
    for (const key of Object.keys(value)) {
      if (!known.includes(key)) this.complain([...path, key], `${key}: is not one of ${known.join(', ')}`);
    }
    return value as Fields;
  }
}

/** An object with the key only where there is a value. */
function given<K extends string, const V>(key: K, value: V | undefined): { readonly [k in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [k in K]?: V };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
