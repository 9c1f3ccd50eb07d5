/** A new classification head: how large it is, and that it starts from random numbers. */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num } from './number.ts';
import { numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** What `num_labels` adds to a pretrained body. */
export function newHead(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (mention.argument !== 'num_labels') return [];
  const labels = numberOf(reading, 'num_labels');
  if (labels === 'run-time') return [atRunTime('`num_labels`', lang)];
  if (labels === undefined || labels.value < 1) return [];
  const n = num(labels.value, lang);
  const outputs =
    labels.value === 1
      ? either(
          lang,
          'One output, which transformers trains as regression unless told otherwise.',
          'Una salida, que transformers entrena como regresión si no se indica otra cosa.',
        )
      : either(lang, `${n} outputs, one score per class.`, `${n} salidas, una puntuación por clase.`);
  const hidden = mention.model?.size?.hidden;
  const size =
    hidden === undefined
      ? ''
      : either(
          lang,
          ` A new output layer: ${num(hidden, lang)} × ${n} + ${n} = ${num(hidden * labels.value + labels.value, lang)} weights.`,
          ` Una capa de salida nueva: ${num(hidden, lang)} × ${n} + ${n} = ${num(hidden * labels.value + labels.value, lang)} pesos.`,
        );
  const random = either(
    lang,
    ' Random until it is trained, unless the checkpoint brings a head of this size.',
    ' Es aleatoria hasta que se entrena, salvo que el checkpoint traiga una cabeza de ese tamaño.',
  );
  return [{ text: outputs + size + random }];
}
