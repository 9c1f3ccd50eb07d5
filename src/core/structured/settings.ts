/** What a setting and its value mean, in a file or on a command line. */
import type { ApiArgument, ApiEntry } from '../api.ts';
import type { ConceptId } from '../concept.ts';
import type { ConfigKind } from '../configs.ts';
import type { Engine } from '../engine.ts';
import { conceptsOfModel, type DatasetMatch, type ModelMatch } from '../models.ts';
import { isInFolder, isPublished } from '../python/ids.ts';
import { ownNamesOf } from '../python/ownNames.ts';
import { isSpecialToken } from '../specialTokens.ts';
import type { OwnNames } from '../python/sharedNames.ts';
import { loadedAs } from '../python/unfamiliarIds.ts';

/** Concepts, the first one best, and where they come from. */
export interface SettingMeaning {
  readonly concepts: readonly ConceptId[];
  readonly api?: ApiEntry & Pick<ApiArgument, 'holds'>;
  readonly model?: ModelMatch;
  readonly dataset?: DatasetMatch;
}

/** A key, with what is written for it: `adapter: qlora` says more than `adapter`. */
export function settingOf(engine: Engine, kind: ConfigKind, path: string, value: string): SettingMeaning {
  const meaning = PLACES.test(lastOf(path)) ? undefined : settingIn(engine, kind, path, value);
  return within(kind, meaning) ?? NOTHING;
}

function settingIn(engine: Engine, kind: ConfigKind, path: string, value: string): SettingMeaning {
  const { catalogue, configs, conventions } = engine;
  const api = configs.key(kind, path);
  const last = lastOf(path).replaceAll('-', '_');
  // what a name means everywhere says more than the group that it stands in or a part of it
  const convention = api && !isLoose(api) ? [] : (conventions.find(last, CONFIG_LIBRARIES)?.concepts ?? []);
  // `eval_exact_match` is a result of what its rest means, `eval_steps` is not
  const result = api && isLoose(api) && !convention.length ? RESULT.exec(last)?.[1] : undefined;
  const measured = result === undefined ? NOTHING : keyMeaning(engine, path, result);
  if (measured.concepts.length) return measured;
  const concepts = [
    ...(catalogue.configTriggers.get(`${last}=${value}`) ?? []),
    ...convention,
    ...(api ? catalogue.concepts(api) : []),
    ...(catalogue.configTriggers.get(last) ?? []),
  ];
  return concepts.length
    ? { concepts, ...(api && !convention.length ? { api } : {}) }
    : keyMeaning(engine, path, last.replaceAll(' ', '_'));
}

/** A key by its own name or its parts, or the data set that it is called like among others. */
function keyMeaning(engine: Engine, path: string, name: string): SettingMeaning {
  const meaning = namedMeaning(engine, name, (names) => names.conventional(name) ?? names.byParts(name));
  if (meaning.concepts.length) return meaning;
  const model = isPublished(lastOf(path)) ? engine.models.model(lastOf(path)) : undefined;
  if (model) return { concepts: conceptsOfModel(model), model };
  const set = AMONG_DATA.test(path) && !EVERYDAY.test(name) ? engine.models.dataset(name) : undefined;
  return set ? { concepts: set.family.concepts } : NOTHING;
}

const AMONG_DATA = /(?:data|task|corp|bench|eval|result|mix|source)\w*\.(?:.*\.)?[^.]{4,}$/;
const EVERYDAY = /^(?:drop|race|emotion|massive|identity|math|summary|benchmark)$/;

const RESULT = /^(?:eval|val|valid|test)_(\w{3,})$/;

/** Where results go and who reads files: arguments of trainers that say nothing of training. */
const PLACES = /^(?:output_dir|logging_dir|overwrite_output_dir|(?:dataloader_)?num_workers)$/;

