/** Keys and values of YAML, JSON and TOML configurations; files that are not about training or models stay silent. */
import { mentionOf, type Engine } from './engine.ts';
import type { ConfigKind } from './configs.ts';
import type { Argument, Call, Mention, Value } from './mention.ts';
import type { ModelMatch } from './models.ts';
import { wordsOfName } from './nameWords.ts';
import type { TermMatch } from './lexicon.ts';
import { termsIn } from './prose.ts';
import type { Entry } from './structured/entry.ts';
import { itemsOf, type Item } from './structured/items.ts';
import { jsonEntries } from './structured/json.ts';
import { lastOf, settingOf, valueOf } from './structured/settings.ts';
import { tomlEntries } from './structured/toml.ts';
import { yamlEntries } from './structured/yaml.ts';

/** How a configuration is written. */
export type Notation = 'yaml' | 'json' | 'toml';

/** Where a configuration stands, and whether what is around it is about language. */
export interface Surroundings {
  readonly uri: string;
  readonly ofLanguage: boolean;
}

/** All mentions of a configuration, in the order of the text. */
export function structuredMentions(
  engine: Engine,
  text: string,
  notation: Notation,
  { uri, ofLanguage }: Surroundings,
): Mention[] {
  const entries = entriesOf(text, notation);
  if (entries.length > MOST_KEYS) return [];
  const keys = new Set(entries.flatMap(({ path }) => [path, path.slice(path.lastIndexOf('.') + 1)]));
  if (ofLanguage) keys.add(PLACE);
  if (namesModel(engine, entries)) keys.add(MODEL);
  if (namesData(engine, entries, text)) keys.add(DATA);
  const terms = termsNamed(engine, entries, text, notation);
  if (terms > 0) keys.add(TERM);
  if (terms > 1) keys.add(TERMS);
  const kind = engine.configs.recognise(uri.slice(uri.lastIndexOf('/') + 1), [...keys]);
  if (!kind || (notation === 'json' && !kind.texts && holdsTexts(entries))) return [];
  const call = callOf(kind, entries, text);
  const base = baseModel(engine, kind, entries);
  const found = entries.flatMap((entry) =>
    [
      ...some(keyMention(engine, kind, call, entry, text)),
      ...valueMentions(engine, kind, call, entry, text),
    ].map((mention) => (base && !mention.model ? { ...mention, base } : mention)),
  );
  return notation === 'json' ? found : [...found, ...commentMentions(engine, text)].sort(byStart);
}

/** What a file has among its keys that names a model, or data of the field, and one in a folder about language. */
const MODEL = 'a_model';
const DATA = 'a_dataset';
const PLACE = 'a_place';
const TERM = 'a_term';
const TERMS = 'terms';

/** Whether nearly all values are sentences or titles, as in the texts of an interface. */
function holdsTexts(entries: readonly Entry[]): boolean {
  const values = entries.filter(({ text }) => text !== '');
  const texts = values.filter(({ text }) => /^"(?:[^"]* |\p{Lu})/u.test(text));
  return texts.length > 5 && texts.length > 0.8 * values.length;
}

