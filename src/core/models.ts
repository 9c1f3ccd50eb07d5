/** Model families and data sets behind the ids in strings: `bert-base-uncased`, `Qwen/Qwen3-8B-Instruct`, `squad`. */
import type { ByLang, ConceptId } from './concept.ts';
import { globIndex, globTest } from './globs.ts';
import { remembering } from './memory.ts';
import { gateOf } from './nameGate.ts';

/** What `knowledge/models.yaml` and `datasets.yaml` hold once compiled. */
export interface ModelData {
  readonly families: readonly ModelFamily[];
  readonly traits: readonly ModelTrait[];
  readonly datasets: readonly DatasetFamily[];
}

/** How the network is built. */
export type Architecture =
  | 'encoder-only'
  | 'decoder-only'
  | 'encoder-decoder'
  | 'state-space'
  | 'static-vectors'
  | 'pipeline'
  | 'other';

/** Models that share a paper or a release. */
export interface ModelFamily {
  readonly id: string;
  readonly name: string;
  /** Globs over the id, without regard to case; see {@link matchModel}. */
  readonly match: readonly string[];
  readonly concepts: readonly ConceptId[];
  readonly architecture: Architecture;
  /** How it was pretrained, in one phrase. */
  readonly objective: ByLang<string>;
  /** Maximum positions in tokens, for all sizes that do not say otherwise. */
  readonly context?: number;
  /** Entries of the vocabulary, for all sizes that do not say otherwise. */
  readonly vocabulary?: number;
  readonly sizes: readonly ModelSize[];
  /** Ids of `sources.yaml`. */
  readonly sources: readonly string[];
}

/** One size of a family; the shape is what parameter counts and memory are computed from. */
export interface ModelSize {
  readonly match: string;
  /** Number of parameters. */
  readonly parameters?: number;
  readonly context?: number;
  readonly vocabulary?: number;
  readonly layers?: number;
  readonly hidden?: number;
  /** Width of the feed-forward block. */
  readonly intermediate?: number;
  readonly heads?: number;
  /** Key and value heads, where fewer than {@link heads}. */
  readonly kvHeads?: number;
  /** Width of one head, where it is not hidden / heads. */
  readonly headDim?: number;
}

/** What a part of the id says of any model: `-instruct`, `-bnb-4bit`, `-finetuned-sst-2`. */
export interface ModelTrait {
  readonly match: readonly string[];
  readonly concepts: readonly ConceptId[];
  readonly meaning?: ByLang<string>;
}

/** A model id that belongs to a known family. */
export interface ModelMatch {
  /** The id as written. */
  readonly id: string;
  readonly family: ModelFamily;
  readonly size?: ModelSize;
  readonly traits: readonly ModelTrait[];
}

/** One data set (`squad`), or several that hold the same kind of thing. */
export interface DatasetFamily {
  readonly match: readonly string[];
  /** How prose spells it, with that case. */
  readonly names?: readonly string[];
  /** Its id is also a common word, which says little where no data set is named: `drop`, `race`. */
  readonly everyday?: boolean;
  readonly concepts: readonly ConceptId[];
  /** What it holds; only of single data sets. */
  readonly meaning?: ByLang<string>;
}

/** A data set as some text names it. */
export interface DatasetMatch {
  /** The id or name as written. */
  readonly id: string;
  readonly family: DatasetFamily;
}

/** The look-ups over ids in strings. */
export interface Models {
  /** The family of a model id; the organisation in front may be any. */
  model(id: string): ModelMatch | undefined;
  /** The data set of an id, or of a file that is called like one. */
  dataset(id: string): DatasetMatch | undefined;
  /** The single data set that prose calls so. */
  datasetNamed(name: string): DatasetMatch | undefined;
}

/** Builds the look-ups. */
export function modelsOf(data: ModelData): Models {
  const families = globIndex(data.families);
  const datasets = globIndex(data.datasets);
  const named = new Map(
    data.datasets.flatMap((set) =>
      (set.names ?? []).map((id): [string, DatasetMatch] => [id, { id, family: set }]),
    ),
  );
  const mayBeNamed = gateOf(named.keys());
  const sizes = new Map(
    data.families.flatMap((family) => family.sizes.map((size) => [size, globTest(size.match)])),
  );
  const traits = data.traits.map((trait) => ({ tests: trait.match.map(globTest), trait }));
  return {
    model: remembering((id): ModelMatch | undefined => {
      const family = isModelId(id) ? families(id.replace(/\/checkpoint-\d+$/, '')) : undefined;
      if (!family) return undefined;
      const size = family.sizes.find((one) => sizes.get(one)!(id));
      const found = traits.filter(({ tests }) => tests.some((test) => test(id)));
      return { id, family, ...(size ? { size } : {}), traits: found.map(({ trait }) => trait) };
    }, REMEMBERED),
    dataset: remembering((id): DatasetMatch | undefined => {
      const name = id.replace(PLACE, '');
      const family = isModelId(name) ? datasets(name) : undefined;
      return family && { id, family };
    }, REMEMBERED),
    datasetNamed: (name) => (mayBeNamed(name) ? named.get(name) : undefined),
  };
}

/** Folders before the name of a data set, and what its file is called after it. */
const PLACE =
  /^(?:.*\/)?(?:data|datasets?|corpora|corpus|examples?|src|tests?)\/|^.*\/(?=[^/]*\.(?:jsonl?|csv|txt|parquet)$)|(?:_train|_val|_test)?\.(?:jsonl?|csv|txt|parquet)$/g;

const REMEMBERED = 2000;

/** Concepts of a model id: its family, then what the rest of the id says. */
export function conceptsOfModel(model: ModelMatch): readonly ConceptId[] {
  let concepts = CONCEPTS.get(model);
  if (!concepts) {
    const { family, traits } = model;
    const [first, ...rest] = family.concepts;
    const all = [
      ...(first === undefined ? [] : [first]),
      ...traits.flatMap((trait) => trait.concepts),
      ...rest,
    ];
    CONCEPTS.set(model, (concepts = [...new Set(all)]));
  }
  return concepts;
}

/** Matches are remembered, and so the same object for all places that name the model. */
const CONCEPTS = new WeakMap<ModelMatch, readonly ConceptId[]>();

function isModelId(text: string): boolean {
  return (
    text.length >= 2 && text.length <= 120 && /^[\w][\w.+-]*(?:\/[\w.+-]+)?(?:[:@][\w.+-]+){0,2}$/.test(text)
  );
}
