/**
 * The learning rate over the run, as a small picture. Shapes are those of transformers 5.18, `optimization.py`;
 * the end of `cosine` and `linear` is zero there.
 */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num, percent } from './number.ts';
import { curve } from './plot.ts';
import { numberOf, textOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { stepsOf, warmupShare } from './steps.ts';

/** What the chosen schedule does between the first step and the last. */
export function scheduleShape(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  const named = FUNCTIONS.get(NAMED.exec(mention.call?.callee ?? '')?.[1] ?? '');
  if (!ASKS.has(mention.argument ?? '') && !(named !== undefined && mention.argument === undefined))
    return [];
  const kind = named ?? textOf(reading, 'lr_scheduler', 'lr_scheduler_type');
  if (kind === 'run-time') return [atRunTime(either(lang, 'The schedule', 'El programa'), lang)];
  const shape = kind === undefined ? undefined : SHAPES.get(kind.toLowerCase());
  if (!shape || kind === undefined) return [];
  const steps = stepsOf(reading);
  const share = warmupShare(reading);
  const warm = steps
    ? steps.warmup / steps.total
    : share !== undefined && share !== 'run-time' && share.of === 'run'
      ? share.value
      : 0;
  const rate = numberOf(reading, 'learning_rate', 'lr');
  const peak = rate !== undefined && rate !== 'run-time' ? num(rate.value, lang) : undefined;
  const values = sampled((at) =>
    warm > 0 && at < warm ? at / warm : shape.after(warm < 1 ? (at - warm) / (1 - warm) : 1),
  );
  const rises = shape.warms ? warmUpText(share, warm, lang) : '';
  const top = peak === undefined ? '' : either(lang, `; peak ${peak}`, `; máximo ${peak}`);
  const text = either(
    lang,
    `\`${kind}\`: the rate ${rises}${shape.en}${top}.`,
    `\`${kind}\`: la tasa ${rises}${shape.es}${top}.`,
  );
  // how much of the run warms up is not known: a picture would have to invent it
  const drawable = !shape.warms || share === undefined || warm > 0;
  const labels = {
    top: `lr ${peak ?? either(lang, 'peak', 'máx.')}`,
    left: '0',
    right: steps ? num(steps.total, lang) : either(lang, 'last step', 'último paso'),
  };
  return [
    {
      text,
      ...(drawable ? { picture: curve(values, labels, text.replaceAll('`', '')) } : {}),
      play: { explorable: 'schedule', values: { kind, warmup: warm } },
    },
  ];
}

/** How the rate rises: for a share of the run, a number of steps, or a time that only the run decides. */
function warmUpText(share: ReturnType<typeof warmupShare>, warm: number, lang: Reading['lang']): string {
  if (share === undefined) return '';
  if (share === 'run-time')
    return either(
      lang,
      'rises during a warm-up decided at run time, then ',
      'sube durante un calentamiento que se decide al ejecutar y luego ',
    );
  return warm > 0
    ? either(
        lang,
        `rises during the first ${percent(warm, lang)}, then `,
        `sube durante el primer ${percent(warm, lang)} y luego `,
      )
    : either(
        lang,
        `rises during the first ${num(share.value, lang)} steps, then `,
        `sube durante los primeros ${num(share.value, lang)} pasos y luego `,
      );
}

interface Shape {
  /** The rate after warm-up, as a share of the peak, at a share of what is left of the run. */
  readonly after: (at: number) => number;
  readonly warms: boolean;
  readonly en: string;
  readonly es: string;
}

const FALLS_LINEAR: Shape = {
  after: (at) => 1 - at,
  warms: true,
  en: 'falls in a straight line to zero',
  es: 'baja en línea recta hasta cero',
};

const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['linear', FALLS_LINEAR],
  [
    'cosine',
    {
      after: (at) => (1 + Math.cos(Math.PI * at)) / 2,
      warms: true,
      en: 'follows half a cosine down to zero',
      es: 'sigue medio coseno hasta cero',
    },
  ],
  [
    'cosine_with_restarts',
    {
      after: (at) => (at >= 1 ? 0 : (1 + Math.cos(Math.PI * (at % 1))) / 2),
      warms: true,
      en: 'follows cosines that restart at the peak, a single one unless `num_cycles` says more',
      es: 'sigue cosenos que vuelven a empezar en el máximo, uno solo salvo que `num_cycles` indique más',
    },
  ],
  [
    'polynomial',
    {
      ...FALLS_LINEAR,
      en: 'falls as a polynomial to a small end value, a straight line at its default power',
      es: 'baja como un polinomio hasta un valor final pequeño, una recta con su potencia por defecto',
    },
  ],
  [
    'constant',
    {
      after: () => 1,
      warms: false,
      en: 'stays where it is, without warm-up',
      es: 'se queda fija, sin calentamiento',
    },
  ],
  [
    'constant_with_warmup',
    { after: () => 1, warms: true, en: 'stays at its peak', es: 'se queda en su máximo' },
  ],
  [
    'inverse_sqrt',
    {
      after: (at) => 1 / Math.sqrt(1 + at * 9),
      warms: true,
      en: 'falls with the inverse square root of the step and never reaches zero',
      es: 'baja con el inverso de la raíz cuadrada del paso y nunca llega a cero',
    },
  ],
]);

/** `get_cosine_schedule_with_warmup` and its siblings. */
const NAMED = /^transformers\.get_(\w+)$/;
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['linear_schedule_with_warmup', 'linear'],
  ['cosine_schedule_with_warmup', 'cosine'],
  ['cosine_with_hard_restarts_schedule_with_warmup', 'cosine_with_restarts'],
  ['polynomial_decay_schedule_with_warmup', 'polynomial'],
  ['constant_schedule', 'constant'],
  ['constant_schedule_with_warmup', 'constant_with_warmup'],
  ['inverse_sqrt_schedule', 'inverse_sqrt'],
]);
const ASKS: ReadonlySet<string> = new Set([
  'lr_scheduler_type',
  'lr_scheduler',
  'warmup_ratio',
  'warmup_steps',
]);

function sampled(rate: (at: number) => number): number[] {
  return Array.from({ length: 61 }, (_, index) => rate(index / 60));
}
