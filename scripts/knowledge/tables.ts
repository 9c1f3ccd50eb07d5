/** Reads the tables beside the catalogue: models, data sets, names, senses, configurations and modules. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isMap, isSeq, parseDocument } from 'yaml';
import type { ConfigData, ConfigKey, ConfigKind } from '../../src/core/configs.ts';
import type { Convention, ConventionData } from '../../src/core/conventions.ts';
import type { DatasetFamily, ModelData, ModelFamily, ModelSize, ModelTrait } from '../../src/core/models.ts';
import { formsOf } from '../../src/core/inflection.ts';
import type { ModuleData, ModuleGroup } from '../../src/core/modules.ts';
import { proseWords } from '../../src/core/lexicon/words.ts';
import type { Sense, SenseData } from '../../src/core/senses.ts';

/** The tables, and what is wrong with them as `file:line: what to do`. */
export interface Tables {
  readonly data: ModelData & ConventionData & SenseData & ConfigData & ModuleData;
  readonly problems: readonly string[];
  /** What the facts on models and data sets were read in. */
  readonly sources: readonly { readonly file: string; readonly id: string; readonly source: string }[];
}

/** Reads the tables of a knowledge folder; a missing one is empty. */
export function readTables(folder: string): Tables {
  const problems: string[] = [];
  const models = fields(read(join(folder, 'models.yaml'), problems, modelEntries));
  const families = Object.entries(fields(models.families)).map(([id, family]) => familyOf(id, fields(family)));
  const sets = list(read(join(folder, 'datasets.yaml'), problems, datasetEntries)).map(fields);
  const names = list(read(join(folder, 'names.yaml'), problems, namesEntries)).flatMap((entry) => conventionsFrom(fields(entry)));
  const senses = list(read(join(folder, 'senses.yaml'), problems, senseEntries)).map((entry) => senseFrom(entry as Sense));
  const configs = Object.entries(fields(read(join(folder, 'configs.yaml'), problems, () => [])));
  return {
    data: {
      families,
      traits: list(models.traits).map((trait) => withMeaning(fields(trait)) as unknown as ModelTrait),
      datasets: sets.map(({ sources: _, ...set }) => withMeaning(set) as unknown as DatasetFamily),
      names,
      senses,
      modules: list(read(join(folder, 'modules.yaml'), problems, moduleEntries)) as readonly ModuleGroup[],
      configs: configs.map(([kind, config]) => configOf(kind, fields(config))),
    },
    problems,
    sources: [
      ...families.flatMap(({ id, sources }) => sources.map((source) => ({ file: 'models.yaml', id, source }))),
      ...sets.flatMap(({ match, sources }) =>
        list(sources).map((source) => ({ file: 'datasets.yaml', id: String(list(match)[0]), source: String(source) })),
      ),
    ],
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Checks that each entry has what it needs; gives back the entries that lack something. */
type EntryCheck = (value: unknown) => readonly { readonly path: readonly (string | number)[]; readonly message: string }[];

function read(path: string, problems: string[], check: EntryCheck): unknown {
  if (!existsSync(path)) return undefined;
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter });
  for (const error of document.errors) {
    problems.push(`${path}:${counter.linePos(error.pos[0]).line}: ${error.message.split('\n')[0] ?? ''}`);
  }
  const value: unknown = document.toJS();
  for (const { path: at, message } of check(value)) {
    const node = document.getIn(at, true);
    const start = isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
    problems.push(`${path}:${start === undefined ? 1 : counter.linePos(start).line}: ${message}`);
  }
  return value;
}

const namesEntries: EntryCheck = (value) =>
  list(value).flatMap((entry, i) => {
    const { names, concepts, en, es, type, part, without } = fields(entry);
    if (!Array.isArray(names)) return [{ path: [i], message: 'names: is a list of identifiers' }];
    const meant = list(concepts).length > 0 || (part === true && list(without).length > 0);
    if (!en !== !es) return [{ path: [i], message: 'en: and es: go together' }];
    return meant || type ? [] : [{ path: [i], message: 'it needs concepts: or a type:' }];
  });

const senseEntries: EntryCheck = (value) =>
  list(value).flatMap((entry, i) => {
    const { terms, with: signs, without, concepts } = fields(entry);
    const words = [terms, signs, without, concepts].flatMap(list);
    if (!Array.isArray(terms)) return [{ path: [i], message: 'terms: is a list of words' }];
    if (words.some((word) => typeof word !== 'string')) return [{ path: [i], message: 'quote numbers and null' }];
    return list(without).flatMap((veto) => {
      const own = terms.find((term: string) => holdsTerm(String(veto), term));
      return own ? [{ path: [i], message: `«${String(veto)}» holds «${own}» itself and never matches: write ~` }] : [];
    });
  });

