/** Which concepts a file mentions and where, by topic in the order of study: the tree "Concepts in This File". */
import type { ConceptId, Lang } from './concept.ts';
import type { Knowledge } from './knowledge.ts';
import type { Mention, Range } from './mention.ts';

/** A place where a concept is mentioned; `uri` is the cell's in a notebook. */
export interface Occurrence {
  readonly uri: string;
  readonly range: Range;
}

/** A concept of the file. */
export interface FileConcept {
  readonly id: ConceptId;
  readonly name: string;
  /** In the order of the file. */
  readonly occurrences: readonly Occurrence[];
}

/** A topic with at least one concept of the file. */
export interface FileTopic {
  readonly id: string;
  readonly name: string;
  /** The most mentioned first. */
  readonly concepts: readonly FileConcept[];
}

/** The mentions of a file, given as one list per document: a file has one, a notebook one per cell. */
export function fileTopics(
  mentions: readonly { readonly uri: string; readonly mentions: readonly Mention[] }[],
  knowledge: Knowledge,
  lang: Lang,
): readonly FileTopic[] {
  const places = new Map<ConceptId, Occurrence[]>();
  for (const { uri, mentions: found } of mentions) {
    for (const { concept, range } of found) {
      const known = places.get(concept);
      if (known) known.push({ uri, range });
      else places.set(concept, [{ uri, range }]);
    }
  }
  const order = new Intl.Collator(lang);
  return knowledge.topics.flatMap(({ id: topic, names }) => {
    const concepts = [...places].flatMap(([id, occurrences]): FileConcept[] => {
      const concept = knowledge.byId.get(id);
      return concept?.topic === topic ? [{ id, name: concept.terms[lang].name, occurrences }] : [];
    });
    concepts.sort((a, b) => b.occurrences.length - a.occurrences.length || order.compare(a.name, b.name));
    return concepts.length > 0 ? [{ id: topic, name: names[lang], concepts }] : [];
  });
}

/** The occurrence after a position, going round at the end; `at` is absent where the cursor is elsewhere. */
export function occurrenceAfter(
  occurrences: readonly Occurrence[],
  at: { readonly uri: string; readonly offset: number } | undefined,
): Occurrence | undefined {
  if (!at) return occurrences[0];
  const here = occurrences.findIndex(({ uri }) => uri === at.uri);
  if (here < 0) return occurrences[0];
  const next = occurrences.findIndex(
    ({ uri, range }, index) => index >= here && (uri !== at.uri || range.start > at.offset),
  );
  return next < 0 ? occurrences[0] : occurrences[next];
}
