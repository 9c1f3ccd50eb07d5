/** Numbers as each language writes them. */
import type { Lang } from '../concept.ts';

/** At most four significant digits: 0.0625, 1,024, 16.78; in Spanish 0,0625, 1024, 16,78. */
export function num(value: number, lang: Lang): string {
  if (!Number.isFinite(value)) return '∞';
  if (value !== 0 && Math.abs(value) < 1e-3) return exponential(value, lang);
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(4));
  const [whole = '0', fraction] = plainDigits(rounded).split('.');
  const grouped = group(whole, lang);
  return fraction === undefined ? grouped : `${grouped}${lang === 'en' ? '.' : ','}${fraction}`;
}

/** A share as a percentage of at most three digits: 12.5%, in Spanish 12,5 %. */
export function percent(share: number, lang: Lang): string {
  const value = num(Number((share * 100).toPrecision(3)), lang);
  return lang === 'en' ? `${value}%` : `${value}\u00a0%`;
}

/** What a share leaves, with as many decimals as the share has: 99.95% beside 0.05%. */
export function percentLeft(share: number, lang: Lang): string {
  const taken = Number((share * 100).toPrecision(3));
  const left = Number((100 - taken).toFixed(String(taken).split('.')[1]?.length ?? 0));
  return lang === 'en' ? `${left}%` : `${String(left).replace('.', ',')}\u00a0%`;
}

/** A count of parameters, rounded: 294,912, 4.2 million, 1.5 billion (in Spanish 1500 millones). */
export function count(value: number, lang: Lang): string {
  if (value < 1e6) return num(value, lang);
  if (lang === 'es') return `${num(Number((value / 1e6).toPrecision(value < 1e9 ? 3 : 4)), lang)} millones`;
  return value < 1e9
    ? `${num(Number((value / 1e6).toPrecision(3)), lang)} million`
    : `${num(Number((value / 1e9).toPrecision(3)), lang)} billion`;
}

/** A count with its noun: "7 millones de pesos", but "393 216 pesos". */
export function counted(value: number, noun: string, lang: Lang): string {
  return `${count(value, lang)}${lang === 'es' && value >= 1e6 ? ' de' : ''} ${noun}`;
}

/** Bytes in the unit that people compare with a card's memory: GB of 10⁹ bytes, MB or kB. */
export function bytes(value: number, lang: Lang): string {
  if (value < 1e6) return `${num(Number((value / 1e3).toPrecision(3)), lang)} kB`;
  return value >= 1e9
    ? `${num(Number((value / 1e9).toPrecision(3)), lang)} GB`
    : `${num(Number((value / 1e6).toPrecision(3)), lang)} MB`;
}

/** Thousands in groups, in Spanish only from five digits on, with a thin space. */
function group(whole: string, lang: Lang): string {
  const digits = whole.replace('-', '');
  if (digits.length < (lang === 'en' ? 4 : 5)) return whole;
  return whole.replace(/\B(?=(\d{3})+$)/g, lang === 'en' ? ',' : '\u202f');
}

function plainDigits(value: number): string {
  return Math.abs(value) >= 1e21 ? String(BigInt(Math.round(value))) : String(value);
}

/** 2e-5 as people write it in code; the mantissa in at most four digits. */
function exponential(value: number, lang: Lang): string {
  const [mantissa = '', exponent = ''] = Number(value.toPrecision(4)).toExponential().split('e');
  return `${lang === 'en' ? mantissa : mantissa.replace('.', ',')}e${exponent.replace('+', '')}`;
}
