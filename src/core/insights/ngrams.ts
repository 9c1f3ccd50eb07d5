/** N-gram ranges: which runs of words become features. */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num } from './number.ts';
import { asksFor, givenValue, settingOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** The n-grams that a range takes, counted on a text of ten words. */
export function ngramRange(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (!asksFor(reading, ASKS)) return [];
  if (settingOf(reading, 'ngram_range').from === 'run-time') return [atRunTime('`ngram_range`', lang)];
  const range = givenValue(mention.call, 'ngram_range');
  if (!Array.isArray(range) || range.length !== 2) return [];
  const [least, most] = range as readonly unknown[];
  if (!isSize(least) || !isSize(most) || least > most) return [];
  const sizes = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const counts = sizes.map((size) => Math.max(0, 11 - size));
  const names = sizes.map((size) => nameOf(size, lang)).join(', ');
  const sum = counts.reduce((total, n) => total + n, 0);
  const terms = counts.length > 1 ? `${counts.map((n) => num(n, lang)).join(' + ')} = ` : '';
  return [
    {
      text: either(
        lang,
        `Features: ${names}. A text of 10 words gives ${terms}${num(sum, lang)}; the vocabulary grows fast with the upper bound.`,
        `Rasgos: ${names}. Un texto de 10 palabras da ${terms}${num(sum, lang)}; el vocabulario crece deprisa con el límite superior.`,
      ),
    },
  ];
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10;
}

function nameOf(size: number, lang: Reading['lang']): string {
  const names = either(lang, 'single words,pairs,triples', 'palabras sueltas,pares,ternas').split(',');
  return names[size - 1] ?? either(lang, `runs of ${size}`, `secuencias de ${size}`);
}

const ASKS: ReadonlySet<string> = new Set(['ngram_range']);
