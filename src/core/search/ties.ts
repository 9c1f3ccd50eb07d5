/** What belongs together: concepts by their relations, everyday words by their meaning. */
import type { Concept, ConceptId } from '../concept.ts';
import { formsOf, tokensOf } from './analysis.ts';

/** Concepts tied to each one, in either direction. */
export function neighboursOf(concepts: readonly Concept[]): [ConceptId, ConceptId[]][] {
  const ties = new Map<ConceptId, Set<ConceptId>>(concepts.map(({ id }) => [id, new Set()]));
  for (const { id, relations } of concepts) {
    for (const other of Object.values(relations).flat() as ConceptId[]) {
      ties.get(id)?.add(other);
      ties.get(other)?.add(id);
    }
  }
  return [...ties].map(([id, others]) => [id, [...others]]);
}

/** A word to the stems of the words that mean the same, by every form in which it may be typed. */
export function sameWordsOf(groups: readonly (readonly string[])[]): Map<string, string[]> {
  const same = new Map<string, string[]>();
  for (const group of groups) {
    const forms = [...new Set(group.flatMap((word) => formsOf(tokensOf(word)[0] ?? '')))];
    const stems = forms.filter((form) => form.includes(':') || form.length < 4);
    for (const form of forms) same.set(form, [...new Set([...(same.get(form) ?? []), ...stems])]);
  }
  return same;
}
