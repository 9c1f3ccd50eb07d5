/** What belongs together: concepts by their relations, everyday words by their meaning. */
import type { Concept, ConceptId } from '../concept.ts';
import { formsOf, tokensOf } from './analysis.ts';

/** Concepts tied to each one, in either direction. */
export function neighboursOf(concepts: readonly Concept[]): Map<ConceptId, ConceptId[]> {
  const ties = new Map<ConceptId, Set<ConceptId>>(concepts.map(({ id }) => [id, new Set()]));
  for (const { id, relations } of concepts) {
    for (const other of Object.values(relations).flat() as ConceptId[]) {
      ties.get(id)?.add(other);
      ties.get(other)?.add(id);
    }
  }
  return new Map([...ties].map(([id, others]) => [id, [...others]]));
}

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
