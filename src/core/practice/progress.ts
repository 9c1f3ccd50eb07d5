/** What the review log says of the learner's progress: a replay of the events, cheap enough to do at every load. */
import type { ConceptId } from '../concept.ts';
import type { Answer, ItemId, ReviewEvent } from './event.ts';
import { itemKey } from './itemKey.ts';
import type { ItemKey } from './itemKey.ts';
import { scheduler } from './schedule.ts';
import type { Memory } from './schedule.ts';

/** What is known of one item. */
export interface ItemProgress {
  readonly concept: ConceptId;
  readonly item: ItemId;
  readonly memory: Memory;
  /** Answers in replay order, undone ones left out. */
  readonly answers: readonly Answer[];
}

/** The learner's progress after all events. */
export interface Progress {
  readonly items: ReadonlyMap<ItemKey, ItemProgress>;
  /** Keys of items, and ids of concepts, that the learner set aside. */
  readonly suspended: ReadonlySet<string>;
  /** Until when an item is to be left alone, in ms since the epoch. */
  readonly snoozed: ReadonlyMap<ItemKey, number>;
  /** Concepts whose hover the learner wants short. */
  readonly muted: ReadonlySet<ConceptId>;
  /** All answers that count, in replay order. */
  readonly answers: readonly Answer[];
}

/** Replays events that are in replay order, as `mergeEvents` returns them. */
export function progressOf(events: readonly ReviewEvent[]): Progress {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.target] : [])));
  const items = new Map<ItemKey, { concept: ConceptId; item: ItemId; memory: Memory; answers: Answer[] }>();
  const suspended = new Set<string>();
  const snoozed = new Map<ItemKey, number>();
  const muted = new Set<ConceptId>();
  const answers: Answer[] = [];
  for (const event of events) {
    if (event.kind === 'undo' || undone.has(event.id)) continue;
    if (event.kind === 'answer') {
      const key = itemKey(event.concept, event.item);
      const known = items.get(key);
      const memory = scheduler.review(known?.memory, event.rating, event.t, event.tz, key);
      answers.push(event);
      if (known) {
        known.memory = memory;
        known.answers.push(event);
      } else items.set(key, { concept: event.concept, item: event.item, memory, answers: [event] });
      continue;
    }
    if (event.kind === 'snooze') {
      snoozed.set(itemKey(event.concept, event.item), event.until);
      continue;
    }
    const key = event.item === undefined ? event.concept : itemKey(event.concept, event.item);
    if (event.kind === 'suspend') suspended.add(key);
    else if (event.kind === 'resume') suspended.delete(key);
    else if (event.kind === 'mute') muted.add(event.concept);
    else if (event.kind === 'unmute') muted.delete(event.concept);
    else forget(items, event.concept, event.item);
  }
  return { items, suspended, snoozed, muted, answers };
}

function forget(
  items: Map<ItemKey, { concept: ConceptId; item: ItemId }>,
  concept: ConceptId,
  item?: ItemId,
): void {
  for (const [key, known] of items) {
    if (known.concept === concept && (item === undefined || known.item === item)) items.delete(key);
  }
}
