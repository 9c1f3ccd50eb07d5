/**
 * The linear layers of a model's blocks under the names that its implementation in transformers gives them, with
 * their shapes: what the adapters of LoRA are counted from. Names are those of `transformers/models/<type>/modeling_<type>.py`.
 */
import type { ModelFamily, ModelMatch } from '../models.ts';

/** One linear layer that every block (or every block of a kind) has. */
export interface LinearLayer {
  /** Name inside the block; PEFT compares its end with `target_modules`. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** How many of them the whole model has. */
  readonly times: number;
}

/** The adaptable layers of a model, and the ones that PEFT adapts when nothing is asked for. */
export interface Adaptable {
  readonly layers: readonly LinearLayer[];
  /** From `peft/utils/constants.py`; empty where PEFT knows none and raises an error. */
  readonly byDefault: readonly string[];
}

/** The layers of a model whose shape is known in full, or nothing. */
export function adaptableLayers({ id, family, size }: ModelMatch): Adaptable | undefined {
  const { layers, hidden, intermediate, heads } = size ?? {};
  if (layers === undefined || hidden === undefined || intermediate === undefined || heads === undefined)
    return undefined;
  const layout = layoutOf(family, id);
  if (layout === undefined) return undefined;
  const headDim = size?.headDim ?? (layout === 't5' ? T5_HEAD : hidden / heads);
  const inner = heads * headDim;
  const keys = (size?.kvHeads ?? heads) * headDim;
  const shape = { layers, hidden, intermediate, inner, keys };
  return LAYOUTS[layout](shape, id);
}

interface Shape {
  readonly layers: number;
  readonly hidden: number;
  readonly intermediate: number;
  /** Width of all query heads together. */
  readonly inner: number;
  /** Width of all key heads together. */
  readonly keys: number;
}

type Layout =
  | 'llama'
  | 'bert'
  | 'camembert'
  | 'modernbert'
  | 'albert'
  | 'mpnet'
  | 'distilbert'
  | 'gpt2'
  | 'deberta'
  | 'opt'
  | 'neox'
  | 'phi'
  | 't5'
  | 'bart';

/** `d_kv` of every T5 up to `large` (their config.json), whatever hidden / heads would give. */
const T5_HEAD = 64;

const BY_FAMILY: ReadonlyMap<string, Layout> = new Map<string, Layout>([
  ['qwen', 'llama'],
  ['mistral', 'llama'],
  ['llama-2', 'llama'],
  ['llama', 'llama'],
  ['bert', 'bert'],
  ['roberta', 'bert'],
  ['xlm-roberta', 'bert'],
  ['electra', 'bert'],
  ['distilled', 'bert'],
  ['spanish', 'bert'],
  ['camembert', 'camembert'],
  ['modernbert', 'modernbert'],
  ['albert', 'albert'],
  ['distilbert', 'distilbert'],
  ['deberta', 'deberta'],
  ['gpt', 'gpt2'],
  ['distilgpt2', 'gpt2'],
  ['t5', 't5'],
  ['bart', 'bart'],
  ['mbart', 'bart'],
  ['marian', 'bart'],
]);

function layoutOf(family: ModelFamily, id: string): Layout | undefined {
  const name = id.slice(id.lastIndexOf('/') + 1).toLowerCase();
  if (family.id === 'sentence-transformers') return /mpnet/.test(name) ? 'mpnet' : 'bert';
  if (family.id !== 'open-llms') return BY_FAMILY.get(family.id);
  if (/^gemma-\d/.test(name)) return 'llama';
  if (/^opt-/.test(name)) return 'opt';
  if (/^(pythia|bloom)/.test(name) || /^falcon-7b/.test(name)) return 'neox';
  return name === 'phi-2' ? 'phi' : undefined;
}

