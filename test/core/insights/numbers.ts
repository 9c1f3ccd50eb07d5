/** The numbers that a text shows, with how far its rounding may be off. */
import type { Lang } from '../../../src/core/concept.ts';

/** A number as shown; `slack` is half a unit of its last digit. */
export interface ShownNumber {
  readonly value: number;
  readonly slack: number;
}

/** Reads the numbers of a text in order; those inside `code` are names, not results. */
export function numbersIn(text: string, lang: Lang): ShownNumber[] {
  const plain = text.replace(/`[^`]*`/g, ' ');
  const digits = lang === 'en' ? /\d[\d,]*(?:\.\d+)?(?:e-?\d+)?/ : /\d(?:[\d\u202f]*\d)?(?:,\d+)?(?:e-?\d+)?/;
  const shown = new RegExp(`(${digits.source})\\s?(${Object.keys(UNITS).join('|')})?`, 'gu');
  return [...plain.matchAll(shown)].map(([, number = '', unit = '']) => {
    const bare =
      lang === 'en' ? number.replaceAll(',', '') : number.replaceAll('\u202f', '').replace(',', '.');
    const [mantissa = '', exponent = '0'] = bare.split('e');
    const scale = 10 ** Number(exponent) * (UNITS[unit] ?? 1);
    const decimals = mantissa.split('.')[1]?.length ?? 0;
    const whole = Number(mantissa) * scale;
    return { value: whole, slack: 0.500001 * 10 ** -decimals * scale };
  });
}

/** Whether the numbers shown are those of the reference, as exactly as they are written. */
export function agree(shown: readonly ShownNumber[], reference: readonly number[]): boolean {
  return (
    shown.length === reference.length &&
    shown.every(({ value, slack }, i) => Math.abs(value - (reference[i] ?? NaN)) <= slack)
  );
}

const UNITS: Readonly<Record<string, number>> = {
  GB: 1e9,
  MB: 1e6,
  kB: 1e3,
  million: 1e6,
  millones: 1e6,
  billion: 1e9,
};
