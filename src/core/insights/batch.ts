/** Batches: how many examples one optimizer step sees. */
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
  const total = batch.value * steps.value;
  const product = num(total, lang);
  const factors = `${num(batch.value, lang)}${defaultMark(batch.isDefault, lang)} × ${num(steps.value, lang)}${defaultMark(steps.isDefault, lang)}`;
  const group = answersPerPrompt(reading);
  if (group === 'run-time') return [];
  const whole = group !== undefined && total % group.value === 0;
  const prompts = whole ? num(total / group.value, lang) : '';
  const what =
    group === undefined
      ? either(lang, 'examples', 'ejemplos')
      : whole
        ? either(
            lang,
            `answers (${num(group.value, lang)} for each of ${prompts} prompts)`,
            `respuestas (${num(group.value, lang)} por cada uno de ${prompts} prompts)`,
          )
        : either(
            lang,
            `answers (${num(group.value, lang)} for each prompt)`,
            `respuestas (${num(group.value, lang)} por prompt)`,
          );
  return [
    {
      text: either(
        lang,
        `Effective batch: ${factors} = ${product} ${what} per optimizer step and device; multiply by the number of devices.`,
        `Lote efectivo: ${factors} = ${product} ${what} por paso del optimizador y dispositivo; se multiplica por el número de dispositivos.`,
      ),
    },
  ];
}

/**
 * Trainers that sample count answers, a group of them for each prompt (trl 1.13, `grpo_config.py`, `num_generations`).
 * A file of settings does not say which trainer it is for: there the group must be spelled out.
 */
export function answersPerPrompt(reading: Reading): ReturnType<typeof numberOf> {
  const { call } = reading.mention;
  return isGiven(call, 'num_generations') || /^trl\./.test(call?.callee ?? '')
    ? numberOf(reading, 'num_generations')
    : undefined;
}

/** The names of programs that lend keys from transformers come first: their default is theirs. */
const BATCH = ['micro_batch_size', 'train_micro_batch_size_per_gpu', 'per_device_train_batch_size'] as const;
const ACCUMULATION = ['gradient_accumulation_steps'] as const;
const ASKS: ReadonlySet<string> = new Set([...BATCH, ...ACCUMULATION]);
