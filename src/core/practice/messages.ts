/**
 * What practice and progress say to the extension and hear from it. `src/core/messages.ts` takes in the one,
 * `src/core/practice/hostMessages.ts` checks the other.
 */
import * as v from 'valibot';
import { id, lang } from '../messageFields.ts';
import type { Exercise } from './exercise.ts';
import type { Mastery } from './mastery.ts';
import { sessionSchema } from './session.ts';
import type { Session } from './session.ts';
import type { Statistics } from './statistics.ts';

const item = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** Id of an event, made by the page: what is sent twice counts once. */
const event = v.pipe(v.string(), v.uuid());

const answer = v.strictObject({
  type: v.literal('answer'),
  event,
  concept: id,
  item,
  lang,
  rating: v.picklist([1, 2, 3, 4]),
  correct: v.boolean(),
  chosen: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))),
  ms: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60_000)),
});

const undo = v.strictObject({ type: v.literal('undo'), event, target: event });

const mark = v.strictObject({
  type: v.literal('mark'),
  event,
  mark: v.picklist(['suspend', 'resume', 'mute', 'unmute', 'reset']),
  concept: id,
  item: v.optional(item),
});

const snooze = v.strictObject({ type: v.literal('snooze'), event, concept: id, item });

const recorded = [answer, undo, mark, snooze] as const;

/** A message that becomes an event of the review log; the extension confirms it once it is on disk. */
export const recordedMessage = v.variant('type', recorded);

/** What the learner did, on its way to the log. */
export type RecordedMessage = v.InferOutput<typeof recordedMessage>;

/** The page's messages on practice, as variants of the table in `src/core/messages.ts`. */
export const practiceMessages = [
  v.strictObject({ type: v.literal('getCounts') }),
  v.strictObject({
    type: v.literal('getExercises'),
    /** Chosen concepts; none for what is due and new. */
    concepts: v.pipe(v.array(id), v.maxLength(1000)),
    /** Only what the open file names. */
    here: v.boolean(),
    lang,
  }),
  /** The session that was under way here, and its exercises. */
  v.strictObject({ type: v.literal('getSession'), lang }),
  /** Kept by the extension: the page's own state may be seconds old after a reload. */
  v.strictObject({ type: v.literal('keepSession'), session: v.nullable(sessionSchema) }),
  ...recorded,
  v.strictObject({ type: v.literal('getProgress') }),
] as const;

/** How much there is to practise now. */
export interface PracticeCounts {
  readonly due: number;
  readonly dueHere: number;
  readonly fresh: number;
  /** Due, but over the cap of the day. */
  readonly waiting: number;
  /** The open file and how many exercises it has, when it names concepts. */
  readonly file?: { readonly name: string; readonly exercises: number };
}

/** The extension's messages on practice. */
export type PracticeHostMessage =
  | { readonly type: 'counts'; readonly counts: PracticeCounts }
  | { readonly type: 'exercises'; readonly exercises: readonly Exercise[]; readonly waiting: number }
  | { readonly type: 'session'; readonly session: Session | null; readonly exercises: readonly Exercise[] }
  | { readonly type: 'saved'; readonly event: string }
  /** Something was answered, here or in another window. */
  | { readonly type: 'reviewsChanged' }
  | {
      readonly type: 'progress';
      readonly statistics: Statistics;
      readonly mastery: Readonly<Record<string, Exclude<Mastery, 'new'>>>;
      readonly muted: readonly string[];
      readonly suspended: readonly { readonly concept: string; readonly item?: string }[];
    };
