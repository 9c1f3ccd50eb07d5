/**
 * When an item comes back. The only file that knows FSRS-6; the formulas are those of ts-fsrs 5.4.2 with the
 * published default parameters.
 *
 * ts-fsrs counts days as UTC calendar days. A learner's day is local and ends in the small hours, so moments are
 * shifted by the time zone less four hours before they go in, and back when they come out.
 */
import { createEmptyCard, fsrs, GenSeedStrategyWithCardId, generatorParameters, StrategyMode } from 'ts-fsrs';
import type { Card, FSRS, FSRSParameters, Grade } from 'ts-fsrs';
import type { Rating } from './event.ts';

/** What is remembered of one item. Plain data; moments in ms since the epoch. */
export interface Memory {
  readonly due: number;
  /** Days until recall has fallen to 90 %. */
  readonly stability: number;
  /** From 1 (easy) to 10. */
  readonly difficulty: number;
  readonly phase: 'learning' | 'review' | 'relearning';
  readonly step: number;
  readonly intervalDays: number;
  readonly reviews: number;
  readonly lapses: number;
  readonly last: number;
}

/** Turns reviews into memories. */
export interface Scheduler {
  /**
   * The memory after a review at `t`, by a clock `tz` minutes east of UTC. A moment before the last review (a clock
   * set back) counts as the moment of the last review. `key` keeps the spread of intervals the same in every replay.
   */
  review(before: Memory | undefined, rating: Rating, t: number, tz: number, key: string): Memory;
  /** The chance that the item is recalled at `t`, from 0 to 1. */
  retrievability(memory: Memory, t: number, tz: number): number;
}

/** One day in ms. */
export const DAY_MS = 86_400_000;
const DAY_STARTS_MS = 4 * 3_600_000;

/** The parameters in use: short same-day steps, nine of ten recalled, nothing further off than a year. */
export const PARAMETERS: Partial<FSRSParameters> = {
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: true,
  enable_short_term: true,
  learning_steps: ['10m'],
  relearning_steps: ['10m'],
};

/** A scheduler with other parameters than {@link PARAMETERS}, for tests against published vectors. */
export function schedulerWith(parameters: Partial<FSRSParameters>): Scheduler {
  const algorithm: FSRS = fsrs(generatorParameters(parameters));
  algorithm.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('key'));
  const longestMs = (parameters.maximum_interval ?? 36_500) * DAY_MS;
  return {
    review(before, rating, t, tz, key) {
      const at = Math.max(t, before?.last ?? t);
      const { card } = algorithm.next(
        { ...cardOf(before, at, tz), key } as Card,
        shifted(at, tz),
        rating as Grade,
      );
      const due = Math.min(unshifted(card.due.getTime(), tz), at + longestMs);
      return {
        due,
        stability: card.stability,
        difficulty: card.difficulty,
        phase: card.state === 2 ? 'review' : card.state === 3 ? 'relearning' : 'learning',
        step: card.learning_steps,
        intervalDays: Math.min(card.scheduled_days, longestMs / DAY_MS),
        reviews: card.reps,
        lapses: card.lapses,
        last: at,
      };
    },
    retrievability(memory, t, tz) {
      const at = Math.max(t, memory.last);
      return algorithm.get_retrievability(cardOf(memory, at, tz), shifted(at, tz), false);
    },
  };
}

/** The scheduler of the product. */
export const scheduler: Scheduler = schedulerWith(PARAMETERS);

/** The number of the local day of practice that holds `t`; days begin at four in the morning. */
export function dayOf(t: number, tz: number): number {
  return Math.floor(shifted(t, tz) / DAY_MS);
}

function shifted(t: number, tz: number): number {
  return t + tz * 60_000 - DAY_STARTS_MS;
}

function unshifted(t: number, tz: number): number {
  return t - tz * 60_000 + DAY_STARTS_MS;
}

function cardOf(memory: Memory | undefined, at: number, tz: number): Card {
  const card = createEmptyCard(shifted(at, tz));
  if (!memory) return card;
  // ts-fsrs takes numbers wherever it takes a Date, but types its own cards with Date only.
  return {
    ...card,
    due: shifted(memory.due, tz) as unknown as Card['due'],
    last_review: shifted(memory.last, tz) as unknown as Card['due'],
    stability: memory.stability,
    difficulty: memory.difficulty,
    state: memory.phase === 'review' ? 2 : memory.phase === 'relearning' ? 3 : 1,
    learning_steps: memory.step,
    scheduled_days: memory.intervalDays,
    reps: memory.reviews,
    lapses: memory.lapses,
  };
}
