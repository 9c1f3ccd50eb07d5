/** Model families behind the model ids in strings: `bert-base-uncased`, `Qwen/Qwen3-8B-Instruct`. */
import type { ByLang, ConceptId } from './concept.ts';

/** What `knowledge/models.yaml` holds once compiled. */
export interface ModelData {
  readonly families: readonly ModelFamily[];
  readonly traits: readonly ModelTrait[];
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
