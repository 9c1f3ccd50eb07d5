/**
 * What to ask next: the due items of the file that the learner is working on, then what else is due, then new ones.
 * A backlog is kind: it is taken in order of relative overdueness, never more than the day's cap, and the rest waits.
 */
import type { ConceptId } from '../concept.ts';
import type { Candidate } from './exercise.ts';
import { itemKey } from './itemKey.ts';
import type { ItemProgress, Progress } from './progress.ts';
import { DAY_MS, dayOf } from './schedule.ts';

/** How much a day may ask. */
export interface Caps {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
}

/** The caps a newcomer has. */
export const DEFAULT_CAPS: Caps = { newPerDay: 10, reviewsPerDay: 60 };

/** The moment of a question: ms since the epoch, and minutes east of UTC. */
export interface Now {
  readonly t: number;
  readonly tz: number;
}

/** What to ask, in order, and how much more is due than today's cap lets through. */
export interface Deck {
  readonly queue: readonly Candidate[];
  readonly due: number;
  readonly dueHere: number;
  readonly fresh: number;
  /** Due, but over the cap of the day: said, never hidden. */
  readonly waiting: number;
}

/** The deck of a moment. `here` are the concepts of the open file, the ones to begin with. */
export function deckOf(
  candidates: readonly Candidate[],
  progress: Progress,
  now: Now,
  here: ReadonlySet<ConceptId>,
  caps: Caps = DEFAULT_CAPS,
): Deck {
  const open = candidates.filter((candidate) => !isSetAside(candidate, progress, now));
  const today = dayOf(now.t, now.tz);
  const doneToday = progress.answers.filter((answer) => dayOf(answer.t, answer.tz) === today);
  const newToday = countNewToday(progress, today);

  const known = open.flatMap((candidate) => {
    const item = progress.items.get(itemKey(candidate.concept, candidate.item));
    return item ? [{ candidate, item }] : [];
  });
  const due = known
    .filter(({ item }) => isDue(item, now))
    .sort(
      (a, b) =>
        Number(here.has(b.candidate.concept)) - Number(here.has(a.candidate.concept)) ||
        overdue(b.item, now) - overdue(a.item, now),
    )
    .map(({ candidate }) => candidate);
  const room = Math.max(0, caps.reviewsPerDay - (doneToday.length - newToday));
  const asked = due.slice(0, room);

  const touchedToday = new Set(doneToday.map((answer) => answer.concept));
  const fresh = open
    .filter((candidate) => !progress.items.has(itemKey(candidate.concept, candidate.item)))
    .sort(
      (a, b) =>
        Number(here.has(b.concept)) - Number(here.has(a.concept)) ||
        Number(touchedToday.has(a.concept)) - Number(touchedToday.has(b.concept)),
    );
  const newOnes = onePerConceptFirst(fresh).slice(0, Math.max(0, caps.newPerDay - newToday));

  return {
    queue: [...asked, ...newOnes],
    due: due.length,
    dueHere: due.filter((candidate) => here.has(candidate.concept)).length,
    fresh: newOnes.length,
    waiting: due.length - asked.length,
  };
}

/**
 * Everything on chosen concepts, without caps, as the learner asked for it: what is due, then what is new, and when
 * there is neither, what comes back soonest.
 */
export function drillOf(
  candidates: readonly Candidate[],
  progress: Progress,
  now: Now,
): readonly Candidate[] {
  const open = candidates.filter((candidate) => !isSetAside(candidate, progress, now));
  const itemOf = ({ concept, item }: Candidate) => progress.items.get(itemKey(concept, item));
  const due = open.filter((candidate) => {
    const item = itemOf(candidate);
    return item !== undefined && isDue(item, now);
  });
  const fresh = open.filter((candidate) => !itemOf(candidate));
  if (due.length + fresh.length > 0) return [...due, ...onePerConceptFirst(fresh)];
  return [...open].sort((a, b) => (itemOf(a)?.memory.due ?? 0) - (itemOf(b)?.memory.due ?? 0));
}

/** How far past its day an item is, in parts of its interval: 1 is a whole interval late. */
function overdue(item: ItemProgress, now: Now): number {
  return (now.t - item.memory.due) / (Math.max(item.memory.intervalDays, 1) * DAY_MS);
}

/** A learning step is due at its minute; a longer interval is due all through its day. */
function isDue({ memory }: ItemProgress, now: Now): boolean {
  return (
    memory.due <= now.t || (memory.intervalDays >= 1 && dayOf(memory.due, now.tz) <= dayOf(now.t, now.tz))
  );
}

function isSetAside({ concept, item }: Candidate, progress: Progress, now: Now): boolean {
  const key = itemKey(concept, item);
  return (
    progress.suspended.has(concept) || progress.suspended.has(key) || (progress.snoozed.get(key) ?? 0) > now.t
  );
}

function countNewToday(progress: Progress, today: number): number {
  return [...progress.items.values()].filter(({ answers }) => {
    const first = answers[0];
    return first !== undefined && dayOf(first.t, first.tz) === today;
  }).length;
}

/** Siblings apart: the first item of every concept, then the second ones, in the given order of concepts. */
function onePerConceptFirst(candidates: readonly Candidate[]): Candidate[] {
  const rounds = new Map<ConceptId, number>();
  return candidates
    .map((candidate) => {
      const round = rounds.get(candidate.concept) ?? 0;
      rounds.set(candidate.concept, round + 1);
      return { candidate, round };
    })
    .sort((a, b) => a.round - b.round)
    .map(({ candidate }) => candidate);
}
