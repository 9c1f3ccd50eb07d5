/**
 * The catalogue and the tables beside it as they are shipped: each pair of lines, English and Spanish, stands once and
 * entries have its number; the symbols of a library are columns, without what their names repeat. In the
 * {@link ./wordCode.ts word code} it is a seventh smaller than JSON, compressed.
 */
import type { ApiArgument, ApiLibrary, ApiSymbol } from './api.ts';
import type { ByLang } from './concept.ts';
import type { ConfigKey, ConfigKind } from './configs.ts';
import type { Convention } from './conventions.ts';
import type { ContextData } from './engine.ts';
import { decodeTexts, encodeTexts } from './wordCode.ts';

type Entry = ApiSymbol | ApiArgument | ConfigKey | Omit<Convention, 'name'>;

/** Entries as columns; strings are lists with line ends between. */
interface Columns {
  readonly names: string;
  readonly concepts: string;
  /** Which line: 0 for the first that no entry before it has, else how many lines ago it was that one; -1 without. */
  readonly lines: readonly number[];
  /** What else the entry has; 0 for nothing. */
  readonly more: readonly (object | 0)[];
}

interface LibraryColumns {
  readonly library: Omit<ApiLibrary, 'symbols'>;
  readonly symbols: Columns;
  /** The arguments of all symbols in order. */
  readonly args: Columns;
  /** How many arguments each symbol has; -1 where it has no list of them. */
  readonly counts: readonly number[];
}

interface KindColumns {
  readonly kind: Omit<ConfigKind, 'keys'>;
  readonly keys: Columns;
}

/** The file for the tables. */
export function contextFile({ libraries, configs, ...tables }: ContextData): Uint8Array {
  const numbers = new Map<string, number>();
  const numberOf = ({ en, es }: ByLang<string>): number => {
    const pair = `${en}\n${es}`;
    const known = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, known);
    return known;
  };
  const agoOf = (line: ByLang<string>): number => {
    const size = numbers.size;
    return size - numberOf(line);
  };
  const columns = libraries.map(({ symbols, ...library }): LibraryColumns => {
    const args = symbols.map((symbol) => Object.entries(symbol.args ?? {}));
    const named = symbols.map((symbol) => [symbol.name.slice(library.library.length + 1), symbol] as const);
    return {
      library,
      symbols: columnsOf(named, agoOf),
      args: columnsOf(args.flat(), agoOf),
      counts: symbols.map((symbol, at) => (symbol.args ? args[at]!.length : -1)),
    };
  });
  const kinds = configs.map(({ keys, ...kind }): KindColumns => ({
    kind,
    keys: columnsOf(Object.entries(keys), agoOf),
  }));
  const { names, ...others } = tables;
  const conventions = columnsOf(
    grouped(names).map(({ name, ...rest }) => [name, rest] as const),
    agoOf,
  );
  const lists = withLists({ kinds, others }) as object;
  const json = JSON.stringify({ columns, conventions, ...lists }, (key, value: unknown) =>
    LINES.has(key) ? numberOf(value as ByLang<string>) : value,
  );
  const pairs = [...numbers.keys()].map((pair) => pair.split('\n'));
  return encodeTexts([json, ...[0, 1].map((side) => pairs.map((pair) => pair[side]).join('\n'))]);
}

/** Reads what {@link contextFile} wrote, in steps of some milliseconds. */
export function* readContextFile(file: Uint8Array): Generator<void, ContextData> {
  const [json = '', english = '', spanish = ''] = yield* decodeTexts(file);
  const es = spanish.split('\n');
  const pairs = english.split('\n').map((en, at) => ({ en, es: es[at]! }));
  yield;
  const { columns, kinds, others, conventions } = JSON.parse(json) as {
    columns: readonly LibraryColumns[];
    kinds: readonly KindColumns[];
    conventions: Columns;
    others: Omit<ContextData, 'libraries' | 'configs' | 'names'>;
  };
  yield;
  putLines(others, pairs);
  putLines(kinds, pairs);
  putLines(conventions, pairs);
  yield;
  for (const { symbols, args } of columns) for (const { more } of [symbols, args]) putLines(more, pairs);
  yield;
  const lineOf = linesInOrder(pairs);
  const libraries = columns.map((library) => libraryOf(library, lineOf));
  const configs = kinds.map(({ kind, keys }) => ({
    ...kind,
    keys: Object.fromEntries(entriesOf(keys, lineOf)),
  }));
  const names = entriesOf(conventions, lineOf).flatMap(([group, rest]) =>
    group.split(' ').map((name) => ({ name, ...rest })),
  );
  return { libraries, configs, ...others, names };
}

