/** The memory of the KV cache: 2 × layers × key heads × head width numbers for each token (Ainslie et al. 2023). */
import { either } from './insight.ts';
import type { Insight } from './insight.ts';
import { bytes, num } from './number.ts';
import { modelOf, numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** What the keys and values of the text take in 16 bits, for decoder-only models of known shape. */
export function cacheMemory(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (!ASKS.has(mention.argument ?? '')) return [];
  const model = modelOf(reading);
  const { layers, hidden, heads, kvHeads, headDim } = model?.size ?? {};
  if (model?.family.architecture !== 'decoder-only') return [];
  if (layers === undefined || hidden === undefined || heads === undefined) return [];
  const [keys, width] = [kvHeads ?? heads, headDim ?? hidden / heads];
  const each = 2 * layers * keys * width * 2;
  const length = LENGTHS.has(mention.argument ?? '') ? numberOf(reading, mention.argument ?? '') : undefined;
  if (length === 'run-time') return [];
  const shape = [2, layers, keys, width].map((factor) => num(factor, lang)).join(' × ');
  const whole =
    length === undefined || length.value < 1
      ? ''
      : either(
          lang,
          `; ${num(length.value, lang)} tokens take ${bytes(each * length.value, lang)}`,
          `; ${num(length.value, lang)} tokens ocupan ${bytes(each * length.value, lang)}`,
        );
  return [
    {
      text: either(
        lang,
        `KV cache of \`${model.id}\` in 16 bits: ${shape} × 2 bytes = ${bytes(each, lang)} per token${whole}.`,
        `Caché KV de \`${model.id}\` en 16 bits: ${shape} × 2 bytes = ${bytes(each, lang)} por token${whole}.`,
      ),
    },
  ];
}

const LENGTHS: ReadonlySet<string> = new Set(['max_model_len', 'max_new_tokens']);
const ASKS: ReadonlySet<string> = new Set([...LENGTHS, 'use_cache', 'cache_implementation']);
