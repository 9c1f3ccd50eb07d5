/** The learning rate over a run: the shape, the warm-up, and how much learning it allows in all. */
import type { JSX } from 'preact';
import { meanRate, rateAt, SCHEDULES } from '../../core/explorables/schedule.ts';
import { either } from '../../core/insights/insight.ts';
import { num, percent } from '../../core/insights/number.ts';
import { Choose, Slider, useName, useNumber } from './knobs.tsx';
import type { Figure } from './knobs.tsx';
import { pathThrough, Plot } from './plot.tsx';

/** The figure. */
export default function Schedule({ lang, yours }: Figure): JSX.Element {
  const kind = useName(yours['kind'], 'cosine', SCHEDULES);
  const warmup = useNumber(yours['warmup'], 0.05, 0, 1);
  const at = useNumber(undefined, 0.5, 0, 1);
  const cycles = useNumber(undefined, 3, 1, 6);
  const run = {
    kind: kind.value,
    steps: STEPS,
    warmup: Math.round(warmup.value * STEPS),
    cycles: cycles.value,
  };
  const rate = rateAt(run, Math.round(at.value * STEPS));
  const share = (value: number) => percent(Math.round(value * 1000) / 1000, lang);
  const notice = either(
    lang,
    `After ${share(at.value)} of the run the rate is ${share(rate)} of its peak; over the whole run it is ${share(meanRate(run))} on average.`,
    `Al ${share(at.value)} de la ejecución, la tasa es el ${share(rate)} de su máximo; en toda la ejecución es, de media, el ${share(meanRate(run))}.`,
  );
  return (
    <>
      <Plot height={190} label={notice}>
        {(width) => {
          const [left, right, top, bottom] = [44, width - 10, 14, 160];
          const x = (step: number) => left + ((right - left) * step) / STEPS;
          const y = (value: number) => bottom - (bottom - top) * value;
          const points = Array.from(
            { length: STEPS + 1 },
            (_, step) => [x(step), y(rateAt(run, step))] as const,
          );
          const step = Math.round(at.value * STEPS);
          return (
            <>
              <path class="line soft" d={`M${left} ${top}V${bottom}H${right}`} />
              {run.warmup > 0 && kind.value !== 'constant' && (
                <>
                  <rect
                    class="shade fill-b"
                    x={left}
                    y={top}
                    width={x(run.warmup) - left}
                    height={bottom - top}
                  />
                </>
              )}
              <path class="line a thick" d={pathThrough(points)} />
              <path class="dash" d={`M${x(step)} ${bottom}V${y(rate)}`} />
              <circle class="fill-a" cx={x(step)} cy={y(rate)} r="5" />
              <text class="small end" x={left - 6} y={top + 6}>
                {either(lang, 'peak', 'máx.')}
              </text>
              <text class="small end" x={left - 6} y={bottom}>
                0
              </text>
              <text class="small" x={left} y={bottom + 18}>
                {either(lang, 'start', 'inicio')}
              </text>
              <text class="small end" x={right} y={bottom + 18}>
                {either(lang, 'end', 'final')}
              </text>
            </>
          );
        }}
      </Plot>
      <p class="notice" aria-live="polite">
        {notice}
      </p>
      <Choose
        label={either(lang, 'Shape', 'Forma')}
        knob={kind}
        lang={lang}
        names={{
          linear: either(lang, 'linear: straight down to zero', 'linear: en línea recta a cero'),
          cosine: either(lang, 'cosine: half a cosine', 'cosine: medio coseno'),
          cosine_with_restarts: either(
            lang,
            'cosine_with_restarts: back to the peak',
            'cosine_with_restarts: vuelve al máximo',
          ),
          polynomial: either(lang, 'polynomial: not quite to zero', 'polynomial: casi a cero'),
          constant: either(lang, 'constant: no warm-up, no decay', 'constant: sin calentamiento ni bajada'),
          constant_with_warmup: either(
            lang,
            'constant_with_warmup: up, then level',
            'constant_with_warmup: sube y se mantiene',
          ),
          inverse_sqrt: either(lang, 'inverse_sqrt: a long tail', 'inverse_sqrt: cola larga'),
        }}
      />
      <Slider
        label={either(lang, 'Warm-up, share of the run', 'Calentamiento, parte de la ejecución')}
        knob={warmup}
        lang={lang}
        min={0}
        max={1}
        step={0.01}
        show={share}
      />
      {kind.value === 'cosine_with_restarts' && (
        <Slider
          label={either(lang, 'Cycles (num_cycles)', 'Ciclos (num_cycles)')}
          knob={cycles}
          lang={lang}
          min={1}
          max={6}
          step={1}
          show={(value) => num(value, lang)}
        />
      )}
      <Slider
        label={either(lang, 'Where in the run', 'En qué momento')}
        knob={at}
        lang={lang}
        min={0}
        max={1}
        step={0.01}
        show={share}
      />
    </>
  );
}

const STEPS = 200;
