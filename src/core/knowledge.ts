/** The compiled base as the surfaces ask for it: concepts by id, by topic and by relation. */
import type { Concept, ConceptId, Topic } from './concept.ts';

/** What `dist/knowledge/core.json` holds; read at the first hover, search or page. */
export interface CoreData {
  readonly topics: readonly Topic[];
  readonly concepts: readonly Concept[];
}

/** The base with its look-ups. Immutable after {@link knowledgeOf}. */
export interface Knowledge {
  readonly topics: readonly Topic[];
  readonly concepts: readonly Concept[];
  /** A `Map`, because words such as `constructor` are looked up too. */
  readonly byId: ReadonlyMap<ConceptId, Concept>;
}

/** Builds the look-ups over compiled data. */
export function knowledgeOf(data: CoreData): Knowledge {
  return {
    topics: data.topics,
    concepts: data.concepts,
    byId: new Map(data.concepts.map((concept) => [concept.id, concept])),
  };
}
