/**
 * The events of the review log. The log is the truth: it is append-only, every other view of progress is derived
 * from it, and an event once written is never changed. Undoing is an event too.
 */
import type { ConceptId, Lang } from '../concept.ts';

/** How well an answer was known, as FSRS counts: 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4;

/** The item answered: a quiz item's id, `q:<question>` for free recall, `pairs` and `own:<argument>` for made ones. */
export type ItemId = string;

/** One answer. */
export interface Answer {
  readonly kind: 'answer';
  /** Unique over all devices. */
  readonly id: string;
  /** Moment of the answer by the clock of the device, in ms since the epoch. */
  readonly t: number;
  /** Minutes east of UTC at that moment: a day of practice is a local day. */
  readonly tz: number;
  readonly concept: ConceptId;
  readonly item: ItemId;
  readonly lang: Lang;
  readonly rating: Rating;
  readonly correct: boolean;
  /** Index of the option chosen, in stored order. */
  readonly chosen?: number;
  /** Time taken in ms, at most a minute. */
  readonly ms: number;
}

/** Takes back one answer. */
export interface Undo {
  readonly kind: 'undo';
  readonly id: string;
  readonly t: number;
  readonly target: string;
}

/** Sets an item or (without `item`) a whole concept aside, brings it back, or forgets its schedule. */
export interface Mark {
  readonly kind: 'suspend' | 'resume' | 'reset' | 'mute' | 'unmute';
  readonly id: string;
  readonly t: number;
  readonly concept: ConceptId;
  readonly item?: ItemId;
}

/** Leaves an item alone until a moment: the rest that an item gets which keeps slipping away. */
export interface Snooze {
  readonly kind: 'snooze';
  readonly id: string;
  readonly t: number;
  readonly concept: ConceptId;
  readonly item: ItemId;
  readonly until: number;
}

/** What one line of the log holds. */
export type ReviewEvent = Answer | Undo | Mark | Snooze;

/** The schedule's algorithm, written on every answer so that a later change of it is a replay. */
export const ALGORITHM = 'fsrs-6/ts-fsrs@5.4.2';

/** The longest answer time that counts, in ms: beyond it the learner was away. */
export const LONGEST_ANSWER_MS = 60_000;
