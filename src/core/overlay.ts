/** Mentions laid over others: what says more about a stretch takes the place of what else was found there. */
import type { Mention } from './mention.ts';

/** All of the upper ones and those of the lower that none of them touches, in the order of the text. */
export function overlaid(upper: readonly Mention[], lower: readonly Mention[]): readonly Mention[] {
  if (!upper.length) return lower;
  const free = lower.filter(
    ({ range }) => !upper.some((one) => range.start < one.range.end && one.range.start < range.end),
  );
  return [...upper, ...free].sort((a, b) => a.range.start - b.range.start);
}
