/** Temperature, top-k, top-p and min-p over six next words. */
import type { JSX } from 'preact';
import { sampled } from '../../core/explorables/sampling.ts';
import { TOY } from '../../core/insights/decoding.ts';
import { either } from '../../core/insights/insight.ts';
import { num, percent } from '../../core/insights/number.ts';
import { Bars } from './bars.tsx';
import { Slider, useNumber } from './knobs.tsx';
import type { Figure } from './knobs.tsx';

/** The figure. */
export default function Sampling({ lang, yours }: Figure): JSX.Element {
  const temperature = useNumber(yours['temperature'], 1, 0, 3);
  const topK = useNumber(yours['top_k'], 0, 0, 100);
  const topP = useNumber(yours['top_p'], 1, 0, 1);
  const minP = useNumber(yours['min_p'], 0, 0, 1);
  const off = either(lang, 'off', 'sin usar');
  const names = TOY.names[lang];
  const { before, after, kept, choices } = sampled({
    temperature: temperature.value,
    topK: topK.value,
    topP: topP.value,
    minP: minP.value,
  });
  const share = (value: number) => percent(Math.round(value * 1000) / 1000, lang);
  return (
    <>
      <p>{either(lang, 'The cat sat on the …', 'El gato se sentó en el…')}</p>
      <Bars
        label={either(lang, 'Chance of each next word', 'Probabilidad de cada palabra siguiente')}
        lines={names.map((label, index) => ({
          label,
          share: after[index] ?? 0,
          ghost: before[index] ?? 0,
          text: share(after[index] ?? 0),
          out: (after[index] ?? 0) === 0,
        }))}
      />
      <p class="notice" aria-live="polite">
        {either(
          lang,
          `${num(kept, lang)} of ${num(names.length, lang)} words can still be chosen; the choice is as open as one among ${num(Number(choices.toPrecision(2)), lang)} equally likely words. Outlines show the shares without any setting.`,
          `Aún se pueden elegir ${num(kept, lang)} de ${num(names.length, lang)} palabras; la elección es tan abierta como entre ${num(Number(choices.toPrecision(2)), lang)} palabras igual de probables. Los contornos muestran las probabilidades sin ningún ajuste.`,
        )}
      </p>
      <Slider
        label={either(lang, 'Temperature: sharp or flat', 'Temperatura: afilada o plana')}
        knob={temperature}
        lang={lang}
        min={0}
        max={3}
        step={0.05}
        show={(value) => num(value, lang)}
      />
      <Slider
        label={either(lang, 'Top-k: only the k likeliest', 'Top-k: solo las k más probables')}
        knob={topK}
        lang={lang}
        values={[0, 1, 2, 3, 4, 5, 6]}
        show={(value) => (value === 0 ? off : num(value, lang))}
      />
      <Slider
        label={either(lang, 'Top-p: the fewest that reach p', 'Top-p: las menos que suman p')}
        knob={topP}
        lang={lang}
        min={0.05}
        max={1}
        step={0.01}
        show={(value) => (value === 1 ? off : num(value, lang))}
      />
      <Slider
        label={either(
          lang,
          'Min-p: at least this part of the likeliest',
          'Min-p: al menos esta parte de la más probable',
        )}
        knob={minP}
        lang={lang}
        min={0}
        max={1}
        step={0.01}
        show={(value) => (value === 0 ? off : num(value, lang))}
      />
      <p class="quiet">
        {either(
          lang,
          'Applied in this order, as transformers does. The scores of the six words never change.',
          'Se aplican en este orden, como en transformers. Los puntajes de las seis palabras no cambian nunca.',
        )}
      </p>
    </>
  );
}
