/** How many parameters LoRA trains, r·(d_in + d_out) per adapted matrix, and how loudly they speak: α/r or α/√r. */
import type { ModelShape } from './shapes.ts';

/** Which matrices get an adapter: queries and values (the paper's choice), all of attention, or every linear layer. */
export type LoraTargets = 'query-value' | 'attention' | 'all-linear';

/** What LoRA costs and does. */
export interface LoraCost {
  readonly trained: number;
  /** Of all parameters of the base model. */
  readonly share: number;
  readonly scale: number;
}

/** The cost for a base model. GPT-2 keeps query, key and value in one matrix, `c_attn`, which is then adapted whole. */
export function loraCost(
  model: ModelShape,
  targets: LoraTargets,
  rank: number,
  alpha: number,
  rankStabilized: boolean,
): LoraCost {
  const perLayer = matrices(model, targets).reduce(
    (sum, [input, output]) => sum + rank * (input + output),
    0,
  );
  const trained = perLayer * model.layers;
  return {
    trained,
    share: trained / model.parameters,
    scale: alpha / (rankStabilized ? Math.sqrt(rank) : rank),
  };
}

/** The adapted matrices of one layer as (inputs, outputs). */
function matrices(model: ModelShape, targets: LoraTargets): readonly (readonly [number, number])[] {
  const { hidden, intermediate } = model;
  const queries = model.heads * model.headDim;
  const values = model.kvHeads * model.headDim;
  const fused = model.id === 'gpt2';
  const attentionIn: readonly (readonly [number, number])[] = fused
    ? [[hidden, 3 * hidden]]
    : [
        [hidden, queries],
        [hidden, values],
      ];
  if (targets === 'query-value') return attentionIn;
  const attention: readonly (readonly [number, number])[] = [
    ...attentionIn,
    ...(fused ? [] : [[hidden, values] as const]),
    [queries, hidden],
  ];
  if (targets === 'attention') return attention;
  const up: readonly [number, number] = [hidden, intermediate];
  return [...attention, ...(model.gated ? [up] : []), up, [intermediate, hidden]];
}
