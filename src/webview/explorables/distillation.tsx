/** Soft targets: what a teacher's wrong answers tell, and how temperature brings it out. */
import type { JSX } from 'preact';
import { CLASSROOM, lesson } from '../../core/explorables/distillation.ts';
import { either } from '../../core/insights/insight.ts';
import { num, percent } from '../../core/insights/number.ts';
import { Bars } from './bars.tsx';
import { Slider, useNumber } from './knobs.tsx';
import type { Figure } from './knobs.tsx';

/** The figure. */
export default function Distillation({ lang, yours }: Figure): JSX.Element {
  const temperature = useNumber(yours['temperature'], 1, 1, 20);
  const alpha = useNumber(yours['alpha'], 0.1, 0, 1);
  const classes = CLASSROOM.classes[lang];
  const { teacher, student, divergence, hard, loss } = lesson(temperature.value, alpha.value);
  const share = (value: number) => percent(Number(value.toPrecision(2)), lang);
  const soft = temperature.value ** 2 * divergence;
  const ratio = (teacher[1] ?? 0) / (teacher[4] ?? 1);
  const lines = (shares: readonly number[], accent: 'a' | 'b') =>
    classes.map((label, index) => ({
      label,
      share: shares[index] ?? 0,
      text: share(shares[index] ?? 0),
      accent,
      strong: index === CLASSROOM.right,
    }));
  return (
    <>
      <p>{either(lang, 'A picture of a dog.', 'La foto de un perro.')}</p>
      <h2>{either(lang, 'The teacher says', 'El profesor dice')}</h2>
      <Bars label={either(lang, 'Teacher', 'Profesor')} lines={lines(teacher, 'a')} />
      <h2>{either(lang, 'The student says', 'El alumno dice')}</h2>
      <Bars label={either(lang, 'Student', 'Alumno')} lines={lines(student, 'b')} />
      <p class="notice" aria-live="polite">
        {temperature.value < 2
          ? either(
              lang,
              `The teacher gives all but ${share(1 - (teacher[0] ?? 0))} to the right class: hardly more than the label says. Raise the temperature.`,
              `El profesor da casi todo a la clase correcta y deja el ${share(1 - (teacher[0] ?? 0))}: apenas dice más que la etiqueta. Conviene subir la temperatura.`,
            )
          : either(
              lang,
              `Now the teacher's view of the wrong classes shows: a wolf is ${num(Number(ratio.toPrecision(2)), lang)} times as likely as a lorry. No label says that.`,
              `Ahora se ve qué opina el profesor de las clases equivocadas: un lobo es ${num(Number(ratio.toPrecision(2)), lang)} veces más probable que un camión. Ninguna etiqueta dice eso.`,
            )}
      </p>
      <Slider
        label={either(lang, 'Temperature of both', 'Temperatura de ambos')}
        knob={temperature}
        lang={lang}
        min={1}
        max={20}
        step={0.5}
        show={(value) => num(value, lang)}
      />
      <Slider
        label={either(lang, 'Weight of the label', 'Peso de la etiqueta')}
        knob={alpha}
        lang={lang}
        min={0}
        max={1}
        step={0.05}
        show={(value) => num(value, lang)}
      />
      <dl class="facts">
        <div>
          <dt>{either(lang, 'From the label: cross-entropy', 'De la etiqueta: entropía cruzada')}</dt>
          <dd>{num(Number(hard.toPrecision(3)), lang)}</dd>
        </div>
        <div>
          <dt>{either(lang, 'From the teacher: T² · KL', 'Del profesor: T² · KL')}</dt>
          <dd>{num(Number(soft.toPrecision(3)), lang)}</dd>
        </div>
        <div>
          <dt>{either(lang, 'Loss', 'Pérdida')}</dt>
          <dd>{num(Number(loss.toPrecision(3)), lang)}</dd>
        </div>
      </dl>
    </>
  );
}
