/** Batches: how many examples one optimiser step sees. */
import { atRunTime, defaultMark, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num } from './number.ts';
import { asksFor, isGiven, numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** Effective batch = batch per device × accumulation steps (× devices, which the file does not know). */
export function effectiveBatch(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (!asksFor(reading, ASKS)) return [];
  const batch = numberOf(reading, ...BATCH);
  // DeepSpeed computes the accumulation from the total when only that is given
  if (isGiven(mention.call, 'train_batch_size') && !isGiven(mention.call, ...ACCUMULATION)) return [];
  const steps = numberOf(reading, ...ACCUMULATION) ?? { name: ACCUMULATION[0], value: 1, isDefault: true };
  if (batch === undefined) return [];
  if (batch === 'run-time' || steps === 'run-time') {
    return [atRunTime(either(lang, 'The effective batch', 'El lote efectivo'), lang)];
  }
  const product = num(batch.value * steps.value, lang);
  const factors = `${num(batch.value, lang)}${defaultMark(batch.isDefault, lang)} × ${num(steps.value, lang)}${defaultMark(steps.isDefault, lang)}`;
  return [
    {
      text: either(
        lang,
        `Effective batch: ${factors} = ${product} examples per optimiser step and device; multiply by the number of devices.`,
        `Lote efectivo: ${factors} = ${product} ejemplos por paso del optimizador y dispositivo; se multiplica por el número de dispositivos.`,
      ),
    },
  ];
}

/** The names of programs that lend keys from transformers come first: their default is theirs. */
const BATCH = ['micro_batch_size', 'train_micro_batch_size_per_gpu', 'per_device_train_batch_size'] as const;
const ACCUMULATION = ['gradient_accumulation_steps'] as const;
const ASKS: ReadonlySet<string> = new Set([...BATCH, ...ACCUMULATION]);
