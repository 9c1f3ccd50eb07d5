/** Sizes of layers: how many weights a table or a matrix has, how wide an attention head is. */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { bytes, counted, num } from './number.ts';
import { flagOf, numberOf } from './reading.ts';
import type { KnownNumber, Reading } from './reading.ts';

/** `nn.Embedding(V, d)`: V × d weights, and their memory in 32 bits. */
export function embeddingTable(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (!/^torch\.nn\.Embedding$|^keras\.layers\.Embedding$/.test(mention.call?.callee ?? '')) return [];
  const rows = numberOf(reading, 'num_embeddings', 'input_dim');
  const width = numberOf(reading, 'embedding_dim', 'output_dim');
  if (rows === 'run-time' || width === 'run-time')
    return [atRunTime(either(lang, 'The size of the table', 'El tamaño de la tabla'), lang)];
  if (!bothPositive(rows, width)) return [];
  const weights = rows!.value * width!.value;
  return [
    {
      text: either(
        lang,
        `A table of ${num(rows!.value, lang)} rows with ${num(width!.value, lang)} numbers each: ${counted(weights, 'weights', lang)}, ${bytes(weights * 4, lang)} in 32 bits.`,
        `Una tabla de ${num(rows!.value, lang)} filas con ${num(width!.value, lang)} números cada una: ${counted(weights, 'pesos', lang)}, ${bytes(weights * 4, lang)} en 32 bits.`,
      ),
    },
  ];
}

/** `nn.Linear(in, out)`: in × out weights, and out biases. */
export function linearLayer(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (mention.call?.callee !== 'torch.nn.Linear') return [];
  const [from, to] = [numberOf(reading, 'in_features'), numberOf(reading, 'out_features')];
  if (from === 'run-time' || to === 'run-time')
    return [atRunTime(either(lang, 'The size of the layer', 'El tamaño de la capa'), lang)];
  if (!bothPositive(from, to)) return [];
  const bias = flagOf(reading, 'bias') !== false;
  const weights = from!.value * to!.value + (bias ? to!.value : 0);
  const sum = `${num(from!.value, lang)} × ${num(to!.value, lang)}${bias ? ` + ${num(to!.value, lang)}` : ''} = ${num(weights, lang)}`;
  return [
    {
      text: either(
        lang,
        `${sum} weights${bias ? ', the biases included' : ', no biases'}.`,
        `${sum} pesos${bias ? ', sesgos incluidos' : ', sin sesgos'}.`,
      ),
    },
  ];
}

/** `d_model / nhead`: the width of each attention head. */
export function headWidth(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (!/^torch\.nn\.(MultiheadAttention|Transformer\w*)$/.test(mention.call?.callee ?? '')) return [];
  if (mention.argument !== undefined && !HEADS.has(mention.argument)) return [];
  const [width, heads] = [numberOf(reading, 'd_model', 'embed_dim'), numberOf(reading, 'nhead', 'num_heads')];
  if (width === 'run-time' || heads === 'run-time')
    return [atRunTime(either(lang, 'The width of a head', 'El ancho de una cabeza'), lang)];
  if (!bothPositive(width, heads)) return [];
  if (width!.value % heads!.value !== 0) {
    return [
      {
        text: either(
          lang,
          `${num(width!.value, lang)} is not divisible by ${num(heads!.value, lang)} heads: PyTorch refuses this layer.`,
          `${num(width!.value, lang)} no es divisible entre ${num(heads!.value, lang)} cabezas: PyTorch rechaza esta capa.`,
        ),
      },
    ];
  }
  const each = num(width!.value / heads!.value, lang);
  return [
    {
      text: either(
        lang,
        `${num(heads!.value, lang)} heads of ${num(width!.value, lang)} / ${num(heads!.value, lang)} = ${each} dimensions; their scores are divided by √${each}.`,
        `${num(heads!.value, lang)} cabezas de ${num(width!.value, lang)} / ${num(heads!.value, lang)} = ${each} dimensiones; sus puntajes se dividen entre √${each}.`,
      ),
    },
  ];
}

const HEADS: ReadonlySet<string> = new Set(['d_model', 'embed_dim', 'nhead', 'num_heads']);

function bothPositive(a: KnownNumber | undefined, b: KnownNumber | undefined): boolean {
  return a !== undefined && b !== undefined && a.value > 0 && b.value > 0;
}