/** What stands around a word is looked at without the word: `step by step` can be no other sense of `step`. */
function holdsTerm(veto: string, term: string): boolean {
  if (!veto.includes(' ') || veto.startsWith('~') || veto.endsWith('~')) return false;
  return ` ${veto.toLowerCase()} `.includes(` ${term.toLowerCase()} `);
}

const modelEntries: EntryCheck = (value) =>
  Object.entries(fields(fields(value).families)).flatMap(([id, entry]) => {
    const family = fields(entry);
    const missing = ['name', 'match', 'concepts', 'architecture', 'objective'].filter((field) => !(field in family));
    return missing.map((field) => ({ path: ['families', id], message: `${id}: ${field}: is missing` }));
  });

/** What an entry says of a single data set somebody must have read somewhere. */
const datasetEntries: EntryCheck = (value) =>
  list(value).flatMap((entry, i) => {
    const { match, concepts, en, es, sources, names } = fields(entry);
    if (!list(match).length || !list(concepts).length) return [{ path: [i], message: 'it needs match: and concepts:' }];
    if (!en !== !es) return [{ path: [i], message: 'en: and es: go together' }];
    if (en && !list(sources).length) return [{ path: [i], message: 'en: and es: need sources:' }];
    return names && !en ? [{ path: [i], message: 'names: needs en: and es:' }] : [];
  });

const moduleEntries: EntryCheck = (value) =>
  list(value).flatMap((entry, i) => {
    const { modules, concepts } = fields(entry);
    return list(modules).length && list(concepts).length ? [] : [{ path: [i], message: 'it needs modules: and concepts:' }];
  });

function familyOf(id: string, family: Fields): ModelFamily {
  const sizes = list(family.sizes).map((size) => {
    const { kv_heads: kvHeads, head_dim: headDim, ...rest } = fields(size);
    return { ...rest, ...(kvHeads ? { kvHeads } : {}), ...(headDim ? { headDim } : {}) } as unknown as ModelSize;
  });
  return { ...family, id, sizes, sources: list(family.sources) } as unknown as ModelFamily;
}

/** Without the words that the lexicon takes for forms of others: the table is written for readers. */
function senseFrom(sense: Sense): Sense {
  const terms = sense.cased ? sense.terms : onePerForm(sense.terms, termKey);
  return { ...sense, terms, ...(sense.with && { with: onePerForm(sense.with, (word) => formsOf(word).noun) }) };
}

/** Of several words a term is known by their stems, of one by its noun form. */
function termKey(term: string): string {
  const words = proseWords(term, 0, term.length).map(({ start, end }) => formsOf(term.slice(start, end)));
  const hyphens = term.includes('-') ? '-' : ' ';
  return words.length === 1 ? words[0]!.noun : words.map(({ stem }) => stem).join(hyphens);
}

function onePerForm(words: readonly string[], formOf: (word: string) => string): string[] {
  const kept = new Map<string, string>();
  for (const word of words) {
    const known = kept.get(formOf(word));
    if (known === undefined || word.length < known.length) kept.set(formOf(word), word);
  }
  return [...kept.values()];
}

function conventionsFrom(entry: Fields): Convention[] {
  const { names, beside, ...rest } = withMeaning(entry);
  const uses = beside ? { beside: list(beside).map((use) => withMeaning(fields(use))) } : {};
  return list(names).map((name) => ({ concepts: [], ...rest, ...uses, name }) as unknown as Convention);
}

function configOf(kind: string, config: Fields): ConfigKind {
  const keys = Object.entries(fields(config.keys)).map(([names, entry]) => [names, withMeaning(fields(entry))] as const);
  const { at_least: atLeast, args_of: argsOf, ...rest } = config;
  return {
    files: [],
    ...rest,
    kind,
    atLeast,
    argsOf: argsOf ?? [],
    keys: Object.fromEntries(keys) as unknown as Readonly<Record<string, ConfigKey>>,
  } as unknown as ConfigKind;
}

function withMeaning({ en, es, ...rest }: Fields): Fields {
  return en && es ? { ...rest, meaning: { en, es } } : rest;
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
