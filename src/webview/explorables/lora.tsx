/** What rank, alpha and target modules cost and do on a base model. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { loraCost } from '../../core/explorables/lora.ts';
import { SHAPES, shapeOf } from '../../core/explorables/shapes.ts';
import { either } from '../../core/insights/insight.ts';
import { bytes, counted, num, percent } from '../../core/insights/number.ts';
import { Choose, Slider, Switch, useName, useNumber } from './knobs.tsx';
import type { Figure } from './knobs.tsx';
import { Plot } from './plot.tsx';

/** The figure. */
export default function Lora({ lang, yours }: Figure): JSX.Element {
  const model = useName(yours['model'], 'llama-3.1-8b', MODELS);
  const targets = useName(yours['targets'], 'all-linear', [
    'query-value',
    'attention',
    'all-linear',
  ] as const);
  const rank = useNumber(yours['r'], 8, 1, 1024);
  const alpha = useNumber(yours['alpha'], 16, 0, 4096);
  const [stabilized, setStabilized] = useState(yours['rslora'] === 1);
  const shape = shapeOf(model.value);
  const { trained, share, scale } = loraCost(shape, targets.value, rank.value, alpha.value, stabilized);
  const formula = stabilized ? 'α/√r' : 'α/r';
  // Adam keeps two more numbers for each trained weight: 4 bytes of weight, 4 of gradient, 8 of state.
  const training = bytes(trained * 16, lang);
  return (
    <>
      <Plot
        height={150}
        label={either(
          lang,
          `A frozen matrix of ${num(shape.hidden, lang)} by ${num(shape.hidden, lang)} beside A and B, ${num(rank.value, lang)} wide.`,
          `Una matriz congelada de ${num(shape.hidden, lang)} por ${num(shape.hidden, lang)} junto a A y B, de ancho ${num(rank.value, lang)}.`,
        )}
      >
        {(width) => {
          const side = Math.min(110, width * 0.34);
          // The true width would be invisible (8 of 4,096): the square root keeps the order and stays in sight.
          const thin = Math.max(2, side * Math.sqrt(rank.value / shape.hidden) * 0.9);
          const left = (width - side * 2 - thin - 70) / 2;
          const top = 8;
          const x = left + side + 46;
          return (
            <>
              <rect class="box soft" x={left} y={top} width={side} height={side} />
              <text class="middle" x={left + side / 2} y={top + side / 2 + 5}>
                W₀
              </text>
              <text class="middle strong" x={left + side + 24} y={top + side / 2 + 5}>
                + {num(Number(scale.toPrecision(3)), lang)} ·
              </text>
              <rect class="box a" x={x} y={top} width={thin} height={side} />
              <text class="middle small" x={x + thin / 2} y={top + side + 16}>
                B
              </text>
              <rect class="box b" x={x + thin + 8} y={top} width={side} height={thin} />
              <text class="middle small" x={x + thin + 8 + side / 2} y={top + thin + 16}>
                A
              </text>
            </>
          );
        }}
      </Plot>
      <dl class="facts">
        <div>
          <dt>{either(lang, 'Trained', 'Se entrenan')}</dt>
          <dd>{counted(trained, either(lang, 'parameters', 'parámetros'), lang)}</dd>
        </div>
        <div>
          <dt>{either(lang, 'Of the model', 'Del modelo')}</dt>
          <dd>{percent(Number(share.toPrecision(3)), lang)}</dd>
        </div>
        <div>
          <dt>
            {either(lang, 'Scale', 'Escala')} {formula}
          </dt>
          <dd>{num(Number(scale.toPrecision(4)), lang)}</dd>
        </div>
        <div>
          <dt>{either(lang, 'To train them with Adam', 'Para entrenarlos con Adam')}</dt>
          <dd>{training}</dd>
        </div>
      </dl>
      <p class="notice" aria-live="polite">
        {scale >= 1
          ? either(
              lang,
              `Twice the rank trains twice as many parameters and, with α fixed, ${stabilized ? 'divides the scale by 1.41' : 'halves the scale'}.`,
              `El doble de rango entrena el doble de parámetros y, con α fija, ${stabilized ? 'divide la escala entre 1,41' : 'reduce la escala a la mitad'}.`,
            )
          : either(
              lang,
              `The update counts for less than what it learns: scale ${num(scale, lang)}. Raise α with the rank, or use rsLoRA.`,
              `La actualización cuenta menos de lo que aprende: escala ${num(scale, lang)}. Conviene subir α con el rango o usar rsLoRA.`,
            )}
      </p>
      <Choose
        label={either(lang, 'Base model', 'Modelo base')}
        knob={model}
        lang={lang}
        names={Object.fromEntries(SHAPES.map(({ id, name }) => [id, name]))}
      />
      <Choose
        label={either(lang, 'Adapted matrices', 'Matrices adaptadas')}
        knob={targets}
        lang={lang}
        names={{
          'query-value': either(lang, 'queries and values', 'consultas y valores'),
          attention: either(lang, 'all of attention', 'toda la atención'),
          'all-linear': either(lang, 'every linear layer', 'todas las capas lineales'),
        }}
      />
      <Slider
        label={either(lang, 'Rank r', 'Rango r')}
        knob={rank}
        lang={lang}
        values={[1, 2, 4, 8, 16, 32, 64, 128, 256]}
        show={(value) => num(value, lang)}
      />
      <Slider
        label="Alpha (lora_alpha)"
        knob={alpha}
        lang={lang}
        values={[1, 2, 4, 8, 16, 32, 64, 128, 256, 512]}
        show={(value) => num(value, lang)}
      />
      <Switch
        label={either(lang, 'rsLoRA: divide α by √r', 'rsLoRA: dividir α entre √r')}
        knob={{ value: stabilized, set: setStabilized }}
      />
    </>
  );
}

const MODELS: readonly string[] = SHAPES.map(({ id }) => id);
