/** Memory of a model while it generates: its weights in a number format, and the cache that grows with the text. */
import type { JSX } from 'preact';
import { cacheBytesPerToken, memoryNeed, smallestCard } from '../../core/explorables/memory.ts';
import { nearestShape, shapeOf, SHAPES, weightsInBlocks } from '../../core/explorables/shapes.ts';
import { either } from '../../core/insights/insight.ts';
import { bytes, counted, num } from '../../core/insights/number.ts';
import { Bars } from './bars.tsx';
import { Choose, Slider, useName, useNumber } from './knobs.tsx';
import type { Figure, Knob } from './knobs.tsx';

/** The figure. */
export default function Memory({ lang, yours }: Figure): JSX.Element {
  const own = typeof yours['parameters'] === 'number' ? yours['parameters'] : undefined;
  const model = useName(own === undefined ? undefined : OWN, 'llama-3.1-8b', [OWN, ...MODELS]);
  const bits = useName(formatOf(yours['bits']), '16', FORMATS);
  const tokens = useNumber(yours['tokens'], 4096, 1, 1_000_000);
  const batch = useNumber(yours['batch'], 1, 1, 4096);
  const cacheBits = useName(undefined, '16', ['16', '8', '4'] as const);
  const isOwn = model.value === OWN && own !== undefined;
  const shape = isOwn ? nearestShape(own) : shapeOf(model.value);
  const parameters = isOwn ? own : shape.parameters;
  const share = weightsInBlocks(shape) / shape.parameters;
  const given = typeof yours['in_blocks'] === 'number' ? yours['in_blocks'] : undefined;
  const need = memoryNeed(shape, {
    parameters,
    inBlocks: (isOwn ? given : undefined) ?? parameters * share,
    bits: Number(bits.value),
    tokens: tokens.value,
    batch: batch.value,
    cacheBits: Number(cacheBits.value),
  });
  const card = smallestCard(need.total);
  const room = card ?? need.total;
  const perToken = bytes(cacheBytesPerToken(shape, Number(cacheBits.value)), lang);
  return (
    <>
      <Bars
        label={either(lang, 'Memory', 'Memoria')}
        lines={[
          {
            label: either(lang, 'weights', 'pesos'),
            share: need.weights / room,
            text: bytes(need.weights, lang),
          },
          {
            label: either(lang, 'KV cache', 'caché KV'),
            share: need.cache / room,
            text: bytes(need.cache, lang),
            accent: 'b',
          },
          {
            label: either(lang, 'together', 'en total'),
            share: need.total / room,
            text: bytes(need.total, lang),
            accent: 'c',
            strong: true,
          },
        ]}
      />
      <p class="notice" aria-live="polite">
        {card === undefined
          ? either(lang, 'More than any single card holds. ', 'Más de lo que cabe en una sola tarjeta. ')
          : either(
              lang,
              `Fits a card of ${bytes(card, lang)}, before activations and the framework. `,
              `Cabe en una tarjeta de ${bytes(card, lang)}, sin contar activaciones ni el entorno. `,
            )}
        {need.cache > need.weights
          ? either(
              lang,
              `The cache outweighs the model: every token of every sequence adds ${perToken}.`,
              `La caché pesa más que el modelo: cada token de cada secuencia suma ${perToken}.`,
            )
          : either(
              lang,
              `Weights are paid once; every token of every sequence adds ${perToken} of cache.`,
              `Los pesos se pagan una vez; cada token de cada secuencia suma ${perToken} de caché.`,
            )}
      </p>
      <Choose
        label={either(lang, 'Model', 'Modelo')}
        knob={model as Knob<string>}
        lang={lang}
        names={{
          ...(own === undefined
            ? {}
            : { [OWN]: counted(own, either(lang, 'parameters', 'parámetros'), lang) }),
          ...Object.fromEntries(SHAPES.map(({ id, name }) => [id, name])),
        }}
      />
      {isOwn && (
        <p class="quiet">
          {either(
            lang,
            `The cache is that of ${shape.name}, the nearest in size.`,
            `La caché es la de ${shape.name}, el más cercano en tamaño.`,
          )}
        </p>
      )}
      <Choose
        label={either(lang, 'Weights in', 'Pesos en')}
        knob={bits}
        lang={lang}
        names={{
          '32': '32 bits (float32)',
          '16': '16 bits (bfloat16)',
          '8': '8 bits (int8)',
          '4.5': either(lang, '4 bits (NF4, with constants)', '4 bits (NF4, con sus constantes)'),
          '4.127': either(lang, '4 bits (NF4, double quantization)', '4 bits (NF4, doble cuantización)'),
        }}
      />
      {Number(bits.value) < 16 && (
        <p class="quiet">
          {either(
            lang,
            'Embeddings and output layer stay in 16 bits.',
            'Los embeddings y la capa de salida se quedan en 16 bits.',
          )}
        </p>
      )}
      <Slider
        label={either(lang, 'Tokens of a sequence', 'Tokens de una secuencia')}
        knob={tokens}
        lang={lang}
        values={[256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072]}
        show={(value) => num(value, lang)}
      />
      <Slider
        label={either(lang, 'Sequences at a time', 'Secuencias a la vez')}
        knob={batch}
        lang={lang}
        values={[1, 2, 4, 8, 16, 32, 64, 128]}
        show={(value) => num(value, lang)}
      />
      <Choose
        label={either(lang, 'Cache in', 'Caché en')}
        knob={cacheBits}
        lang={lang}
        names={{ '16': '16 bits', '8': '8 bits', '4': '4 bits' }}
      />
    </>
  );
}

/** The entry for the model of the user's line. */
const OWN = 'own';
const MODELS: readonly string[] = SHAPES.map(({ id }) => id);
const FORMATS = ['32', '16', '8', '4.5', '4.127'] as const;

function formatOf(bits: number | string | undefined): string | undefined {
  return typeof bits === 'number' ? String(bits) : undefined;
}
