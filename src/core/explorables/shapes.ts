/** Shapes of well-known models, from the `config.json` of their checkpoints. */

/** What counts of parameters and bytes are computed from. */
export interface ModelShape {
  readonly id: string;
  readonly name: string;
  /** All parameters of the model. */
  readonly parameters: number;
  readonly layers: number;
  readonly hidden: number;
  /** Width of the feed-forward block. */
  readonly intermediate: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Whether the feed-forward block has a gate: three matrices instead of two. */
  readonly gated: boolean;
  /** Longest context in tokens. */
  readonly context: number;
}

/** From the smallest to the largest. */
export const SHAPES: readonly ModelShape[] = [
  shape('gpt2', 'GPT-2', 124e6, 12, 768, 3072, 12, 12, 64, false, 1024),
  shape('qwen3-0.6b', 'Qwen3 0.6B', 596e6, 28, 1024, 3072, 16, 8, 128, true, 40_960),
  shape('llama-3.2-1b', 'Llama 3.2 1B', 1.24e9, 16, 2048, 8192, 32, 8, 64, true, 131_072),
  shape('qwen3-4b', 'Qwen3 4B', 4.02e9, 36, 2560, 9728, 32, 8, 128, true, 40_960),
  shape('llama-2-7b', 'Llama 2 7B', 6.74e9, 32, 4096, 11_008, 32, 32, 128, true, 4096),
  shape('llama-3.1-8b', 'Llama 3.1 8B', 8.03e9, 32, 4096, 14_336, 32, 8, 128, true, 131_072),
  shape('llama-3.1-70b', 'Llama 3.1 70B', 70.6e9, 80, 8192, 28_672, 64, 8, 128, true, 131_072),
];

/** Weights of the linear layers of all blocks. */
export function weightsInBlocks({
  layers,
  hidden,
  intermediate,
  heads,
  kvHeads,
  headDim,
  gated,
}: ModelShape): number {
  return layers * hidden * (2 * (heads + kvHeads) * headDim + (gated ? 3 : 2) * intermediate);
}

/** The shape of a name; the first when there is none. */
export function shapeOf(id: string): ModelShape {
  return SHAPES.find((candidate) => candidate.id === id) ?? SHAPES[0]!;
}

/** The shape whose parameter count is nearest, by ratio. */
export function nearestShape(parameters: number): ModelShape {
  const distance = (candidate: ModelShape) => Math.abs(Math.log(candidate.parameters / parameters));
  return SHAPES.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}

function shape(
  id: string,
  name: string,
  parameters: number,
  layers: number,
  hidden: number,
  intermediate: number,
  heads: number,
  kvHeads: number,
  headDim: number,
  gated: boolean,
  context: number,
): ModelShape {
  return {
    id,
    name,
    parameters,
    layers,
    hidden,
    intermediate,
    heads,
    kvHeads,
    headDim,
    gated,
    context,
  };
}