/** What a name says by itself in a file about language. */
function namedMeaning(
  engine: Engine,
  name: string,
  find: (names: OwnNames) => ReturnType<OwnNames['conventional']>,
): SettingMeaning {
  const mention = NOT_OF_FIELD.test(name) ? undefined : find(ownNamesOf(engine, ABOUT_LANGUAGE))?.mention;
  if (!mention) return NOTHING;
  const { concept, also, api } = mention;
  return { concepts: [concept, ...also], ...(api ? { api } : {}) };
}

const NOT_OF_FIELD = /^(?:hub|wandb|hydra|log|logging|api)_|_(?:dir|url|key|token)$/;

/** The meaning with nothing but what the kind of file may show. */
function within({ only }: ConfigKind, meaning: SettingMeaning | undefined): SettingMeaning | undefined {
  if (!only || !meaning) return meaning;
  const concepts = meaning.concepts.filter((concept) => only.includes(concept));
  return concepts[0] === meaning.concepts[0] ? { ...meaning, concepts } : undefined;
}

/** Whether nothing but the group around tells what a key means, or a part of its name. */
function isLoose({ name }: ApiArgument): boolean {
  return name.includes('*');
}

/** Recognised files configure these libraries; their conventional names count there. */
const CONFIG_LIBRARIES: ReadonlySet<string> = new Set([
  'transformers',
  'peft',
  'datasets',
  'torch',
  'language',
]);
const ABOUT_LANGUAGE = { level: 2, roots: CONFIG_LIBRARIES } as const;

/** A value: a choice of its key, the id of a model or data set, the class that a part is built from. */
export function valueOf(
  engine: Engine,
  kind: ConfigKind,
  path: string,
  value: string | boolean,
): SettingMeaning | undefined {
  return within(kind, valueIn(engine, kind, path, value));
}

function valueIn(
  engine: Engine,
  kind: ConfigKind,
  path: string,
  value: string | boolean,
): SettingMeaning | undefined {
  const { catalogue, configs } = engine;
  const last = lastOf(path).replaceAll('-', '_');
  const written = String(value);
  const api = configs.key(kind, path);
  const concepts = [
    ...(catalogue.configTriggers.get(`${last}=${written}`) ?? []),
    ...(known(api, written) ?? known(api, written.toLowerCase()) ?? []),
    ...(known(configs.key(kind, 'optimizer'), written) ?? []),
  ];
  if (concepts.length) return { concepts, ...(api ? { api } : {}) };
  if (typeof value !== 'string' || OWN_NAMES.test(last)) return undefined;
  const key = settingIn(engine, kind, path, value);
  if (isSpecialToken(value)) return { concepts: ['special-tokens', ...key.concepts] };
  const term = TERM.test(value) ? termOf(engine, value) : NOTHING;
  if (api?.holds === 'dataset') {
    return datasetOf(engine, api, value) ?? (term.concepts.length ? term : undefined);
  }
  // the name of a class: `BertForTokenClassification` tells more than its family
  const named = CLASS.test(value) ? catalogue.unmistakable(value) : undefined;
  const ofClass = named ? catalogue.concepts(named) : [];
  if (ofClass.length) return { concepts: ofClass };
  const set = DATA.test(last) ? engine.models.dataset(value) : undefined;
  if (set && /data/.test(path)) return { concepts: set.family.concepts, dataset: set };
  const model = engine.models.model(HOLDERS.test(last) ? value.replace(DEEP_FOLDERS, '') : value);
  if (model) return { concepts: conceptsOfModel(model), model };
  if (term.concepts.length) return term;
  if (set) return { concepts: set.family.concepts, dataset: set };
  if (ID.test(value) && !isInFolder(value)) {
    if (/data/.test(last) && !/dir|folder/.test(last)) return { concepts: ['dataset'] };
    if (HOLDERS.test(last)) return { concepts: loadedAs(value) };
  }
  if (PARTS.test(last) && !value.includes(' ')) return partOf(engine, kind, path, value);
  // a plain word is one of the choices that the key offers; paths and names of one's own have more in them
  if (!CHOICE.test(value) || api?.holds) return undefined;
  return api || !OWN_PLACES.has(key.concepts[0] ?? 'dataset') ? key : undefined;
}

