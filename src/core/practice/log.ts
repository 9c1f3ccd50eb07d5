/** Reads, writes and merges review logs: JSON lines that may be cut, mixed or repeated, of which nothing may be lost. */
import { ALGORITHM, LONGEST_ANSWER_MS } from './event.ts';
import type { Answer, Mark, ReviewEvent, Snooze, Undo } from './event.ts';

/** A line that could not be read; it stays in its file untouched. */
export interface LogProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** The events of one file in file order, and the lines that hold none. */
export interface ParsedLog {
  readonly events: readonly ReviewEvent[];
  readonly problems: readonly LogProblem[];
}

/** One event as a line of the log, with its line end. */
export function eventLine(event: ReviewEvent): string {
  const known = event.kind === 'answer' ? { v: 1, ...event, algo: ALGORITHM } : { v: 1, ...event };
  return JSON.stringify(known) + '\n';
}

/**
 * Reads a log. A cut or foreign line becomes a problem and the others are read all the same;
 * blank lines are the trace of a repaired file and mean nothing.
 */
export function parseLog(text: string, file: string): ParsedLog {
  const events: ReviewEvent[] = [];
  const problems: LogProblem[] = [];
  let number = 0;
  for (const line of text.split('\n')) {
    number += 1;
    if (line.trim() === '') continue;
    const event = line.length > LONGEST_LINE ? undefined : readLine(line);
    if (event) events.push(event);
    else {
      const message = 'not a review: the line is kept as it is and the others are used';
      if (problems.length < MOST_PROBLEMS) problems.push({ file, line: number, message });
    }
  }
  return { events, problems };
}

/**
 * The union of logs in replay order: by time, then id. Commutative, associative and idempotent;
 * of two different events with one id (a damaged copy) every merge keeps the same one.
 */
export function mergeEvents(...logs: readonly (readonly ReviewEvent[])[]): ReviewEvent[] {
  const byId = new Map<string, ReviewEvent>();
  for (const event of logs.flat()) {
    const other = byId.get(event.id);
    if (!other || eventLine(event) < eventLine(other)) byId.set(event.id, event);
  }
  return [...byId.values()].sort(inReplayOrder);
}

/**
 * The time of a window's next event, in ms: after the one before. Several may come in one millisecond, as when a busy
 * extension gets to them at last, and equal times would be replayed in an order of chance. A clock that somebody set
 * back is believed.
 */
export function momentAfter(last: number, now: number): number {
  return now <= last && last - now < LEAST_CLOCK_CHANGE_MS ? last + 1 : now;
}

const LEAST_CLOCK_CHANGE_MS = 60_000;

/** An event that came as parsed JSON, without what does not belong to it; nothing when it is not one. */
export function readEvent(value: unknown): ReviewEvent | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const field = new Map<string, unknown>(Object.entries(value));
  const kind = field.get('kind');
  if (!isName(field.get('id'), 64) || !isMoment(field.get('t'))) return undefined;
  if (kind === 'answer') return readAnswer(field);
  if (kind === 'undo') return readUndo(field);
  if (kind === 'snooze') return readSnooze(field);
  return typeof kind === 'string' && MARKS.has(kind) ? readMark(field) : undefined;
}

const LONGEST_LINE = 4096;
const MOST_PROBLEMS = 100;
const MARKS = new Set<string>(['suspend', 'resume', 'reset', 'mute', 'unmute'] satisfies Mark['kind'][]);

function inReplayOrder(a: ReviewEvent, b: ReviewEvent): number {
  if (a.t !== b.t) return a.t - b.t;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function readLine(line: string): ReviewEvent | undefined {
  try {
    return readEvent(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function readAnswer(field: ReadonlyMap<string, unknown>): Answer | undefined {
  const [tz, rating, chosen, ms, lang] = ['tz', 'rating', 'chosen', 'ms', 'lang'].map((name) =>
    field.get(name),
  );
  const valid =
    isWhole(tz, -24 * 60, 24 * 60) &&
    isName(field.get('concept'), 100) &&
    isName(field.get('item'), 200) &&
    (lang === 'en' || lang === 'es') &&
    isWhole(rating, 1, 4) &&
    typeof field.get('correct') === 'boolean' &&
    (chosen === undefined || isWhole(chosen, 0, 20)) &&
    isWhole(ms, 0, LONGEST_ANSWER_MS);
  if (!valid) return undefined;
  return pick<Answer>(field, [
    'kind',
    'id',
    't',
    'tz',
    'concept',
    'item',
    'lang',
    'rating',
    'correct',
    'chosen',
    'ms',
  ]);
}

function readUndo(field: ReadonlyMap<string, unknown>): Undo | undefined {
  return isName(field.get('target'), 64) ? pick<Undo>(field, ['kind', 'id', 't', 'target']) : undefined;
}

function readMark(field: ReadonlyMap<string, unknown>): Mark | undefined {
  const item = field.get('item');
  if (!isName(field.get('concept'), 100) || (item !== undefined && !isName(item, 200))) return undefined;
  return pick<Mark>(field, ['kind', 'id', 't', 'concept', 'item']);
}

function readSnooze(field: ReadonlyMap<string, unknown>): Snooze | undefined {
  const valid =
    isName(field.get('concept'), 100) && isName(field.get('item'), 200) && isMoment(field.get('until'));
  return valid ? pick<Snooze>(field, ['kind', 'id', 't', 'concept', 'item', 'until']) : undefined;
}

/** Copies the named fields that are there, in this order, so that equal events are equal texts. */
function pick<T>(field: ReadonlyMap<string, unknown>, names: readonly string[]): T {
  return Object.fromEntries(
    names.filter((name) => field.get(name) !== undefined).map((name) => [name, field.get(name)]),
  ) as T;
}

function isName(value: unknown, longest: number): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= longest;
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** Between 2000 and 2100: outside of it the schedule's dates would not be valid. */
function isMoment(value: unknown): boolean {
  return isWhole(value, 946_684_800_000, 4_102_444_800_000);
}
