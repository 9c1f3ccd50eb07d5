/** All families of insights, in the order in which a card shows them. */
import type { Lang } from '../concept.ts';
import type { Mention } from '../mention.ts';
import type { Insight, InsightFamily } from './insight.ts';

/** What the values around a mention mean; the most important first. */
export function insightsOf(mention: Mention, lang: Lang): Insight[] {
  return FAMILIES.flatMap((family) => family(mention, lang));
}

/** Heads-ups for combinations of values that do not do what they seem to say. */
export function headsUpsOf(mention: Mention, lang: Lang): string[] {
  return HEADS_UPS.flatMap((family) => family(mention, lang).map((insight) => insight.text));
}

const FAMILIES: readonly InsightFamily[] = [];
const HEADS_UPS: readonly InsightFamily[] = [];
