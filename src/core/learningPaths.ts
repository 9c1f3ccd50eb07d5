/** Ways to a concept through what has to be understood before it. */
import type { Concept, ConceptId } from './concept.ts';

/** What paths and maps are computed from. */
export type Linked = Pick<Concept, 'id' | 'topic' | 'relations'>;

/** Concepts that people set out to understand, each the end of a path. */
export const GOALS: readonly ConceptId[] = [
  'word2vec',
  'bert',
  'gpt',
  'rag',
  'agent',
  'qlora',
  'rlhf',
  'dpo',
  'flash-attention',
  'speculative-decoding',
  'knowledge-distillation',
  'named-entity-recognition',
];

/**
 * Everything that comes before a concept and then the concept itself: each after its own prerequisites. With `most`,
 * the ones nearest to the goal.
 */
export function pathTo(
  goal: ConceptId,
  byId: ReadonlyMap<ConceptId, Linked>,
  most = Infinity,
): readonly ConceptId[] {
  const distance = distances(goal, byId);
  const order: ConceptId[] = [];
  const seen = new Set<ConceptId>();
  const visit = (id: ConceptId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    byId.get(id)?.relations.prerequisites.forEach(visit);
    if (distance.has(id)) order.push(id);
  };
  visit(goal);
  if (order.length <= most) return order;
  const nearest = [...order].sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0)).slice(0, most);
  return order.filter((id) => nearest.includes(id));
}

/** Steps from the goal back to each concept that leads to it; concepts that are not in the base are left out. */
function distances(goal: ConceptId, byId: ReadonlyMap<ConceptId, Linked>): ReadonlyMap<ConceptId, number> {
  const steps = new Map<ConceptId, number>();
  let edge: readonly ConceptId[] = byId.has(goal) ? [goal] : [];
  for (let step = 0; edge.length > 0; step += 1) {
    for (const id of edge) steps.set(id, step);
    const before = edge.flatMap((id) => byId.get(id)?.relations.prerequisites ?? []);
    edge = [...new Set(before)].filter((id) => byId.has(id) && !steps.has(id));
  }
  return steps;
}
