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
      : either(lang, `${n} outputs, one score per class.`, `${n} salidas, un puntaje por clase.`);
  // OPT-350M narrows its width of 1,024 to 512 before any head (config.json: `word_embed_proj_dim`)
  const hidden = /opt-350m$/i.test(mention.model?.id ?? '') ? 512 : mention.model?.size?.hidden;
  // decoders score texts with a layer without biases (transformers 5.18, modeling_layers.py: `self.score`)
  const bare = mention.model?.family.architecture === 'decoder-only';
  const weights = num((hidden ?? 0) * labels.value + (bare ? 0 : labels.value), lang);
  const sum = `${hidden === undefined ? '' : num(hidden, lang)} × ${n}${bare ? '' : ` + ${n}`} = ${weights}`;
  const size =
    hidden === undefined
      ? ''
      : either(lang, ` A new output layer: ${sum} weights.`, ` Una capa de salida nueva: ${sum} pesos.`);
  const random = either(
    lang,
    ' Random until it is trained, unless the checkpoint brings a head of this size.',
    ' Es aleatoria hasta que se entrena, salvo que el checkpoint traiga una cabeza de ese tamaño.',
  );
  return [{ text: outputs + size + random }];
}
