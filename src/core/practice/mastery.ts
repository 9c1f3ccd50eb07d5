/** How well concepts are known, in three steps that mean something: never met, being learnt, holding. */
import type { ConceptId } from '../concept.ts';
import type { ItemProgress, Progress } from './progress.ts';
import { scheduler } from './schedule.ts';
import type { Now } from './deck.ts';

/** `known` when every item that was asked would hold for at least three weeks. */
export type Mastery = 'new' | 'learning' | 'known';

/** The concepts that were practised; all others are new. */
export function masteryOf(progress: Progress): Map<ConceptId, Exclude<Mastery, 'new'>> {
  const mastery = new Map<ConceptId, Exclude<Mastery, 'new'>>();
  for (const [concept, items] of itemsByConcept(progress))
    mastery.set(concept, items.every(({ memory }) => memory.stability >= KNOWN_DAYS) ? 'known' : 'learning');
  return mastery;
}

/** The chance, from 0 to 1, that a concept is remembered now: that of its weakest item; 0 when never asked. */
export function retrievabilityOf(progress: Progress, concept: ConceptId, now: Now): number {
  let least = 1;
  let asked = false;
  for (const item of progress.items.values()) {
    if (item.concept !== concept) continue;
    asked = true;
    if (item.memory.phase !== 'review') return 0;
    least = Math.min(least, scheduler.retrievability(item.memory, now.t, now.tz));
  }
  return asked ? least : 0;
}

/** Anki calls a card mature when its interval is three weeks. */
const KNOWN_DAYS = 21;

function itemsByConcept({ items }: Progress): Map<ConceptId, ItemProgress[]> {
  const byConcept = new Map<ConceptId, ItemProgress[]>();
  for (const item of items.values()) {
    const known = byConcept.get(item.concept);
    if (known) known.push(item);
    else byConcept.set(item.concept, [item]);
  }
  return byConcept;
}