/** How many concepts of language processing the comments and the values name without doubt. */
function termsNamed(engine: Engine, entries: readonly Entry[], text: string, notation: Notation): number {
  const named = new Set<string>();
  const add = (term: TermMatch | undefined): void => {
    const concept = term && !term.ambiguous ? term.concepts[0] : undefined;
    const topic = concept === undefined ? undefined : engine.knowledge.byId.get(concept)?.topic;
    if (concept !== undefined && topic !== undefined && (OF_TEXT.has(topic) || MODELS.has(concept)))
      named.add(concept);
  };
  for (const { text: value } of entries.slice(0, MOST_READ)) {
    const bare = value.replace(/^(['"])(.*)\1$/, '$2');
    if (!/^[A-Za-z][\w-]{2,40}$/.test(bare)) continue;
    add(engine.lexicon.identifier(bare));
    for (const word of wordsOfName(bare))
      if (word.length > 3 && word !== bare) add(engine.lexicon.identifier(word));
  }
  if (notation === 'json') return named.size;
  for (const { index, 0: comment } of text.slice(0, LONGEST_READ).matchAll(COMMENT))
    engine.lexicon.scan(text, index, index + comment.length).forEach(add);
  return named.size;
}

/** Networks for pictures and sound have the other topics too. */
const OF_TEXT: ReadonlySet<string> = new Set(
  'classic-nlp tokenization pretraining peft alignment prompting decoding retrieval tasks'.split(' '),
);
const MODELS: ReadonlySet<string> = new Set(
  'bert roberta gpt llama llama-2 qwen mistral t5 bart open-llm-families flash-attention rope kv-cache'.split(
    ' ',
  ),
);

const MOST_READ = 200;
const LONGEST_READ = 10_000;
const COMMENT = /(?:^|\s)#[^\n]*/g;

function namesModel(engine: Engine, entries: readonly Entry[]): boolean {
  return entries.some(({ text }) => {
    const value = /[-/]/.test(text) ? scalarOf(text) : undefined;
    return typeof value === 'string' && engine.models.model(value) !== undefined;
  });
}

function namesData(engine: Engine, entries: readonly Entry[], text: string): boolean {
  return entries.some((entry) => {
    if (!/data|task|corpus|benchmark/.test(lastOf(entry.path))) return false;
    const values = [entry, ...itemsOf(entry, text)].map((one) => scalarOf(one.text));
    return values.some((value) => typeof value === 'string' && engine.models.dataset(value) !== undefined);
  });
}

/** More are data: a vocabulary has the words that tell a configuration among its 50,000 keys. */
const MOST_KEYS = 5_000;

/** Reads keys and values line by line; what it cannot read it leaves out. */
export function entriesOf(text: string, notation: Notation): Entry[] {
  return notation === 'json'
    ? jsonEntries(text)
    : notation === 'toml'
      ? tomlEntries(text)
      : yamlEntries(text);
}

/** A scalar as the notation writes it. */
export function scalarOf(text: string): Value | undefined {
  const bare = text.replace(/^(['"])(.*)\1$/, '$2');
  if (bare !== text) return bare;
  if (/^(true|True|yes|on)$/.test(text)) return true;
  if (/^(false|False|no|off)$/.test(text)) return false;
  if (/^(null|None|~|)$/.test(text)) return null;
  if (/^[-+]?\.?(?:nan|inf(?:inity)?)$/i.test(text)) return undefined;
  const number = Number(text.replaceAll('_', ''));
  if (!Number.isNaN(number)) return number;
  return /^[[{]|^\$|\$\{/.test(text) ? undefined : text;
}

function keyMention(
  engine: Engine,
  kind: ConfigKind,
  call: Call,
  entry: Entry,
  text: string,
): Mention | undefined {
  const value = entry.text.replace(/^(['"])(.*)\1$/, '$2');
  const { concepts, api } = settingOf(engine, kind, entry.path, value);
  return mentionOf(engine, concepts, {
    range: entry.key,
    text: text.slice(entry.key.start, entry.key.end),
    by: 'key',
    call,
    argument: lastOf(entry.path),
    ...(api ? { api } : {}),
  });
}

function valueMentions(engine: Engine, kind: ConfigKind, call: Call, entry: Entry, text: string): Mention[] {
  const written = [{ text: entry.text, range: entry.value }, ...itemsOf(entry, text)];
  return written.flatMap((one) => some(valueMention(engine, kind, call, entry.path, one)));
}

function valueMention(
  engine: Engine,
  kind: ConfigKind,
  call: Call,
  path: string,
  { text: written, range: place }: Item,
): Mention | undefined {
  const value = scalarOf(written);
  if (typeof value !== 'string' && typeof value !== 'boolean') return undefined;
  const quoted = written.length !== String(value).length ? 1 : 0;
  const range = { start: place.start + quoted, end: place.end - quoted };
  const meant = valueOf(engine, kind, path, value);
  if (!meant) return undefined;
  const { concepts, ...rest } = meant;
  const text = String(value);
  return mentionOf(engine, concepts, {
    range,
    text,
    by: 'string',
    call,
    argument: lastOf(path),
    ...rest,
  });
}

function commentMentions(engine: Engine, text: string): Mention[] {
  return [...text.matchAll(COMMENT)].flatMap((comment) => {
    const block = { start: comment.index, end: comment.index + comment[0].length };
    return termsIn(text, block, engine.lexicon, { level: 2 }).flatMap(({ start, end, concepts }) => {
      return (
        mentionOf(engine, concepts, { range: { start, end }, text: text.slice(start, end), by: 'term' }) ?? []
      );
    });
  });
}

/** The model that the file is about: the only one under a key that holds models. */
function baseModel(engine: Engine, kind: ConfigKind, entries: readonly Entry[]): ModelMatch | undefined {
  const ids = entries
    .filter(({ path }) => engine.configs.key(kind, path)?.holds === 'model')
    .map(({ text }) => scalarOf(text));
  const only = new Set(ids).size === 1 ? ids[0] : undefined;
  return typeof only === 'string' ? engine.models.model(only) : undefined;
}

/** The whole file seen as one call, so that values can be read beside each other. */
function callOf(kind: ConfigKind, entries: readonly Entry[], text: string): Call {
  const args = new Map<string, Argument>();
  for (const entry of entries) {
    const value = listOf(entry, text) ?? scalarOf(entry.text);
    const argument = { text: entry.text, range: entry.value, ...(value === undefined ? {} : { value }) };
    args.set(entry.path, argument);
    const last = lastOf(entry.path);
    if (!args.has(last)) args.set(last, argument);
  }
  const callee = `config:${kind.kind}`;
  return { callee, as: callee, range: { start: 0, end: text.length }, text: '', args, open: false };
}

function listOf(entry: Entry, text: string): Value | undefined {
  const values = itemsOf(entry, text).map((item) => scalarOf(item.text));
  return values.length && values.every((item) => item !== undefined) ? values : undefined;
}

function some<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

function byStart(a: Mention, b: Mention): number {
  return a.range.start - b.range.start;
}
