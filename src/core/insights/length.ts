/** Lengths against the context window of the model at hand. */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num, percent } from './number.ts';
import { modelOf, numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** How a maximum length stands to the model's context window, when the model is known. */
export function lengthAgainstContext(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  const argument = mention.argument ?? '';
  if (!ASKS.has(argument)) return [];
  const length = numberOf(reading, argument);
  if (length === 'run-time') return [atRunTime(`\`${argument}\``, lang)];
  const model = modelOf(reading);
  const context = model?.size?.context ?? model?.family.context;
  if (length === undefined || length.value < 1 || context === undefined || model === undefined) return [];
  // an encoder-decoder counts input and output apart; in `generate` the lengths are those of the output
  const two = model.family.architecture === 'encoder-decoder';
  const writes = GENERATES.test(mention.call?.callee ?? '');
  const [l, c, id] = [num(length.value, lang), num(context, lang), model.id];
  if (length.value > context) {
    return [
      {
        text: either(
          lang,
          `${l} tokens are more than the ${c} that \`${id}\` is made for.`,
          `${l} tokens son más que los ${c} para los que está hecho \`${id}\`.`,
        ),
      },
    ];
  }
  const share = percent(length.value / context, lang);
  const cut = /Tokenizer/.test(mention.call?.callee ?? '') && truncates(reading);
  const rest = cut
    ? either(lang, '; longer texts are cut', '; los textos más largos se cortan')
    : writes && !two
      ? either(lang, ', prompt and answer together', ', contando juntos el prompt y la respuesta')
      : '';
  const what =
    two && (writes || NEW_TOKENS.has(argument))
      ? either(
          lang,
          `Up to ${l} tokens of output; \`${id}\` is made for ${c}, and reads its input apart.`,
          `Hasta ${l} tokens de salida; \`${id}\` está hecho para ${c} y lee su entrada aparte.`,
        )
      : NEW_TOKENS.has(argument)
        ? either(
            lang,
            `Up to ${l} new tokens; the prompt shares the window of ${c} tokens of \`${id}\` with them.`,
            `Hasta ${l} tokens nuevos; el prompt comparte con ellos la ventana de ${c} tokens de \`${id}\`.`,
          )
        : either(
            lang,
            `${l} tokens use ${share} of the window of \`${id}\` (${c})${rest}.`,
            `${l} tokens ocupan el ${share} de la ventana de \`${id}\` (${c})${rest}.`,
          );
  return [{ text: what }];
}

function truncates(reading: Reading): boolean {
  const { value } = reading.mention.call?.args.get('truncation') ?? {};
  return value === true || value === 'longest_first';
}

const GENERATES = /generate$|GenerationConfig$|LLM$/;
const NEW_TOKENS: ReadonlySet<string> = new Set(['max_new_tokens', 'max_completion_length', 'max_tokens']);
const ASKS: ReadonlySet<string> = new Set([
  'max_length',
  'max_seq_length',
  'max_seq_len',
  'model_max_length',
  'cutoff_len',
  'sequence_len',
  'max_model_len',
  ...NEW_TOKENS,
]);
