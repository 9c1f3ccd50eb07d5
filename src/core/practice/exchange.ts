/** The review log as one JSON document, to carry away and to bring back; a file of the log itself is read as well. */
import type { ReviewEvent } from './event.ts';
import { mergeEvents, parseLog, readEvent } from './log.ts';

/** What a document held. */
export interface Imported {
  readonly events: readonly ReviewEvent[];
  /** Entries that are no events; they are left out. */
  readonly dropped: number;
}

/** The document; equal logs give equal texts. */
export function exportJson(events: readonly ReviewEvent[]): string {
  const rows = mergeEvents(events).map((event) => `    ${JSON.stringify(event)}`);
  return `{\n  "format": "${FORMAT}",\n  "version": 1,\n  "events": [\n${rows.join(',\n')}\n  ]\n}\n`;
}

/** Reads a document or a file of the log; nothing when the text is neither. Never throws. */
export function importJson(text: string): Imported | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { events, problems } = parseLog(text, 'import');
    return events.length > 0 ? { events, dropped: problems.length } : undefined;
  }
  if (typeof value !== 'object' || value === null || !('events' in value) || !Array.isArray(value.events)) {
    const { events } = parseLog(text, 'import');
    return events.length > 0 ? { events, dropped: 0 } : undefined;
  }
  const entries: readonly unknown[] = value.events;
  const events = entries.flatMap((entry) => readEvent(entry) ?? []);
  return { events, dropped: entries.length - events.length };
}

const FORMAT = 'nlp-lens-reviews';
