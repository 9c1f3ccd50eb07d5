/** All families of insights, in the order in which a card shows them. */
import { effectiveBatch } from './batch.ts';
import { beamCost } from './beams.ts';
import { cacheMemory } from './cache.ts';
import { chunkOverlap } from './chunks.ts';
import { samplingSettings } from './decoding.ts';
import { epochSteps } from './epochs.ts';
import { newHead } from './head.ts';
import type { Insight, InsightFamily } from './insight.ts';
import { embeddingTable, headWidth, linearLayer } from './layers.ts';
import { lengthAgainstContext } from './length.ts';
import { loraScale } from './lora.ts';
import { loraSize } from './loraSize.ts';
import { weightMemory } from './memory.ts';
import { ngramRange } from './ngrams.ts';
import type { Reading } from './reading.ts';
import { scheduleShape } from './schedule.ts';
import { splitSizes } from './split.ts';
import { warmup } from './steps.ts';
import { vectorWidth } from './vectors.ts';

/** What the values around a mention mean; the most important first. */
export function insightsOf(reading: Reading): Insight[] {
  return FAMILIES.flatMap((family) => family(reading));
}

const FAMILIES: readonly InsightFamily[] = [
  loraScale,
  loraSize,
  effectiveBatch,
  epochSteps,
  scheduleShape,
  warmup,
  samplingSettings,
  beamCost,
  lengthAgainstContext,
  cacheMemory,
  weightMemory,
  newHead,
  vectorWidth,
  splitSizes,
  ngramRange,
  headWidth,
  embeddingTable,
  linearLayer,
  chunkOverlap,
];
