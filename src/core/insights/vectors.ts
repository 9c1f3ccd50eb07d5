/** The width of text embeddings: what one text and a million of them take. */
import { either } from './insight.ts';
import type { Insight } from './insight.ts';
import { bytes, num } from './number.ts';
import { modelOf, numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** How many numbers a sentence encoder gives for a text, at the class, its `encode` and `truncate_dim`. */
export function vectorWidth(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (!ENCODER.test(mention.call?.callee ?? '')) return [];
  if (mention.argument !== undefined && mention.argument !== 'truncate_dim') return [];
  const model = modelOf(reading);
  const hidden = model?.size?.hidden;
  const cut = numberOf(reading, 'truncate_dim');
  if (model === undefined || hidden === undefined || cut === 'run-time') return [];
  const width = cut !== undefined && cut.value >= 1 ? Math.min(cut.value, hidden) : hidden;
  const of = width < hidden ? either(lang, ` of ${num(hidden, lang)}`, ` de ${num(hidden, lang)}`) : '';
  return [
    {
      text: either(
        lang,
        `\`${model.id}\` turns each text into ${num(width, lang)}${of} numbers; a million texts take ${bytes(width * 4e6, lang)} in 32 bits.`,
        `\`${model.id}\` convierte cada texto en ${num(width, lang)}${of} números; un millón de textos ocupa ${bytes(width * 4e6, lang)} en 32 bits.`,
      ),
    },
  ];
}

const ENCODER = /^sentence_transformers\.SentenceTransformer(\(\)\.encode(_query|_document)?)?$/;
