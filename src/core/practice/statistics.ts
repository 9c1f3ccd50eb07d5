/** The figures of the progress view, counted from the log. */
import type { ConceptId } from '../concept.ts';
import type { Now } from './deck.ts';
import { masteryOf } from './mastery.ts';
import { itemKey } from './itemKey.ts';
import type { Progress } from './progress.ts';
import { DAY_MS, dayOf } from './schedule.ts';

/** What the progress view draws. Days are numbers of days before (negative) or after today. */
export interface Statistics {
  /** Answers to items that were due after at least a day, in the last 30 days: how many, and how many were recalled. */
  readonly retention: { readonly answers: number; readonly recalled: number };
  /** Items due today (overdue ones included), tomorrow, and so on for 14 days. */
  readonly forecast: readonly number[];
  readonly topics: readonly TopicMastery[];
  /** Answers per day, the oldest first; the last is today. */
  readonly calendar: readonly number[];
  /** Day of the week of the calendar's first day, 0 for Monday. */
  readonly firstWeekday: number;
  /** The items forgotten most often. */
  readonly hardest: readonly { readonly concept: ConceptId; readonly lapses: number }[];
}

/** How many concepts of a topic are new, being learnt and known. */
export interface TopicMastery {
  readonly topic: string;
  readonly concepts: number;
  readonly learning: number;
  readonly known: number;
}

/** Counts everything. `topicOf` gives the topic of every concept of the base. */
export function statisticsOf(
  progress: Progress,
  topicOf: ReadonlyMap<ConceptId, string>,
  now: Now,
): Statistics {
  const today = dayOf(now.t, now.tz);
  return {
    retention: retentionOf(progress, today),
    forecast: forecastOf(progress, today, now),
    topics: topicsOf(progress, topicOf),
    calendar: calendarOf(progress, today),
    // Day 0 of the epoch was a Thursday.
    firstWeekday: (((today - CALENDAR_DAYS + 1 + 3) % 7) + 7) % 7,
    hardest: hardestOf(progress),
  };
}

const FORECAST_DAYS = 14;
const CALENDAR_DAYS = 84;
const RETENTION_DAYS = 30;
const HARDEST = 10;

/** Recall at due says whether the schedule holds; learning steps of the same day would flatter it. */
function retentionOf({ items }: Progress, today: number): Statistics['retention'] {
  let answers = 0;
  let recalled = 0;
  for (const item of items.values()) {
    for (const [index, answer] of item.answers.entries()) {
      const before = item.answers[index - 1];
      if (!before || dayOf(answer.t, answer.tz) <= today - RETENTION_DAYS) continue;
      if (answer.t - before.t < DAY_MS / 2 || dayOf(answer.t, answer.tz) === dayOf(before.t, before.tz))
        continue;
      answers += 1;
      if (answer.rating > 1) recalled += 1;
    }
  }
  return { answers, recalled };
}

function forecastOf({ items, suspended, snoozed }: Progress, today: number, now: Now): number[] {
  const days = Array<number>(FORECAST_DAYS).fill(0);
  for (const { concept, item, memory } of items.values()) {
    const key = itemKey(concept, item);
    if (suspended.has(concept) || suspended.has(key)) continue;
    const due = Math.max(memory.due, snoozed.get(key) ?? 0);
    const day = Math.max(0, dayOf(due, now.tz) - today);
    if (day < FORECAST_DAYS) days[day]! += 1;
  }
  return days;
}

function topicsOf(progress: Progress, topicOf: ReadonlyMap<ConceptId, string>): TopicMastery[] {
  const mastery = masteryOf(progress);
  const topics = new Map<string, { concepts: number; learning: number; known: number }>();
  for (const [concept, topic] of topicOf) {
    const counts = topics.get(topic) ?? { concepts: 0, learning: 0, known: 0 };
    topics.set(topic, counts);
    counts.concepts += 1;
    const known = mastery.get(concept);
    if (known) counts[known] += 1;
  }
  return [...topics].map(([topic, counts]) => ({ topic, ...counts }));
}

function calendarOf({ answers }: Progress, today: number): number[] {
  const days = Array<number>(CALENDAR_DAYS).fill(0);
  for (const answer of answers) {
    const at = CALENDAR_DAYS - 1 - (today - dayOf(answer.t, answer.tz));
    if (at >= 0 && at < CALENDAR_DAYS) days[at]! += 1;
  }
  return days;
}

function hardestOf({ items }: Progress): Statistics['hardest'] {
  const lapses = new Map<ConceptId, number>();
  for (const { concept, memory } of items.values())
    if (memory.lapses > 0) lapses.set(concept, (lapses.get(concept) ?? 0) + memory.lapses);
  return [...lapses]
    .map(([concept, count]) => ({ concept, lapses: count }))
    .sort((a, b) => b.lapses - a.lapses || (a.concept < b.concept ? -1 : 1))
    .slice(0, HARDEST);
}
