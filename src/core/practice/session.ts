/**
 * A practice session as plain data: what is asked in which order, what was answered, and how to take it back.
 * It survives a reload and a change of language, as it names items and keeps no text.
 */
import * as v from 'valibot';
import type { Rating } from './event.ts';
import type { Candidate } from './exercise.ts';
import { seedOf } from './shuffle.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

const outcome = v.object({
  /** Id of the answer's event in the log. */
  event: name,
  correct: v.boolean(),
  rating: v.picklist([1, 2, 3, 4]),
  /** Index of the option, in stored order. */
  chosen: v.exactOptional(count),
  typed: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
  /** Of matching pairs: for each description in stored order, the name it was given. */
  matched: v.exactOptional(v.pipe(v.array(count), v.maxLength(20))),
  ms: count,
});

/** The schema of a session, for messages and for the file that keeps one. */
export const sessionSchema = v.object({
  /** What it was started for: it is taken up again only by the same place. */
  about: v.pipe(v.array(name), v.maxLength(1000)),
  /** Answering time after which it ends, in ms; 0 is no end. */
  limitMs: count,
  seed: name,
  slots: v.pipe(
    v.array(v.object({ concept: name, item: name, seed: count, again: v.boolean() })),
    v.maxLength(5000),
  ),
  at: count,
  /** Of the slots before `at`, and of the one at `at` once it is answered. */
  outcomes: v.array(outcome),
  /** Hints taken at the current slot. */
  hints: count,
});

/** One answer of a session. */
export type Outcome = v.InferOutput<typeof outcome>;

/** A session. */
export type Session = v.InferOutput<typeof sessionSchema>;

/** One showing of an item. Its seed orders the options, so that every showing has its own order. */
export type Slot = Session['slots'][number];

/** A session over items. `seed` is any text that was not used before. */
export function startSession(
  items: readonly Candidate[],
  about: readonly string[],
  limitMs: number,
  seed: string,
): Session {
  const slots = items.map((item, index) => slotOf(item, `${seed} ${index}`, false));
  return { about: [...about], limitMs, seed, slots, at: 0, outcomes: [], hints: 0 };
}

/** The session that was kept over a reload, if the value is one. */
export function readSession(value: unknown): Session | undefined {
  const read = v.safeParse(sessionSchema, value);
  if (!read.success) return undefined;
  const { at, outcomes, slots } = read.output;
  const fits = at <= slots.length && (outcomes.length === at || outcomes.length === at + 1);
  return fits ? read.output : undefined;
}

/** The showing in front of the learner; none when the session is over. */
export function slotAt(session: Session): Slot | undefined {
  const spent = session.outcomes.reduce((sum, { ms }) => sum + ms, 0);
  const over = session.limitMs > 0 && spent >= session.limitMs && outcomeAt(session) === undefined;
  return over ? undefined : session.slots[session.at];
}

/** The answer to the current showing, once there is one. */
export function outcomeAt(session: Session): Outcome | undefined {
  return session.outcomes[session.at];
}

/** Showings that are left, the current one included. */
export function left(session: Session): number {
  return slotAt(session) ? session.slots.length - session.at : 0;
}

/** Records the answer to the current showing; a second answer changes nothing. */
export function withAnswer(session: Session, answer: Outcome): Session {
  if (outcomeAt(session) || !slotAt(session)) return session;
  return { ...session, outcomes: [...session.outcomes, answer] };
}

/**
 * What a right answer is worth: a hint makes it hard, more hints make it a miss. Recall is rated by the learner,
 * and a hint takes away nothing there.
 */
export function ratingOf(correct: boolean, hints: number): Rating {
  if (!correct || hints > 1) return 1;
  return hints === 1 ? 2 : 3;
}

/** Takes a hint, which will count with the answer. */
export function withHint(session: Session): Session {
  return outcomeAt(session) ? session : { ...session, hints: session.hints + 1 };
}

/** Says of the current answer that it was a guess: right or not, it is to come again. */
export function asGuess(session: Session, event: string): Session {
  const outcome = outcomeAt(session);
  if (!outcome || outcome.rating === 1) return session;
  return { ...session, outcomes: [...session.outcomes.slice(0, -1), { ...outcome, event, rating: 1 }] };
}

/** Goes on after an answer. What was missed is asked once more at the end, at most twice in all. */
export function next(session: Session): Session {
  const outcome = outcomeAt(session);
  const slot = session.slots[session.at];
  if (!outcome || !slot) return session;
  const again = outcome.rating === 1 && !slot.again && !waits(session, slot);
  const seed = `${session.seed} again ${session.slots.length}`;
  return {
    ...session,
    slots: again ? [...session.slots, slotOf(slot, seed, true)] : session.slots,
    at: session.at + 1,
    hints: 0,
  };
}

/** Leaves the current showing out of this session. */
export function skip(session: Session): Session {
  if (outcomeAt(session)) return session;
  return { ...session, slots: session.slots.filter((_, index) => index !== session.at), hints: 0 };
}

/** Leaves an item, answered or not, out of the rest of the session. */
export function without(session: Session, { concept, item }: Candidate): Session {
  const from = outcomeAt(session) ? session.at + 1 : session.at;
  const slots = session.slots.filter(
    (slot, index) => index < from || slot.concept !== concept || slot.item !== item,
  );
  return { ...session, slots, hints: from === session.at ? 0 : session.hints };
}

/** Asks an item right after the current one. */
export function withNext(session: Session, item: Candidate): Session {
  const slot = slotOf(item, `${session.seed} extra ${session.slots.length}`, true);
  const before = session.at + 1;
  return { ...session, slots: [...session.slots.slice(0, before), slot, ...session.slots.slice(before)] };
}

/** Takes back the last answer: its question is asked again, and `target` is the event to be undone. */
export function undo(session: Session): { readonly session: Session; readonly target?: string } {
  const last = session.outcomes.at(-1);
  if (!last) return { session };
  const at = session.outcomes.length - 1;
  const slot = session.slots[at]!;
  const repeat = session.slots.findIndex(
    (other, index) => index > at && other.again && other.concept === slot.concept && other.item === slot.item,
  );
  const slots = session.slots.filter((_, index) => index !== repeat || last.rating !== 1);
  return {
    session: { ...session, slots, at, outcomes: session.outcomes.slice(0, at), hints: 0 },
    target: last.event,
  };
}

function slotOf({ concept, item }: Candidate, seed: string, again: boolean): Slot {
  return { concept, item, seed: seedOf(seed), again };
}

/** Whether the item is asked later in the session anyway. */
function waits(session: Session, { concept, item }: Slot): boolean {
  return session.slots.some(
    (slot, index) => index > session.at && slot.concept === concept && slot.item === item,
  );
}
