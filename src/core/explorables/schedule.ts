/** The learning rate at a step, as a share of its peak: the functions of transformers 5, `optimization.py`. */

/** The names that `lr_scheduler_type` takes. */
export const SCHEDULES = [
  'linear',
  'cosine',
  'cosine_with_restarts',
  'polynomial',
  'constant',
  'constant_with_warmup',
  'inverse_sqrt',
] as const;

/** One of {@link SCHEDULES}. */
export type ScheduleKind = (typeof SCHEDULES)[number];

/** A run: its steps, those of the warm-up, and the cycles of `cosine_with_restarts`. */
export interface Run {
  readonly kind: ScheduleKind;
  readonly steps: number;
  readonly warmup: number;
  readonly cycles: number;
}

/** The rate at a step from 0 to `steps`. */
export function rateAt({ kind, steps, warmup, cycles }: Run, step: number): number {
  if (kind === 'constant') return 1;
  if (step < warmup) return step / Math.max(1, warmup);
  const progress = (step - warmup) / Math.max(1, steps - warmup);
  switch (kind) {
    case 'linear':
      return Math.max(0, 1 - progress);
    case 'cosine':
      return Math.max(0, 0.5 * (1 + Math.cos(Math.PI * progress)));
    case 'cosine_with_restarts':
      return progress >= 1 ? 0 : Math.max(0, 0.5 * (1 + Math.cos(Math.PI * ((cycles * progress) % 1))));
    case 'polynomial':
      return step > steps ? POLYNOMIAL_END : (1 - POLYNOMIAL_END) * (1 - progress) + POLYNOMIAL_END;
    case 'constant_with_warmup':
      return 1;
    case 'inverse_sqrt': {
      // Without warm-up transformers takes 10,000 steps as the time scale.
      const scale = warmup > 0 ? warmup : 10_000;
      return 1 / Math.sqrt((step + scale - warmup) / scale);
    }
  }
}

/** The mean rate over the run, as a share of the peak: how much learning the schedule allows in all. */
export function meanRate(run: Run): number {
  let sum = 0;
  for (let step = 0; step < run.steps; step += 1) sum += rateAt(run, step);
  return run.steps > 0 ? sum / run.steps : 0;
}

/** `lr_end`, 1e-7, as a share of the default `learning_rate` of TrainingArguments, 5e-5. */
const POLYNOMIAL_END = 1e-7 / 5e-5;
