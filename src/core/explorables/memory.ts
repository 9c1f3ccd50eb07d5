/** What it takes to hold a model while it generates: its weights, and the keys and values of the tokens so far. */
import type { ModelShape } from './shapes.ts';

/** A use of a model. */
export interface Use {
  readonly parameters: number;
  /** Those of the linear layers of the blocks: what a quantized format reaches. */
  readonly inBlocks: number;
  /** Bits for one weight, constants of the format included. */
  readonly bits: number;
  /** Tokens of one sequence. */
  readonly tokens: number;
  /** Sequences at a time. */
  readonly batch: number;
  /** Bits for one number in the cache. */
  readonly cacheBits: number;
}

/** Bytes by what they hold. */
export interface MemoryNeed {
  readonly weights: number;
  readonly cache: number;
  readonly total: number;
}

/** Bytes of weights and of the KV cache; activations and the framework's own needs come on top. */
export function memoryNeed(shape: ModelShape, use: Use): MemoryNeed {
  const weights = weightBytes(use.parameters, use.inBlocks, use.bits);
  const cache = cacheBytesPerToken(shape, use.cacheBits) * use.tokens * use.batch;
  return { weights, cache, total: weights + cache };
}

/**
 * Bytes of the weights. Fewer than 16 bits reach the linear layers of the blocks only: embeddings and output layer
 * stay in 16 (transformers 5.18, `quantizers/base.py`, `get_keys_to_not_convert`).
 */
export function weightBytes(parameters: number, inBlocks: number, bits: number): number {
  const narrow = bits < 16 ? Math.min(inBlocks, parameters) : parameters;
  return (narrow * bits + (parameters - narrow) * 16) / 8;
}

/** Bytes that one token of one sequence leaves in the cache: a key and a value for each layer and KV head. */
export function cacheBytesPerToken({ layers, kvHeads, headDim }: ModelShape, bits: number): number {
  return (2 * layers * kvHeads * headDim * bits) / 8;
}

/** Memory of common graphics cards, in bytes of 10⁹. */
export const CARDS: readonly number[] = [8, 12, 16, 24, 48, 80, 141].map((gigabytes) => gigabytes * 1e9);

/** The smallest common card that holds it, or nothing when it takes several. */
export function smallestCard(bytes: number): number | undefined {
  return CARDS.find((card) => bytes <= card);
}
