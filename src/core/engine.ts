/** Everything that answers "what does this name mean here", built once from compiled data. */
import type { ApiData } from './api.ts';
import { catalogueOf, type Catalogue } from './catalogue.ts';
import { LANGS, type ConceptId } from './concept.ts';
import { configsOf, type ConfigData, type Configs } from './configs.ts';
import { conventionsOf, type ConventionData, type Conventions } from './conventions.ts';
import type { Knowledge } from './knowledge.ts';
import { lexiconSteps, type Lexicon, type TermMatch } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { modelsOf, type DatasetFamily, type ModelData, type Models } from './models.ts';
import { modulesOf, type ModuleData, type Modules } from './modules.ts';
import type { Sense, SenseData } from './senses.ts';
import { allSteps } from './steps.ts';

/** What `dist/knowledge/apis.json` holds: the catalogue and the other tables about code. */
export type ContextData = ApiData & ModelData & ConventionData & SenseData & ConfigData & ModuleData;

/** The tables as look-ups. Immutable. */
export interface Engine {
  readonly knowledge: Knowledge;
  readonly catalogue: Catalogue;
  readonly lexicon: Lexicon;
  readonly conventions: Conventions;
  readonly models: Models;
  readonly configs: Configs;
  readonly modules: Modules;
}

/** Builds the look-ups; takes some milliseconds, once. */
export function engineOf(knowledge: Knowledge, data: ContextData): Engine {
  return allSteps(engineSteps(knowledge, data));
}

/** The same in steps: the terms of ten thousand concepts take a while. */
export function* engineSteps(knowledge: Knowledge, data: ContextData): Generator<void, Engine> {
  const catalogue = catalogueOf(data, knowledge.concepts);
  yield;
  return {
    knowledge,
    catalogue,
    lexicon: yield* lexiconSteps(knowledge.concepts, [
      ...nameSenses(knowledge, data.datasets),
      ...data.senses,
    ]),
    conventions: conventionsOf(data),
    models: modelsOf(data),
    configs: configsOf(data, catalogue),
    modules: modulesOf(data),
  };
}

/** A mention, or what will be one, of the first known concept; nothing where the base has none of them. */
export function mentionOf<Rest extends Partial<Omit<Mention, 'concept' | 'also'>>>(
  engine: Engine,
  concepts: readonly ConceptId[],
  rest: Rest,
): (Rest & Meant) | undefined {
  const meant = meantBy(engine, concepts);
  return meant && { ...rest, ...meant };
}

/** The names of data sets as terms of prose, but for those that name a concept already. */
function nameSenses({ concepts }: Knowledge, datasets: readonly DatasetFamily[]): Sense[] {
  const known = new Set(
    concepts.flatMap(({ terms }) => LANGS.flatMap((lang) => [terms[lang].name, ...terms[lang].aliases])),
  );
  return datasets.flatMap(({ names = [], concepts: meant }) => {
    const terms = names.filter((name) => !known.has(name));
    return terms.length ? [{ terms, concepts: meant, cased: true, strict: true, with: DATA }] : [];
  });
}

/** What must stand in the same sentence where a name is written in other letters. */
const DATA = ['dataset', 'benchmark', 'corpus'];

/** A term in prose; the name of a data set with what it holds. */
export function termMention(
  engine: Engine,
  { start, end, concepts }: TermMatch,
  text: string,
): Mention | undefined {
  let meant = TERMS.get(concepts);
  if (meant === undefined) TERMS.set(concepts, (meant = meantBy(engine, concepts) ?? null));
  if (!meant) return undefined;
  const { concept, also } = meant;
  const written = text.slice(start, end);
  const dataset = engine.models.datasetNamed(written);
  const range = { start, end };
  return dataset
    ? { range, text: written, concept, also, by: 'term', dataset }
    : { range, text: written, concept, also, by: 'term' };
}

type Meant = Pick<Mention, 'concept' | 'also'>;

/** What terms mean, by the lists that their lexicon hands out. */
const TERMS = new WeakMap<readonly ConceptId[], Meant | null>();

function meantBy({ knowledge }: Engine, concepts: readonly ConceptId[]): Meant | undefined {
  let concept: ConceptId | undefined;
  const also: ConceptId[] = [];
  for (const id of concepts) {
    if (id === concept || !knowledge.byId.has(id)) continue;
    if (concept === undefined) concept = id;
    else if (!also.includes(id)) also.push(id);
  }
  return concept === undefined ? undefined : { concept, also };
}
