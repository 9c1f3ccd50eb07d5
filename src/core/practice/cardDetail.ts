/** How much a hover says of a concept: less where the learner knows it, a line where they asked for silence. */
import type { Detail } from '../card.ts';
import type { ConceptId } from '../concept.ts';
import type { Now } from './deck.ts';
import { masteryOf, retrievabilityOf } from './mastery.ts';
import type { Progress } from './progress.ts';

/** The detail of a card. `shrinks` is the user's setting: without it only muted concepts are short. */
export function cardDetail(progress: Progress, concept: ConceptId, shrinks: boolean, now: Now): Detail {
  if (progress.muted.has(concept)) return 'line';
  const isKnown = shrinks && masteryOf(progress).get(concept) === 'known';
  return isKnown && retrievabilityOf(progress, concept, now) >= WELL_KNOWN ? 'short' : 'full';
}

/** The schedule asks again when recall falls to 0.9: above it the concept is fresh. */
const WELL_KNOWN = 0.9;
