/** All families of insights, in the order in which a card shows them. */
import { effectiveBatch } from './batch.ts';
import { beamCost } from './beams.ts';
import { chunkOverlap } from './chunks.ts';
import { samplingSettings } from './decoding.ts';
import { newHead } from './head.ts';
import type { Insight, InsightFamily } from './insight.ts';
import { embeddingTable, headWidth, linearLayer } from './layers.ts';
import { lengthAgainstContext } from './length.ts';
import { loraScale } from './lora.ts';
import { weightMemory } from './memory.ts';
import { ngramRange } from './ngrams.ts';
import type { Reading } from './reading.ts';
import { scheduleShape } from './schedule.ts';
import { splitSizes } from './split.ts';
import { warmup } from './steps.ts';

/** What the values around a mention mean; the most important first. */
export function insightsOf(reading: Reading): Insight[] {
  return FAMILIES.flatMap((family) => family(reading));
}

const FAMILIES: readonly InsightFamily[] = [
  loraScale,
  effectiveBatch,
  scheduleShape,
  warmup,
  samplingSettings,
  beamCost,
  lengthAgainstContext,
  weightMemory,
  newHead,
  splitSizes,
  ngramRange,
  headWidth,
  embeddingTable,
  linearLayer,
  chunkOverlap,
];
