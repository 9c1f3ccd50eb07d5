/** How three ways of telling positions make distance felt in an attention score. */
import { dot } from './vectors.ts';

/** Sinusoidal encodings (Vaswani et al. 2017), rotary ones (Su et al. 2021), linear biases (Press et al. 2022). */
export type PositionKind = 'sinusoidal' | 'rope' | 'alibi';

/** The encoding of one position: sin and cos of pos/10000^(2i/d), interleaved (section 3.5 of the paper). */
export function sinusoidal(position: number, width: number): readonly number[] {
  return Array.from({ length: width }, (_, index) => {
    const angle = position * frequency(index >> 1, width, 10_000);
    return index % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}

/** A vector turned by RoPE: each pair of numbers rotates by position · base^(-2i/d). */
export function rotate(vector: readonly number[], position: number, base: number): readonly number[] {
  const width = vector.length;
  return vector.map((value, index) => {
    const angle = position * frequency(index >> 1, width, base);
    const other = vector[index ^ 1] ?? 0;
    return index % 2 === 0
      ? value * Math.cos(angle) - other * Math.sin(angle)
      : value * Math.cos(angle) + other * Math.sin(angle);
  });
}

/** What a score is computed with. */
export interface PositionSettings {
  readonly kind: PositionKind;
  readonly width: number;
  /** RoPE's base, `rope_theta`. */
  readonly base: number;
  /** Number of heads for ALiBi; the head shown is the steepest of them. */
  readonly heads: number;
}

/**
 * The score between two equal words that stand `distance` apart. For vectors it is the dot product as a share of that
 * at distance 0; for ALiBi it is exp(bias), the factor on the weight.
 */
export function closeness({ kind, width, base, heads }: PositionSettings, distance: number): number {
  if (kind === 'alibi') return Math.exp(-(2 ** (-8 / heads)) * Math.abs(distance));
  if (kind === 'sinusoidal') return dot(sinusoidal(0, width), sinusoidal(distance, width)) / (width / 2);
  const ones = Array.from({ length: width }, () => 1);
  return dot(ones, rotate(ones, distance, base)) / width;
}

function frequency(pair: number, width: number, base: number): number {
  return base ** ((-2 * pair) / width);
}
