/** What the sampling settings leave of one fixed toy distribution, the same that the hover card draws. */
import { sample, softmax, TOY } from '../insights/decoding.ts';

/** The four settings; 0 switches `topK` and `minP` off, 1 switches `topP` off. */
export interface SamplingSettings {
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly minP: number;
}

/** Shares of the candidates before and after the settings. */
export interface Sampled {
  readonly before: readonly number[];
  /** 0 for a candidate that was cut. */
  readonly after: readonly number[];
  readonly kept: number;
  /** Entropy of `after` as a number of equally likely choices: 2^H. */
  readonly choices: number;
}

/** The toy distribution under the settings. */
export function sampled({ temperature, topK, topP, minP }: SamplingSettings): Sampled {
  const before = softmax(TOY.scores);
  const after = sample(TOY.scores, {
    temperature: Math.max(temperature, COLDEST),
    topK: topK >= 1 ? topK : undefined,
    topP,
    minP,
  });
  const entropy = after.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);
  return { before, after, kept: after.filter((share) => share > 0).length, choices: 2 ** entropy };
}

/** Below this the division overflows nothing but shows nothing new either: the likeliest has it all. */
const COLDEST = 0.01;
