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
          ` Its output layer has ${num(hidden, lang)} × ${n} + ${n} = ${num(hidden * labels.value + labels.value, lang)} weights.`,
          ` Su capa de salida tiene ${num(hidden, lang)} × ${n} + ${n} = ${num(hidden * labels.value + labels.value, lang)} pesos.`,
        );
  const random = either(
    lang,
    ' The head is new unless the checkpoint brings one of this size: random until it is trained.',
    ' La cabeza es nueva, salvo que el punto de control traiga una de ese tamaño: es aleatoria hasta que se entrena.',
  );
  return [{ text: outputs + size + random }];
}
