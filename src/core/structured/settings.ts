/** What a setting and its value mean, in a file or on a command line. */
import type { ApiArgument } from '../api.ts';
import type { ConceptId } from '../concept.ts';
import type { ConfigKind } from '../configs.ts';
import type { Engine } from '../engine.ts';
import { conceptsOfModel, type ModelMatch } from '../models.ts';

/** Concepts, the first one best, and where they come from. */
export interface SettingMeaning {
  readonly concepts: readonly ConceptId[];
  readonly api?: ApiArgument;
  readonly model?: ModelMatch;
}

/** A key, with what is written for it: `adapter: qlora` says more than `adapter`. */
export function settingOf(engine: Engine, kind: ConfigKind, path: string, value: string): SettingMeaning {
  const { catalogue, configs, conventions } = engine;
  const api = configs.key(kind, path);
  const last = lastOf(path).replaceAll('-', '_');
  // what a name means everywhere says more than the group that it stands in or a part of it
  const convention = api && !isLoose(api) ? [] : (conventions.find(last, CONFIG_LIBRARIES)?.concepts ?? []);
  const concepts = [
    ...(catalogue.configTriggers.get(`${last}=${value}`) ?? []),
    ...convention,
    ...(api ? catalogue.concepts(api) : []),
    ...(catalogue.configTriggers.get(last) ?? []),
  ];
  return { concepts, ...(api && !convention.length ? { api } : {}) };
}

/** Whether nothing but the group around tells what a key means, or a part of its name. */
function isLoose({ name }: ApiArgument): boolean {
  return name.includes('*');
}

/** Recognised files configure these libraries; their conventional names count there. */
const CONFIG_LIBRARIES: ReadonlySet<string> = new Set(['transformers', 'peft', 'datasets', 'torch']);

/** A value: a choice of its key, the id of a model or data set, the class that a part is built from. */
export function valueOf(
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
  ];
  if (concepts.length) return { concepts, ...(api ? { api } : {}) };
  if (typeof value !== 'string' || OWN_NAMES.test(last)) return undefined;
  if (api?.holds === 'dataset') return datasetOf(engine, api, value);
  // the name of a class: `BertForTokenClassification` tells more than its family
  const named = CLASS.test(value) ? catalogue.unmistakable(value) : undefined;
  const ofClass = named ? catalogue.concepts(named) : [];
  if (ofClass.length) return { concepts: ofClass };
  const model = engine.models.model(HOLDERS.test(last) ? value.replace(DEEP_FOLDERS, '') : value);
  if (model) return { concepts: conceptsOfModel(model), model };
  if (PARTS.test(last)) return partOf(engine, kind, path, value);
  // a plain word is one of the choices that the key offers; paths and names of one's own have more in them
  return api && !api.holds && CHOICE.test(value) ? { concepts: catalogue.concepts(api), api } : undefined;
}

function known(api: ApiArgument | undefined, value: string): readonly ConceptId[] | undefined {
  return api?.values && Object.hasOwn(api.values, value) ? api.values[value]!.concepts : undefined;
}

const CHOICE = /^(?!(?:auto|none|default)$)[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$/;

/** Keys of checkpoints, which may lie in any folder; one before the name may be the organisation of an id. */
const HOLDERS = /model|checkpoint|pretrained|tokenizer/;
const DEEP_FOLDERS = /^(?:.*\/.*|\.*)\/(?=[^/]+\/?$)/;

const CLASS = /^[A-Z]\w*[a-z][A-Z]\w*$/;

/** Keys whose values people make up. */
const OWN_NAMES =
  /^(output|save|log|cache_dir|run|hub|export|wandb|project|exp_|experiment|tag$|group$|task_alias)/;

/** `squad`, `org/anything`, and the first that is known of `identity,alpaca_en`. */
function datasetOf(engine: Engine, api: ApiArgument, value: string): SettingMeaning | undefined {
  for (const one of value.split(',')) {
    const set = engine.models.dataset(one.replace(/[#:].*/, '').trim());
    if (set) return { concepts: set.concepts };
  }
  return /^[\w-]+\/[\w.-]+$/.test(value) ? { concepts: engine.catalogue.concepts(api), api } : undefined;
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
