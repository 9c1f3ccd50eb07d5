/** Model families behind the model ids in strings: `bert-base-uncased`, `Qwen/Qwen3-8B-Instruct`. */
import type { ByLang, ConceptId } from './concept.ts';

/** What `knowledge/models.yaml` holds once compiled. */
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

/** What `knowledge/models.yaml` says of data sets: `squad`, `glue`. */
export interface DatasetFamily {
  readonly match: readonly string[];
  readonly concepts: readonly ConceptId[];
  readonly meaning?: ByLang<string>;
}

/** The look-ups over ids in strings. */
export interface Models {
  /** The family of a model id; the organisation in front may be any. */
  model(id: string): ModelMatch | undefined;
  dataset(id: string): DatasetFamily | undefined;
}

/** Builds the look-ups. */
export function modelsOf(data: ModelData): Models {
  const families = data.families.flatMap((family) =>
    family.match.map((glob) => ({ test: globTest(glob), family })),
  );
  const sizes = new Map(
    data.families.flatMap(({ sizes }) => sizes.map((size) => [size, globTest(size.match)])),
  );
  const traits = data.traits.map((trait) => ({ tests: trait.match.map(globTest), trait }));
  const datasets = data.datasets.flatMap((set) => set.match.map((glob) => ({ test: globTest(glob), set })));
  const memory = new Map<string, ModelMatch | undefined>();
  return {
    model(id) {
      if (!isModelId(id)) return undefined;
      if (memory.has(id)) return memory.get(id);
      const family = families.find(({ test }) => test(id))?.family;
      const size = family?.sizes.find((one) => sizes.get(one)!(id));
      const found = traits.filter(({ tests }) => tests.some((test) => test(id))).map(({ trait }) => trait);
      const match = family && { id, family, ...(size ? { size } : {}), traits: found };
      if (memory.size > 2000) memory.clear();
      memory.set(id, match);
      return match;
    },
    dataset: (id) => (isModelId(id) ? datasets.find(({ test }) => test(id))?.set : undefined),
  };
}

/** Concepts of a model id: its family, then what the rest of the id says. */
export function conceptsOfModel({ family, traits }: ModelMatch): readonly ConceptId[] {
  const [first, ...rest] = family.concepts;
  return [
    ...new Set([
      ...(first === undefined ? [] : [first]),
      ...traits.flatMap(({ concepts }) => concepts),
      ...rest,
    ]),
  ];
}

function isModelId(text: string): boolean {
  return text.length >= 2 && text.length <= 120 && /^[\w][\w.+-]*(?:\/[\w.+-]+)?(?::[\w.+-]+)?$/.test(text);
}

/** `bert-*` matches with any organisation in front; `org/name-*` only with that one. Case does not count. */
function globTest(glob: string): (id: string) => boolean {
  const source = glob
    .toLowerCase()
    .replace(/[.+^$()|[\]\\{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const regex = new RegExp(`^${glob.includes('/') ? '' : '(?:[^/]*/)?'}${source}$`);
  return (id) => regex.test(id.toLowerCase());
}
