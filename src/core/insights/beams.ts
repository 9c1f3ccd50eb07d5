/** Beam search: what keeping several hypotheses costs. */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num } from './number.ts';
import { asksFor, numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** The work and memory of `num_beams`, against greedy search. */
export function beamCost(reading: Reading): Insight[] {
  const { lang } = reading;
  if (!asksFor(reading, ASKS)) return [];
  const beams = numberOf(reading, 'num_beams');
  if (beams === 'run-time') return [atRunTime('`num_beams`', lang)];
  if (beams === undefined || beams.value < 1) return [];
  if (beams.value === 1) {
    return [
      {
        text: either(
          lang,
          'One beam: no search, each step keeps a single continuation.',
          'Un solo haz: no hay búsqueda, cada paso conserva una única continuación.',
        ),
      },
    ];
  }
  const n = num(beams.value, lang);
  return [
    {
      text: either(
        lang,
        `${n} hypotheses per input are kept at every step: about ${n} times the decoding work and KV-cache memory of greedy search.`,
        `En cada paso se conservan ${n} hipótesis por entrada: unas ${n} veces el trabajo de decodificación y la memoria de la caché KV de la búsqueda voraz.`,
      ),
      play: { explorable: 'beam-search', values: { beams: beams.value } },
    },
  ];
}

const ASKS: ReadonlySet<string> = new Set(['num_beams']);
