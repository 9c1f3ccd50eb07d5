/** The map of a topic: concepts in rows, each below everything of the topic that it builds on. */
import type { ConceptId } from './concept.ts';
import type { Linked } from './learningPaths.ts';

/** Rows from the first to learn to the last, and the steps between concepts of the topic. */
export interface ConceptMap {
  readonly rows: readonly (readonly ConceptId[])[];
  readonly edges: readonly { readonly from: ConceptId; readonly to: ConceptId }[];
}

/** The map of the concepts of one topic. */
export function conceptMap(topic: string, concepts: readonly Linked[]): ConceptMap {
  const own = new Map(concepts.filter((each) => each.topic === topic).map((each) => [each.id, each]));
  const before = (id: ConceptId) => own.get(id)?.relations.prerequisites.filter((one) => own.has(one)) ?? [];
  const depth = new Map<ConceptId, number>();
  const depthOf = (id: ConceptId): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    // A pack may bring a cycle; a concept that is being measured counts as a beginning.
    depth.set(id, 0);
    const deep = Math.max(-1, ...before(id).map(depthOf)) + 1;
    depth.set(id, deep);
    return deep;
  };
  const rows: ConceptId[][] = [];
  for (const id of own.keys()) (rows[depthOf(id)] ??= []).push(id);
  const filled = Array.from(rows, (row) => row ?? []).filter((row) => row.length > 0);
  const edges = [...own.keys()].flatMap((to) => before(to).map((from) => ({ from, to })));
  return { rows: ordered(filled, edges), edges };
}

/** Puts each concept near the middle of what it builds on, so that few lines cross. */
function ordered(rows: readonly (readonly ConceptId[])[], edges: ConceptMap['edges']): ConceptId[][] {
  const place = new Map<ConceptId, number>();
  return rows.map((row) => {
    const weight = new Map(
      row.map((id, index) => {
        const above = edges.flatMap(({ from, to }) => (to === id ? [place.get(from) ?? 0.5] : []));
        const middle = above.reduce((sum, at) => sum + at, 0) / above.length;
        return [id, above.length > 0 ? middle : (index + 0.5) / row.length];
      }),
    );
    const sorted = [...row].sort((a, b) => weight.get(a)! - weight.get(b)!);
    sorted.forEach((id, index) => place.set(id, (index + 0.5) / sorted.length));
    return sorted;
  });
}