function known(api: ApiArgument | undefined, value: string): readonly ConceptId[] | undefined {
  return api?.values && Object.hasOwn(api.values, value) ? api.values[value]!.concepts : undefined;
}

/** What a value says by itself. */
function termOf(engine: Engine, value: string): SettingMeaning {
  const term = engine.lexicon.identifier(value);
  if (term && !term.ambiguous) return { concepts: term.concepts };
  return namedMeaning(engine, value, (names) => names.conventional(value));
}

/** A term or a name, and not a sentence. */
const TERM =
  /^(?!(?:auto|none|default|text|language|model|seed|tokens?|linear|tools?|input|prompt|heads|layers)$)[A-Za-z][\w-]*(?: [\w-]+){0,3}$/;
const DATA = /data|task|name|path|corpus|benchmark|source|repo|label|^id$/;

/** What keys hold that people name themselves. */
const OWN_PLACES: ReadonlySet<string> = new Set(['dataset', 'model-checkpoint', 'from-pretrained']);

const CHOICE = /^(?!(?:auto|none|default)$)[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$/;

/** An id of a model or data set that no table has. */
const ID =
  /^[A-Za-z][\w-]+\/[A-Za-z][\w.-]*\w$(?<!\.(?:txt|py|jsonl?|csv|tsv|ya?ml|bin|pt|md|npy|model|safetensors|sh))/;

/** Keys of checkpoints, which may lie in any folder; one before the name may be the organisation of an id. */
const HOLDERS = /model|checkpoint|pretrained|tokenizer/;
const DEEP_FOLDERS = /^(?:.*\/.*|\.*)\/(?=[^/]+\/?$)/;

const CLASS = /^[A-Z]\w*[a-z][A-Z]\w*$/;

/** Keys whose values people make up. */
const OWN_NAMES =
  /^(output|save|log|cache_dir|run|hub|export|wandb|project|exp_|experiment|tag$|group$|task_alias|report_to|title$|author|license)/;

/** `squad`, `org/anything`, and the first that is known of `identity,alpaca_en`. */
function datasetOf(engine: Engine, api: ApiArgument, value: string): SettingMeaning | undefined {
  for (const one of value.split(',')) {
    const id = one.replace(/[#:].*/, '').trim();
    const dataset = engine.models.dataset(id);
    if (dataset) return { concepts: dataset.family.concepts, dataset };
  }
  return /^(?!data\/)[\w-]+\/[\w.-]+$/.test(value) && !/\.(?:txt|csv|tsv|jsonl?)$/.test(value)
    ? { concepts: engine.catalogue.concepts(api), api }
    : undefined;
}

/** Keys that name what the group around them is built from: `optimizer: { type: AdamW }`, `@architectures = ...`. */
const PARTS = /^(_component_|_target_|_name|class_path|target|type|name|factory|@\w+)$/;

function partOf(engine: Engine, kind: ConfigKind, path: string, value: string): SettingMeaning | undefined {
  const { catalogue, models } = engine;
  const bare = lastOf(value);
  if (bare !== value) {
    const found = catalogue.memberNamed(value) ?? catalogue.unmistakable(bare);
    const concepts = found ? catalogue.concepts(found) : [];
    if (concepts.length) return { concepts };
  }
  const around = path.slice(0, Math.max(path.lastIndexOf('.'), 0));
  const { concepts, api } = around ? settingOf(engine, kind, around, value) : NOTHING;
  const model = models.model(bare);
  if (model && (!concepts.length || bare === value || lastOf(around).includes('model')))
    return { concepts: conceptsOfModel(model), model };
  if (!concepts.length || (api?.holds && bare === value && !known(api, value))) return undefined;
  const own = known(api, bare) ?? known(api, bare.toLowerCase()) ?? concepts;
  return { concepts: [...own, ...(model ? conceptsOfModel(model) : [])], ...(api ? { api } : {}) };
}

const NOTHING: SettingMeaning = { concepts: [] };

/** The name of a key without its parents. */
export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
