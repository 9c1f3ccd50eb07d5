/**
 * Epochs as optimizer steps, counted on 1,000 examples: the file seldom says how long the data set is.
 * Rounding as in transformers 5.18, `trainer.py`, `set_initial_training_values`: up for batches, up for accumulation.
 */
import { answersPerPrompt } from './batch.ts';
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num } from './number.ts';
import { flagOf, numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** Steps that 1,000 examples give on one device. */
export function epochSteps(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  const argument = mention.argument ?? '';
  if (!EPOCHS.has(argument)) return [];
  // trainers that sample answers take several for each example, and may use them more than once
  if (answersPerPrompt(reading) !== undefined) return [];
  // packed, several examples make one sequence
  if (flagOf(reading, 'packing', 'sample_packing') === true) return [];
  const limit = numberOf(reading, 'max_steps');
  if (limit === 'run-time' || (limit !== undefined && limit.value > 0)) return [];
  const epochs = numberOf(reading, argument);
  if (epochs === 'run-time') return [atRunTime(`\`${argument}\``, lang)];
  const batch = numberOf(reading, 'micro_batch_size', 'per_device_train_batch_size');
  const accumulation = numberOf(reading, 'gradient_accumulation_steps');
  if (epochs === undefined || batch === undefined) return [];
  if (batch === 'run-time' || accumulation === 'run-time')
    return [atRunTime(either(lang, 'The number of steps', 'El número de pasos'), lang)];
  const every = accumulation?.value ?? 1;
  if (epochs.value <= 0 || batch.value < 1 || every < 1) return [];
  const perEpoch = Math.ceil(Math.ceil(1000 / batch.value) / every);
  const total = Math.ceil(perEpoch * epochs.value);
  const [e, b, a, s, t] = [epochs.value, batch.value, every, perEpoch, total].map((n) => num(n, lang));
  const divisor = every === 1 ? b : `(${b} × ${a})`;
  return [
    {
      text: either(
        lang,
        `On one device, 1,000 examples give ⌈1,000 / ${divisor}⌉ = ${s} optimizer steps per epoch, ${t} in ${e} epochs.`,
        `En un dispositivo, 1000 ejemplos dan ⌈1000 / ${divisor}⌉ = ${s} pasos del optimizador por época, ${t} en ${e} épocas.`,
      ),
    },
  ];
}

const EPOCHS: ReadonlySet<string> = new Set(['num_train_epochs', 'num_epochs']);
