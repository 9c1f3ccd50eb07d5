/** Text splitters: how much of each chunk is new, and how many a document gives. */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num, percent } from './number.ts';
import { asksFor, numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** Chunk size and overlap as shares, and the chunks of a document of 10,000 units. */
export function chunkOverlap(reading: Reading): Insight[] {
  const { lang } = reading;
  if (!asksFor(reading, ASKS)) return [];
  // its chunks are as long as `tokens_per_chunk` says, or the model takes
  if (/\.SentenceTransformersTokenTextSplitter$/.test(reading.mention.call?.callee ?? '')) return [];
  const [size, overlap] = [numberOf(reading, 'chunk_size'), numberOf(reading, 'chunk_overlap')];
  if (size === 'run-time' || overlap === 'run-time')
    return [atRunTime(either(lang, 'The chunks', 'Los fragmentos'), lang)];
  if (size === undefined || overlap === undefined || size.value <= 0 || overlap.value < 0) return [];
  // a larger overlap is an error, which is the heads-up's to say
  if (overlap.value > size.value) return [];
  if (overlap.value === size.value) {
    return [
      {
        text: either(
          lang,
          `The overlap (${num(overlap.value, lang)}) must be smaller than the chunk (${num(size.value, lang)}).`,
          `El solapamiento (${num(overlap.value, lang)}) debe ser menor que el fragmento (${num(size.value, lang)}).`,
        ),
      },
    ];
  }
  const fresh = size.value - overlap.value;
  const chunks = size.value >= 10_000 ? 1 : Math.ceil((10_000 - overlap.value) / fresh);
  return [
    {
      text: either(
        lang,
        `Each chunk repeats ${num(overlap.value, lang)} of ${num(size.value, lang)} units (${percent(overlap.value / size.value, lang)}); 10,000 units give about ${num(chunks, lang)} ${chunks === 1 ? 'chunk' : 'chunks'}.`,
        `Cada fragmento repite ${num(overlap.value, lang)} de ${num(size.value, lang)} unidades (${percent(overlap.value / size.value, lang)}); 10\u202f000 unidades ${chunks === 1 ? 'caben en 1 fragmento' : `dan unos ${num(chunks, lang)} fragmentos`}.`,
      ),
    },
  ];
}

const ASKS: ReadonlySet<string> = new Set(['chunk_size', 'chunk_overlap']);
