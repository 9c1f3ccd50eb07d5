/** What belongs together: concepts by their relations, everyday words by their meaning. */
import type { Concept, ConceptId, Relations } from '../concept.ts';
import { formsOf, tokensOf } from './analysis.ts';

/** Concepts tied to each one, in either direction, and how closely. */
export type Ties = ReadonlyMap<ConceptId, ReadonlyMap<ConceptId, number>>;

/** Reads the ties of a base; of several between two concepts the closest counts. */
export function tiesOf(concepts: readonly Concept[]): Ties {
  const ties = new Map<ConceptId, Map<ConceptId, number>>(concepts.map(({ id }) => [id, new Map()]));
  const tie = (from: ConceptId, to: ConceptId, closeness: number) => {
    const others = ties.get(from);
    if (ties.has(to) && closeness > (others?.get(to) ?? 0)) others?.set(to, closeness);
  };
  for (const { id, relations } of concepts) {
    for (const [kind, [there, back]] of Object.entries(CLOSENESS)) {
      for (const other of relations[kind as keyof Relations]) {
        tie(id, other, there);
        tie(other, id, back);
      }
    }
  }
  return ties;
}

/** There and back: who asks for a part wants the whole more often than the other way round. */
const CLOSENESS: Readonly<Record<keyof Relations, readonly [there: number, back: number]>> = {
  partOf: [2.4, 1.3],
  prerequisites: [1.8, 1],
  contrasts: [1.2, 1],
  related: [1, 1],
};

/** Words that mean the same as the terms under which they are indexed. */
export function stemGroups(groups: readonly (readonly string[])[]): string[][] {
  return groups.map((group) => {
    const forms = group.flatMap((word) => formsOf(tokensOf(word)[0] ?? ''));
    return [...new Set(forms.filter((form) => form.includes(':') || form.length < 4))];
  });
}

/** A term to all that mean the same, from groups of them. */
export function sameWordsOf(groups: readonly (readonly string[])[]): Map<string, string[]> {
  const same = new Map<string, string[]>();
  for (const group of groups)
    for (const form of group) same.set(form, [...new Set([...(same.get(form) ?? []), ...group])]);
  return same;
}
