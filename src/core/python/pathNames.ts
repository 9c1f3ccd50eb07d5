/** Names of several parts in strings: weights (`"encoder.layer.0.LayerNorm.weight"`) and what is logged (`"rewards/chosen"`). */
import type { ConceptId } from '../concept.ts';
import { mentionOf } from '../engine.ts';
import { fileImports } from './imports.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { conventionalMeaning, partMeaning } from './ownNames.ts';

/** What the last part says that means something. */
export function pathMeaning(reading: Reading, content: string): Meaning | undefined {
  if (!PATH.test(content) || fileImports(reading.program).level < 2) return undefined;
  const parts = content.split(/[./]/).filter(Boolean);
  if (WEIGHT.test(content)) return ofWeight(reading, parts);
  const [group = '', name = ''] = parts;
  if (parts.length !== 2 || !content.includes('/') || !LOGGED.test(group)) return undefined;
  return named(reading, name) ?? (EVERY.test(group) ? undefined : named(reading, group));
}

const PATH = /^[A-Za-z_]\w*(?:[./][\w{}*-]+)+[./]?$/;

/** What ends as the names of weights do, or has the layers of a network inside. */
const WEIGHT =
  /[./](?:weights?|bias|kernel|gamma|beta|qweight|lora_[AB])$|(?:^|[./])(?:layers?|encoder|decoder|embeddings|h|blocks)[./](?:\d+|\{\w*\}|layers?|word_embeddings|position_embeddings)(?:[./]|$)|^(?:cls|bert|albert|roberta|electra)\/\w/;

const LOGGED =
  /^(?:train(?:ing)?|val(?:id(?:ation)?)?|eval|test|metrics|rewards?|logps|logits|eval_\w+|objective|loss|losses|policy|actor|critic|completions?|kl|entropy|rollout|val_\w+)$/;
const EVERY =
  /^(?:train(?:ing)?|val(?:id(?:ation)?)?|eval|test|metrics|completions?|actor|critic|rollout|val_\w+)$/;

function named(reading: Reading, name: string): Meaning | undefined {
  return (
    conventionalMeaning(reading, name, true) ?? partMeaning(reading, name) ?? ofPart(reading, name, METRICS)
  );
}

/** From the last part to the first; those that only say that there is a layer come after all others. */
function ofWeight(reading: Reading, parts: readonly string[]): Meaning | undefined {
  const inner = parts.filter((part) => !/^(?:weights?|bias|kernel|gamma|beta|\d+)$/.test(part)).reverse();
  for (const table of [LAYERS, PLAIN]) {
    for (const part of inner) {
      const found = ofPart(reading, part, table);
      if (found) return found;
    }
  }
  return undefined;
}

type Table = readonly (readonly [RegExp, readonly ConceptId[]])[];

const LAYERS: Table = [
  [/^lora_/, ['lora']],
  [/layer_?norm|(?:^|_)(?:ln|norm)(?:_?[\dfx]|$)/i, ['layer-normalization']],
  [
    /^(?:[qkv]|query|key|value|qkv|c_attn|Wqkv|query_key_value)(?:_proj)?$/,
    ['query-key-value', 'self-attention'],
  ],
  [/rotary_emb/, ['rope']],
  [/seq_relationship/, ['next-sentence-prediction']],
  [/^predictions$/, ['masked-language-modeling', 'model-head']],
  [/^lm_head$|^classifier$|^score$/, ['model-head']],
  [/position_embed|^wpe$|embed_positions/, ['learned-positional-embeddings', 'embedding']],
  [/token_type_embed/, ['token-type-ids', 'embedding']],
  [/embed(?:ding)?s?$|^wte$|^embed_tokens$/, ['embedding']],
  [/^pooler$/, ['pooling']],
  [
    /^(?:mlp|ffn|feed_forward|fc\d|intermediate|(?:gate|up|down)_proj|c_fc|DenseReluDense)$/,
    ['feed-forward-network'],
  ],
  [/expert|router/, ['mixture-of-experts']],
  [/attn|attention/i, ['self-attention', 'attention-mechanism']],
];

const PLAIN: Table = [
  [/^(?:dense|linear|proj|c_proj|out_proj)$/, ['linear-layer']],
  [/^decoder$/, ['transformer-decoder']],
  [/^encoder$/, ['transformer-encoder']],
];

const METRICS: Table = [
  [/^loss$/, ['loss-function']],
  [/^(?:lr|learning_rate)$/, ['learning-rate']],
  [/^rewards?$/, ['reward-model']],
  [/^(?:chosen|rejected|margins)$/, ['preference-data']],
  [/^kl$/, ['kl-divergence']],
  [/^acc(?:uracy|uracies)?$/, ['accuracy']],
  [/^log(?:it|p)s$/, ['logits']],
];

function ofPart({ engine }: Reading, part: string, table: Table): Meaning | undefined {
  const concepts = table.find(([test]) => test.test(part))?.[1];
  const mention = concepts && mentionOf(engine, concepts, { by: 'string' });
  return mention && { mention };
}
