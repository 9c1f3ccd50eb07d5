/** The memory that a model's weights take in a number format. 4-bit sizes with the constants of QLoRA (Dettmers et al. 2023). */
import { weightBytes } from '../explorables/memory.ts';
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { adaptableLayers } from './loraTargets.ts';
import { bytes, counted } from './number.ts';
import { flagOf, innerCall, modelOf, textOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** Weights of the model at hand in the format that the call asks for, beside 32 and 16 bits. */
export function weightMemory(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  const asks =
    ASKS.has(mention.argument ?? '') || /(^|\.)BitsAndBytesConfig$/.test(mention.call?.callee ?? '');
  const model = modelOf(reading);
  const parameters = model?.size?.parameters;
  if (!asks || model === undefined) return [];
  const format = formatOf(reading);
  if (format === 'run-time')
    return [atRunTime(either(lang, 'The memory of the weights', 'La memoria de los pesos'), lang)];
  if (format === undefined || parameters === undefined) return [];
  const inBlocks = adaptableLayers(model)?.layers.reduce(
    (sum, { from, to, times }) => sum + from * to * times,
    0,
  );
  const isNarrow = format.bits < 16;
  if (isNarrow && inBlocks === undefined) return [];
  const size = (bits: number) => bytes(weightBytes(parameters, inBlocks ?? parameters, bits), lang);
  const { id } = model;
  const others = [16, 32].filter((bits) => bits !== format.bits);
  const beside = others
    .map((bits) => either(lang, `${size(bits)} in ${bits} bits`, `${size(bits)} en ${bits} bits`))
    .join(', ');
  return [
    {
      text: either(
        lang,
        `\`${id}\`, ${counted(parameters, 'parameters', lang)}: about ${size(format.bits)} of weights in ${format.name.en}${isNarrow ? ', embeddings and output layer in 16' : ''}; ${beside}.`,
        `\`${id}\`, ${counted(parameters, 'parámetros', lang)}: unos ${size(format.bits)} de pesos en ${format.name.es}${isNarrow ? ', con embeddings y capa de salida en 16' : ''}; ${beside}.`,
      ),
      play: {
        explorable: 'memory',
        values: { parameters, bits: format.bits, ...(inBlocks === undefined ? {} : { in_blocks: inBlocks }) },
      },
    },
  ];
}

interface Format {
  readonly bits: number;
  readonly name: { readonly en: string; readonly es: string };
}

const FORMATS = {
  float32: { bits: 32, name: { en: '32 bits', es: '32 bits' } },
  half: { bits: 16, name: { en: '16 bits', es: '16 bits' } },
  int8: { bits: 8, name: { en: '8 bits', es: '8 bits' } },
  // One 32-bit constant for 64 weights adds 0.5 bits; quantizing the constants too leaves 0.127 (QLoRA, section 3).
  four: { bits: 4.5, name: { en: '4 bits (with its constants)', es: '4 bits (con sus constantes)' } },
  fourTwice: {
    bits: 4.127,
    name: { en: '4 bits (constants quantized too)', es: '4 bits (constantes también cuantizadas)' },
  },
} as const satisfies Record<string, Format>;

const DTYPES: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['float32', FORMATS.float32],
  ['float16', FORMATS.half],
  ['half', FORMATS.half],
  ['bfloat16', FORMATS.half],
]);

function formatOf(reading: Reading): Format | 'run-time' | undefined {
  const inner = innerCall(reading.mention.call?.args.get('quantization_config'));
  const at = inner ? { ...reading, mention: { ...reading.mention, call: inner } } : reading;
  const [four, eight] = [flagOf(at, 'load_in_4bit'), flagOf(at, 'load_in_8bit')];
  if (four === 'run-time' || eight === 'run-time') return 'run-time';
  if (four === true)
    return flagOf(at, 'bnb_4bit_use_double_quant') === true ? FORMATS.fourTwice : FORMATS.four;
  if (eight === true) return FORMATS.int8;
  const dtype = textOf(at, 'dtype', 'torch_dtype');
  return dtype === 'run-time' ? 'run-time' : DTYPES.get(dtype ?? '');
}

const ASKS: ReadonlySet<string> = new Set([
  'load_in_4bit',
  'load_in_8bit',
  'quantization_config',
  'dtype',
  'torch_dtype',
  'bnb_4bit_use_double_quant',
  'bnb_4bit_quant_type',
]);
