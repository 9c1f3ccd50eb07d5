/** How a score fades with distance under three ways of telling positions, and what a sinusoidal encoding looks like. */
import type { JSX } from 'preact';
import { closeness, sinusoidal } from '../../core/explorables/positions.ts';
import { either } from '../../core/insights/insight.ts';
import { num, percent } from '../../core/insights/number.ts';
import { Choose, Slider, useName, useNumber } from './knobs.tsx';
import type { Figure } from './knobs.tsx';
import { pathThrough, Plot } from './plot.tsx';

/** The figure. */
export default function Positions({ lang, yours }: Figure): JSX.Element {
  const kind = useName(yours['kind'], 'rope', ['sinusoidal', 'rope', 'alibi'] as const);
  const base = useNumber(yours['base'], 10_000, 100, 5_000_000);
  const heads = useNumber(yours['heads'], 8, 1, 64);
  const reach = useNumber(undefined, 64, 16, 8192);
  const at = useNumber(undefined, 0.25, 0, 1);
  const settings = { kind: kind.value, width: WIDTH, base: base.value, heads: heads.value };
  const distance = Math.round(at.value * reach.value);
  const score = closeness(settings, distance);
  const share = percent(Math.round(score * 1000) / 1000, lang);
  const notice = either(
    lang,
    `Two equal words ${num(distance, lang)} tokens apart: ${kind.value === 'alibi' ? `their weight is multiplied by ${num(score, lang)}` : `their score is ${share} of what it is side by side`}.`,
    `Dos palabras iguales a ${num(distance, lang)} tokens: ${kind.value === 'alibi' ? `su peso se multiplica por ${num(score, lang)}` : `su puntaje es el ${share} del que tienen sin distancia`}.`,
  );
  return (
    <>
      <Choose
        label={either(lang, 'Positions by', 'Posiciones con')}
        knob={kind}
        lang={lang}
        names={{
          rope: either(lang, 'rotation (RoPE)', 'rotación (RoPE)'),
          sinusoidal: either(lang, 'added sines and cosines', 'senos y cosenos sumados'),
          alibi: either(lang, 'a penalty on distance (ALiBi)', 'una penalización por distancia (ALiBi)'),
        }}
      />
      <Plot height={190} label={notice}>
        {(width) => {
          const [left, right, top, bottom] = [44, width - 10, 12, 160];
          const x = (d: number) => left + ((right - left) * d) / reach.value;
          const y = (value: number) => bottom - ((bottom - top) * (value + 0.3)) / 1.3;
          const count = Math.min(reach.value, 300);
          const points = Array.from({ length: count + 1 }, (_, index) => {
            const d = (reach.value * index) / count;
            return [x(d), y(closeness(settings, d))] as const;
          });
          return (
            <>
              <path class="line soft" d={`M${left} ${top}V${bottom}M${left} ${y(0)}H${right}`} />
              <path class="line a thick" d={pathThrough(points)} />
              <path class="dash" d={`M${x(distance)} ${y(0)}V${y(score)}`} />
              <circle class="fill-a" cx={x(distance)} cy={y(score)} r="5" />
              <text class="small end" x={left - 6} y={y(1) + 5}>
                {percent(1, lang)}
              </text>
              <text class="small end" x={left - 6} y={y(0) + 5}>
                0
              </text>
              <text class="small end" x={right} y={bottom + 18}>
                {num(reach.value, lang)} tokens
              </text>
              <text class="small" x={left} y={bottom + 18}>
                0
              </text>
            </>
          );
        }}
      </Plot>
      <p class="notice" aria-live="polite">
        {notice}{' '}
        {kind.value === 'rope'
          ? either(
              lang,
              'Only the distance counts, not the place; a larger base makes it fade later, which is how contexts are stretched.',
              'Solo cuenta la distancia, no el lugar; con una base mayor se desvanece más tarde, y así se alargan los contextos.',
            )
          : kind.value === 'alibi'
            ? either(
                lang,
                'The fall never turns back: each head has its own steepness, this is the steepest.',
                'La bajada nunca se revierte: cada cabeza tiene su propia pendiente y esta es la mayor.',
              )
            : either(
                lang,
                'The curve waves: distance is told, but not by one number that only falls.',
                'La curva ondula: la distancia se nota, pero no con un número que solo baje.',
              )}
      </p>
      <Slider
        label={either(lang, 'Distance', 'Distancia')}
        knob={at}
        lang={lang}
        min={0}
        max={1}
        step={0.01}
        show={() => num(distance, lang)}
      />
      <Slider
        label={either(lang, 'Longest distance shown', 'Mayor distancia mostrada')}
        knob={reach}
        lang={lang}
        values={[16, 64, 256, 1024, 4096, 8192]}
        show={(value) => num(value, lang)}
      />
      {kind.value === 'rope' && (
        <Slider
          label={either(lang, 'Base (rope_theta)', 'Base (rope_theta)')}
          knob={base}
          lang={lang}
          values={[100, 1000, 10_000, 100_000, 500_000, 1_000_000]}
          show={(value) => num(value, lang)}
        />
      )}
      {kind.value === 'alibi' && (
        <Slider
          label={either(lang, 'Heads of the layer', 'Cabezas de la capa')}
          knob={heads}
          lang={lang}
          values={[1, 2, 4, 8, 16, 32, 64]}
          show={(value) => num(value, lang)}
        />
      )}
      {kind.value === 'sinusoidal' && (
        <Plot
          height={ROWS * CELL}
          label={either(
            lang,
            'The encodings of 24 positions as rows: fast waves on the left, slow ones on the right.',
            'Las codificaciones de 24 posiciones en filas: ondas rápidas a la izquierda, lentas a la derecha.',
          )}
        >
          {(width) =>
            Array.from({ length: ROWS }, (_, position) => (
              <g key={position}>
                {sinusoidal(position, 32).map((value, index) => (
                  <rect
                    key={index}
                    class={value >= 0 ? 'fill-a' : 'fill-b'}
                    fill-opacity={Math.abs(value)}
                    x={(width / 32) * index}
                    y={CELL * position}
                    width={width / 32 - 1}
                    height={CELL - 1}
                  />
                ))}
              </g>
            ))
          }
        </Plot>
      )}
    </>
  );
}

const WIDTH = 64;
const ROWS = 24;
const CELL = 8;