/** Reads the numbers of {@link Columns.lines}, in the order in which they were written. */
function linesInOrder(pairs: readonly ByLang<string>[]): (ago: number) => ByLang<string> | undefined {
  let next = 0;
  return (ago) => (ago < 0 ? undefined : pairs[ago === 0 ? next++ : next - ago]);
}

/** Neighbours that mean the same as one, their names with blanks between. */
function grouped(names: readonly Convention[]): Convention[] {
  const groups: Convention[] = [];
  let before = '';
  for (const { name, ...rest } of names) {
    const meant = JSON.stringify(rest);
    const last = groups.at(-1);
    if (last && meant === before) groups[groups.length - 1] = { ...last, name: `${last.name} ${name}` };
    else groups.push({ name, ...rest });
    before = meant;
  }
  return groups;
}

/** Lists of strings as one string each: the word code has blanks for nothing, quotes and commas not. */
function withLists(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    const separator = [' ', '; '].find((one) =>
      items.every((item) => typeof item === 'string' && item !== '' && !item.includes(one)),
    );
    return items.length && separator ? LIST + separator + items.join(separator) : items.map(withLists);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withLists(inner)]));
}

const LIST = '|';

function listIn(text: string): string[] {
  const separator = text[LIST.length] === ' ' ? ' ' : '; ';
  return text.slice(LIST.length + separator.length).split(separator);
}

/** Keys whose value is a pair of lines. */
const LINES: ReadonlySet<string> = new Set(['meaning', 'advice', 'objective']);

/** Puts pairs of lines where their numbers are, and lists; a reviver of `JSON.parse` takes three times as long. */
function putLines(value: object, pairs: readonly ByLang<string>[]): void {
  const entries = value as Record<string, unknown>;
  for (const key in entries) {
    const inner = entries[key];
    if (typeof inner === 'object' && inner !== null) putLines(inner, pairs);
    else if (typeof inner === 'number' && LINES.has(key)) entries[key] = pairs[inner];
    else if (typeof inner === 'string' && /^\|;? /.test(inner)) entries[key] = listIn(inner);
  }
}

/** Keys with a column of their own. */
const WRITTEN: ReadonlySet<string> = new Set(['name', 'concepts', 'meaning', 'args']);

function columnsOf(
  entries: readonly (readonly [string, Entry])[],
  agoOf: (line: ByLang<string>) => number,
): Columns {
  return {
    names: entries.map(([name]) => name).join('\n'),
    concepts: entries.map(([, { concepts }]) => concepts.join(' ')).join('\n'),
    lines: entries.map(([, { meaning }]) => (meaning ? agoOf(meaning) : -1)),
    more: entries.map(([, entry]) => {
      const more = Object.entries(entry).filter(([key]) => !WRITTEN.has(key));
      return more.length > 0 ? (withLists(Object.fromEntries(more)) as object) : 0;
    }),
  };
}

function libraryOf(columns: LibraryColumns, lineOf: (ago: number) => ByLang<string> | undefined): ApiLibrary {
  const { library, symbols, args, counts } = columns;
  const bareSymbols = entriesOf(symbols, lineOf);
  const all = entriesOf(args, lineOf);
  let next = 0;
  const read = bareSymbols.map(([bare, entry], at): ApiSymbol => {
    const name = `${library.library}.${bare}`;
    const count = counts[at]!;
    if (count < 0) return { name, ...entry };
    const own = all.slice(next, (next += count));
    const named = own.map(([key, argument]) => [key, { name: `${name}(${key}=)`, ...argument }] as const);
    return { name, ...entry, args: Object.fromEntries(named) };
  });
  return { ...library, symbols: read };
}

function entriesOf(
  columns: Columns,
  lineOf: (ago: number) => ByLang<string> | undefined,
): [string, Omit<Entry, 'name'>][] {
  const { names, concepts, lines, more } = columns;
  if (lines.length === 0) return [];
  const ids = concepts.split('\n');
  return names.split('\n').map((name, at) => {
    const meaning = lineOf(lines[at]!);
    const own = ids[at]!;
    return [
      name,
      { concepts: own === '' ? [] : own.split(' '), ...(meaning ? { meaning } : {}), ...(more[at] || {}) },
    ];
  });
}
