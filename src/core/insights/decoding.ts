/**
 * Temperature, top-k, top-p and min-p on one fixed toy distribution, in the order in which transformers applies them
 * (`generation/utils.py`, `_get_logits_processor`: temperature, top-k, top-p, min-p).
 */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num, percent } from './number.ts';
import { bars } from './plot.ts';
import { flagOf, numberOf } from './reading.ts';
import type { KnownNumber, Reading } from './reading.ts';

/** What the sampling settings do to six candidates whose scores are fixed. */
export function samplingSettings(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (!ASKS.has(mention.argument ?? '')) return [];
  const settings = {
    temperature: numberOf(reading, 'temperature'),
    topK: numberOf(reading, 'top_k'),
    topP: numberOf(reading, 'top_p'),
    minP: numberOf(reading, 'min_p'),
  };
  const asked = {
    temperature: settings.temperature,
    top_k: settings.topK,
    top_p: settings.topP,
    min_p: settings.minP,
  }[mention.argument ?? ''];
  if (asked === 'run-time') return [atRunTime(`\`${mention.argument}\``, lang)];
  const { temperature, topK, topP, minP } = settings;
  const t = known(temperature) ?? 1;
  if (t === 0) return [zeroTemperature(reading)];
  if (t < 0) return [];
  const before = softmax(TOY.scores);
  const after = sample(TOY.scores, {
    temperature: t,
    topK: known(topK),
    topP: known(topP),
    minP: known(minP),
  });
  const kept = after.filter((share) => share > 0).length;
  const names = TOY.names[lang];
  const first = names[0] ?? '';
  const [was, is] = [percent(round(before[0]), lang), percent(round(after[0]), lang)];
  const [k, n] = [num(kept, lang), num(names.length, lang)];
  const change =
    kept === names.length && was === is
      ? either(
          lang,
          `On a toy example of ${n} candidates nothing is cut and nothing shifts.`,
          `En un ejemplo de juguete con ${n} candidatos no se descarta ni cambia nada.`,
        )
      : kept === names.length
        ? either(
            lang,
            `On a toy example, “${first}” goes from ${was} to ${is}.`,
            `En un ejemplo de juguete, «${first}» pasa del ${was} al ${is}.`,
          )
        : either(
            lang,
            `On a toy example, ${k} of ${n} candidates ${kept === 1 ? 'stays' : 'stay'} and “${first}” goes from ${was} to ${is}.`,
            `En un ejemplo de juguete ${kept === 1 ? 'queda' : 'quedan'} ${k} de ${n} candidatos y «${first}» pasa del ${was} al ${is}.`,
          );
  const greedy = flagOf(reading, 'do_sample') === false;
  const text = [t === 1 ? '' : sharpness(t, lang), change].filter((part) => part !== '').join(' ');
  const picture = bars(
    names.map((label, index) => ({
      label,
      value: after[index] || (before[index] ?? 0),
      text: percent(round(after[index]), lang),
      strong: (after[index] ?? 0) > 0,
    })),
    change,
  );
  const values = {
    temperature: t,
    top_k: known(topK) ?? 0,
    top_p: known(topP) ?? 1,
    min_p: known(minP) ?? 0,
  };
  return greedy ? [] : [{ text, picture, play: { explorable: 'sampling', values } }];
}

/** The toy candidates: next words after "the cat sat on the", with scores that softmax turns into 55, 20, 12, 7, 4 and 2 %. */
export const TOY = {
  names: {
    en: ['mat', 'sofa', 'floor', 'roof', 'keys', 'moon'],
    es: ['sofá', 'tapete', 'piso', 'techo', 'teclado', 'luna'],
  },
  scores: [3.3, 2.3, 1.8, 1.25, 0.7, 0],
} as const;

/** Probabilities of scores. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Probabilities after the settings; candidates that are cut have 0. */
export function sample(
  scores: readonly number[],
  settings: {
    temperature: number;
    topK: number | undefined;
    topP: number | undefined;
    minP: number | undefined;
  },
): number[] {
  let live = scores.map((score) => score / settings.temperature);
  const { topK, topP, minP } = settings;
  if (topK !== undefined && topK >= 1) {
    const ranked = [...live].sort((a, b) => b - a);
    const least = ranked[Math.min(Math.floor(topK), ranked.length) - 1] ?? -Infinity;
    live = live.map((score) => (score < least ? -Infinity : score));
  }
  if (topP !== undefined && topP < 1 && topP > 0) live = nucleus(live, topP);
  if (minP !== undefined && minP > 0) {
    const shares = softmax(live);
    const least = minP * Math.max(...shares);
    live = live.map((score, index) => ((shares[index] ?? 0) < least ? -Infinity : score));
  }
  return softmax(live);
}

/** Keeps the fewest candidates, the likeliest first, whose probabilities reach p. */
function nucleus(scores: readonly number[], p: number): number[] {
  const shares = softmax(scores);
  const order = shares.map((_, index) => index).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  let reached = 0;
  const keep = new Set<number>();
  for (const index of order) {
    if (reached >= p && keep.size > 0) break;
    keep.add(index);
    reached += shares[index] ?? 0;
  }
  return scores.map((score, index) => (keep.has(index) ? score : -Infinity));
}

function zeroTemperature({ mention, lang }: Reading): Insight {
  if (mention.call?.callee.startsWith('transformers.')) {
    return {
      text: either(
        lang,
        '`temperature` = 0 raises an error when transformers samples: it must be strictly positive. For the likeliest token every time, use `do_sample=False`.',
        '`temperature` = 0 provoca un error si transformers muestrea: debe ser estrictamente positiva. Para tomar siempre el token más probable se usa `do_sample=False`.',
      ),
    };
  }
  return {
    text: either(
      lang,
      '`temperature` = 0 asks for the likeliest token at every step: practically greedy decoding.',
      '`temperature` = 0 pide el token más probable en cada paso: en la práctica, decodificación voraz.',
    ),
  };
}

function sharpness(t: number, lang: Reading['lang']): string {
  return t < 1
    ? either(
        lang,
        `Scores are divided by ${num(t, lang)}: differences grow, likely tokens gain.`,
        `Los puntajes se dividen entre ${num(t, lang)}: las diferencias crecen y ganan los tokens probables.`,
      )
    : either(
        lang,
        `Scores are divided by ${num(t, lang)}: differences shrink, unlikely tokens gain.`,
        `Los puntajes se dividen entre ${num(t, lang)}: las diferencias se reducen y ganan los tokens improbables.`,
      );
}

function known(setting: KnownNumber | 'run-time' | undefined): number | undefined {
  return setting === undefined || setting === 'run-time' ? undefined : setting.value;
}

function round(share: number | undefined): number {
  return Math.round((share ?? 0) * 1000) / 1000;
}

const ASKS: ReadonlySet<string> = new Set(['temperature', 'top_k', 'top_p', 'min_p']);
