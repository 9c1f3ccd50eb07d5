/** Items by name: the ids of items are unique within their concept only. */
import type { ConceptId } from '../concept.ts';
import type { ItemId } from './event.ts';

/** An item of a concept as one text: a key for maps. */
export type ItemKey = string;

/** The key of an item. */
export function itemKey(concept: ConceptId, item: ItemId): ItemKey {
  return `${concept}#${item}`;
}