const LAYOUTS: Readonly<Record<Layout, (shape: Shape, id: string) => Adaptable>> = {
  llama: ({ layers, hidden, intermediate, inner, keys }) => ({
    byDefault: ['q_proj', 'v_proj'],
    layers: each(layers, [
      ['self_attn.q_proj', hidden, inner],
      ['self_attn.k_proj', hidden, keys],
      ['self_attn.v_proj', hidden, keys],
      ['self_attn.o_proj', inner, hidden],
      ['mlp.gate_proj', hidden, intermediate],
      ['mlp.up_proj', hidden, intermediate],
      ['mlp.down_proj', intermediate, hidden],
    ]),
  }),
  bert: (shape) => ({ byDefault: ['query', 'value'], layers: bertBlocks(shape, ['query', 'key', 'value']) }),
  deberta: (shape) => ({
    byDefault: ['query_proj', 'value_proj'],
    layers: bertBlocks(shape, ['query_proj', 'key_proj', 'value_proj']),
  }),
  camembert: (shape) => ({ byDefault: [], layers: bertBlocks(shape, ['query', 'key', 'value']) }),
  modernbert: ({ layers, hidden, intermediate }) => ({
    byDefault: [],
    layers: each(layers, [
      ['attn.Wqkv', hidden, 3 * hidden],
      ['attn.Wo', hidden, hidden],
      ['mlp.Wi', hidden, 2 * intermediate],
      ['mlp.Wo', intermediate, hidden],
    ]),
  }),
  // all layers of ALBERT are one, and so are its adapters
  albert: ({ hidden, intermediate }) => ({
    byDefault: [],
    layers: each(1, [
      ['attention.query', hidden, hidden],
      ['attention.key', hidden, hidden],
      ['attention.value', hidden, hidden],
      ['attention.dense', hidden, hidden],
      ['ffn', hidden, intermediate],
      ['ffn_output', intermediate, hidden],
    ]),
  }),
  mpnet: ({ layers, hidden, intermediate }) => ({
    byDefault: [],
    layers: each(layers, [
      ['attention.attn.q', hidden, hidden],
      ['attention.attn.k', hidden, hidden],
      ['attention.attn.v', hidden, hidden],
      ['attention.attn.o', hidden, hidden],
      ['intermediate.dense', hidden, intermediate],
      ['output.dense', intermediate, hidden],
    ]),
  }),
  distilbert: ({ layers, hidden, intermediate }) => ({
    byDefault: [],
    layers: each(layers, [
      ['attention.q_lin', hidden, hidden],
      ['attention.k_lin', hidden, hidden],
      ['attention.v_lin', hidden, hidden],
      ['attention.out_lin', hidden, hidden],
      ['ffn.lin1', hidden, intermediate],
      ['ffn.lin2', intermediate, hidden],
    ]),
  }),
  gpt2: ({ layers, hidden, intermediate }) => ({
    byDefault: ['c_attn'],
    layers: each(layers, [
      ['attn.c_attn', hidden, 3 * hidden],
      ['attn.c_proj', hidden, hidden],
      ['mlp.c_fc', hidden, intermediate],
      ['mlp.c_proj', intermediate, hidden],
    ]),
  }),
  opt: ({ layers, hidden, intermediate }) => ({
    byDefault: ['q_proj', 'v_proj'],
    layers: each(layers, [
      ['self_attn.q_proj', hidden, hidden],
      ['self_attn.k_proj', hidden, hidden],
      ['self_attn.v_proj', hidden, hidden],
      ['self_attn.out_proj', hidden, hidden],
      ['fc1', hidden, intermediate],
      ['fc2', intermediate, hidden],
    ]),
  }),
  // GPT-NeoX, BLOOM and Falcon: one matrix for queries, keys and values
  neox: ({ layers, hidden, intermediate, inner, keys }) => ({
    byDefault: ['query_key_value'],
    layers: each(layers, [
      ['self_attention.query_key_value', hidden, inner + 2 * keys],
      ['self_attention.dense', inner, hidden],
      ['mlp.dense_h_to_4h', hidden, intermediate],
      ['mlp.dense_4h_to_h', intermediate, hidden],
    ]),
  }),
  phi: ({ layers, hidden, intermediate }) => ({
    byDefault: ['q_proj', 'v_proj', 'fc1', 'fc2'],
    layers: each(layers, [
      ['self_attn.q_proj', hidden, hidden],
      ['self_attn.k_proj', hidden, hidden],
      ['self_attn.v_proj', hidden, hidden],
      ['self_attn.dense', hidden, hidden],
      ['mlp.fc1', hidden, intermediate],
      ['mlp.fc2', intermediate, hidden],
    ]),
  }),
  // `layers` counts each stack; every block of the decoder has a second attention, over the encoder's output
  t5: ({ layers, hidden, intermediate, inner }, id) => ({
    byDefault: ['q', 'v'],
    layers: [
      ...each(3 * layers, [
        ['Attention.q', hidden, inner],
        ['Attention.k', hidden, inner],
        ['Attention.v', hidden, inner],
        ['Attention.o', inner, hidden],
      ]),
      ...each(2 * layers, [
        // version 1.1, and with it Flan-T5, has a gated feed-forward block
        ...(/flan|v1_1/i.test(id)
          ? ([
              ['DenseReluDense.wi_0', hidden, intermediate],
              ['DenseReluDense.wi_1', hidden, intermediate],
            ] as const)
          : ([['DenseReluDense.wi', hidden, intermediate]] as const)),
        ['DenseReluDense.wo', intermediate, hidden],
      ]),
    ],
  }),
  bart: ({ layers, hidden, intermediate }, id) => ({
    byDefault: /(^|\/)bart-/i.test(id) ? ['q_proj', 'v_proj'] : [],
    layers: [
      ...each(3 * layers, [
        ['attn.q_proj', hidden, hidden],
        ['attn.k_proj', hidden, hidden],
        ['attn.v_proj', hidden, hidden],
        ['attn.out_proj', hidden, hidden],
      ]),
      ...each(2 * layers, [
        ['fc1', hidden, intermediate],
        ['fc2', intermediate, hidden],
      ]),
    ],
  }),
};

function bertBlocks({ layers, hidden, intermediate }: Shape, names: readonly string[]): LinearLayer[] {
  return each(layers, [
    ...names.map((name) => [`attention.self.${name}`, hidden, hidden] as const),
    ['attention.output.dense', hidden, hidden],
    ['intermediate.dense', hidden, intermediate],
    ['output.dense', intermediate, hidden],
  ]);
}

function each(times: number, layers: readonly (readonly [string, number, number])[]): LinearLayer[] {
  return layers.map(([path, from, to]) => ({ path, from, to, times }));
}
