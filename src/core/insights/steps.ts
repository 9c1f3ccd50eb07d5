/** Training length: how many optimizer steps there are, and how many of them warm up. */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num, percent } from './number.ts';
import { numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** Total and warm-up steps of a training run. */
export interface Steps {
  readonly total: number;
  readonly warmup: number;
}

/** How long the warm-up lasts, in steps and as a share of the run. */
export function warmup(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (!ASKS.has(mention.argument ?? '') && !SCHEDULES.test(mention.call?.callee ?? '')) return [];
  const share = warmupShare(reading);
  if (share === 'run-time') return [atRunTime(either(lang, 'The warm-up', 'El calentamiento'), lang)];
  if (share === undefined) return [];
  const steps = stepsOf(reading);
  if (!steps) {
    if (share.of === 'steps' || mention.argument === undefined) return [];
    const part = percent(share.value, lang);
    return [
      {
        text: either(
          lang,
          `Warm-up takes the first ${part} of the optimizer steps; of 1,000 steps, ${num(Math.ceil(1000 * share.value), lang)}.`,
          `El calentamiento ocupa el primer ${part} de los pasos del optimizador; de 1000 pasos, ${num(Math.ceil(1000 * share.value), lang)}.`,
        ),
      },
    ];
  }
  const part = percent(steps.warmup / steps.total, lang);
  return [
    {
      text: either(
        lang,
        `${num(steps.warmup, lang)} of ${num(steps.total, lang)} steps warm up (${part}); the rate then follows its schedule for ${num(steps.total - steps.warmup, lang)}.`,
        `${num(steps.warmup, lang)} de ${num(steps.total, lang)} pasos son de calentamiento (${part}); luego la tasa sigue su programa durante ${num(steps.total - steps.warmup, lang)}.`,
      ),
    },
  ];
}

/** Total and warm-up steps when the file says both, or nothing. */
export function stepsOf(reading: Reading): Steps | undefined {
  const total = numberOf(reading, 'max_steps', 'num_training_steps');
  const share = warmupShare(reading);
  if (total === undefined || total === 'run-time' || total.value <= 0) return undefined;
  if (share === 'run-time') return undefined;
  const wanted =
    share === undefined ? 0 : share.of === 'steps' ? share.value : Math.ceil(total.value * share.value);
  return { total: total.value, warmup: Math.min(wanted, total.value) };
}

/**
 * The warm-up as given: steps, or a share of the run. In transformers 5 `warmup_steps` below 1 is a share
 * (`training_args.py`, `get_warmup_steps`); `warmup_ratio` is its older name.
 */
export function warmupShare(
  reading: Reading,
): { of: 'steps' | 'run'; value: number } | 'run-time' | undefined {
  const steps = numberOf(reading, 'warmup_steps', 'num_warmup_steps', 'warmup_num_steps');
  if (steps === 'run-time') return 'run-time';
  if (steps !== undefined && steps.value > 0)
    return { of: steps.value < 1 ? 'run' : 'steps', value: steps.value };
  const ratio = numberOf(reading, 'warmup_ratio');
  if (ratio === 'run-time') return 'run-time';
  if (ratio !== undefined && ratio.value > 0 && ratio.value <= 1) return { of: 'run', value: ratio.value };
  return undefined;
}

const ASKS: ReadonlySet<string> = new Set([
  'max_steps',
  'warmup_steps',
  'warmup_ratio',
  'num_warmup_steps',
  'num_training_steps',
]);
const SCHEDULES = /^transformers\.get_\w*schedule\w*$/;
