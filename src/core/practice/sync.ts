/**
 * Carrying the log between machines in one synchronised value, of which the last writer wins. It converges all the
 * same: every machine keeps what it has read, and publishes only when the value lacks something it knows.
 */
import type { ReviewEvent } from './event.ts';
import { eventLine, mergeEvents, readEvent } from './log.ts';

/** What a machine has to do after looking at the published value. */
export interface SyncStep {
  /** Published events that this machine does not have yet. */
  readonly toKeep: readonly ReviewEvent[];
  /** The value to publish; absent when the published one says it all. */
  readonly toPublish?: string;
}

/** VS Code warns above 512 KiB of state for an extension as a whole; this leaves room for the rest. */
export const LARGEST_VALUE = 400_000;

/** Compares the machine's log with the published value. */
export function syncStep(
  local: readonly ReviewEvent[],
  published: unknown,
  largest: number = LARGEST_VALUE,
): SyncStep {
  const theirs = unpack(published);
  const have = new Set(local.map(({ id }) => id));
  const toKeep = theirs.filter(({ id }) => !have.has(id));
  const union = mergeEvents(local, toKeep);
  return saysEnough(theirs, published, union, largest)
    ? { toKeep }
    : { toKeep, toPublish: pack(union, largest) };
}

/**
 * The newest events that fit, as one text: names once, then a row for each event. Equal logs give equal texts.
 * What is too old to fit stays in the files of the machines that have it.
 */
export function pack(events: readonly ReviewEvent[], largest: number = LARGEST_VALUE): string {
  const rows: string[] = [];
  let size = 16;
  for (const event of mergeEvents(events).reverse()) {
    const row = JSON.stringify(rowOf(event));
    size += row.length + 1;
    if (size > largest) break;
    rows.push(row);
  }
  return `{"v":1,"rows":[${rows.reverse().join()}]}`;
}

/** The events of a packed text; what is not one is left out. Never throws. */
export function unpack(value: unknown): ReviewEvent[] {
  if (typeof value !== 'string') return [];
  let read: unknown;
  try {
    read = JSON.parse(value);
  } catch {
    return [];
  }
  if (typeof read !== 'object' || read === null || !('rows' in read) || !Array.isArray(read.rows)) return [];
  return read.rows.flatMap((row: unknown) => (Array.isArray(row) ? (readEvent(eventOf(row)) ?? []) : []));
}

/**
 * Whether publishing would add nothing. A full value need not have what is older than all of it: two machines would
 * otherwise go on for ever, each filling the last bytes with another old event.
 */
function saysEnough(
  theirs: readonly ReviewEvent[],
  published: unknown,
  union: readonly ReviewEvent[],
  largest: number,
): boolean {
  const has = new Map(theirs.map((event) => [event.id, eventLine(event)]));
  const isFull = typeof published === 'string' && published.length > largest - LONGEST_ROW;
  const from = isFull ? union.findIndex(({ id }) => has.has(id)) : 0;
  return from >= 0 && union.slice(from).every((event) => has.get(event.id) === eventLine(event));
}

/** In characters, escapes included. */
const LONGEST_ROW = 1000;

/** Fields in the order of {@link FIELDS} of the kind, trailing absences left out. */
function rowOf(event: ReviewEvent): unknown[] {
  const fields = new Map<string, unknown>(Object.entries(event));
  const row = FIELDS[event.kind].map((name) => {
    const value = fields.get(name);
    return typeof value === 'boolean' ? Number(value) : (value ?? null);
  });
  while (row.at(-1) === null) row.pop();
  return [KINDS.indexOf(event.kind), event.id, event.t, ...row];
}

function eventOf([kindAt, id, t, ...row]: readonly unknown[]): Record<string, unknown> {
  const kind = typeof kindAt === 'number' ? KINDS[kindAt] : undefined;
  const event: Record<string, unknown> = { kind, id, t };
  if (kind === undefined) return event;
  for (const [index, name] of FIELDS[kind].entries()) {
    const value = row[index];
    if (value !== null && value !== undefined) event[name] = name === 'correct' ? value === 1 : value;
  }
  return event;
}

/** Positions are part of the format: new kinds go to the end. */
const KINDS: readonly ReviewEvent['kind'][] = [
  'answer',
  'undo',
  'suspend',
  'resume',
  'reset',
  'mute',
  'unmute',
  'snooze',
];
const MARK = ['concept', 'item'];
const FIELDS: Readonly<Record<ReviewEvent['kind'], readonly string[]>> = {
  answer: ['concept', 'item', 'lang', 'rating', 'correct', 'ms', 'tz', 'chosen'],
  undo: ['target'],
  suspend: MARK,
  resume: MARK,
  reset: MARK,
  mute: MARK,
  unmute: MARK,
  snooze: ['concept', 'item', 'until'],
};
