/**
 * The concepts as columns, which is how they are shipped: texts of one kind and one language stand together and
 * compress 6 % better than concept by concept.
 */
import type { Concept } from './concept.ts';
import type { CoreData } from './knowledge.ts';

/** Columns of the same length, in the order of the concepts. */
export interface CoreColumns {
  readonly topics: CoreData['topics'];
  readonly ids: readonly string[];
  readonly topicOf: readonly string[];
  readonly en: readonly Concept['terms']['en'][];
  readonly es: readonly Concept['terms']['es'][];
  readonly ambiguous: readonly (readonly string[])[];
  readonly triggers: readonly (readonly string[])[];
  /** Prerequisites, wholes, contrasts, related. */
  readonly relations: readonly (readonly (readonly string[])[])[];
  readonly summaries: readonly [en: readonly string[], es: readonly string[]];
  /** The formula in words; empty where there is none. */
  readonly words: readonly [en: readonly string[], es: readonly string[]];
  readonly figures: readonly (0 | 1)[];
}

/** Takes the concepts apart. */
export function columnsOf({ topics, concepts }: CoreData): CoreColumns {
  const column = <T>(of: (concept: Concept) => T): T[] => concepts.map(of);
  return {
    topics,
    ids: column(({ id }) => id),
    topicOf: column(({ topic }) => topic),
    en: column(({ terms }) => terms.en),
    es: column(({ terms }) => terms.es),
    ambiguous: column(({ ambiguous }) => ambiguous),
    triggers: column(({ triggers }) => triggers),
    relations: column(({ relations: { prerequisites, partOf, contrasts, related } }) => [
      prerequisites,
      partOf,
      contrasts,
      related,
    ]),
    summaries: [column(({ summary }) => summary.en), column(({ summary }) => summary.es)],
    words: [
      column(({ formula }) => formula?.words.en ?? ''),
      column(({ formula }) => formula?.words.es ?? ''),
    ],
    figures: column(({ hasFigure }) => (hasFigure ? 1 : 0)),
  };
}

/** Puts the concepts together again. */
export function coreOf(columns: CoreColumns): CoreData {
  const { topics, ids, topicOf, ambiguous, triggers, relations, summaries, words, figures } = columns;
  const concepts = ids.map((id, at): Concept => {
    const [prerequisites = [], partOf = [], contrasts = [], related = []] = relations[at]!;
    const [en, es] = [words[0][at]!, words[1][at]!];
    return {
      id,
      topic: topicOf[at]!,
      terms: { en: columns.en[at]!, es: columns.es[at]! },
      ambiguous: ambiguous[at]!,
      triggers: triggers[at]!,
      relations: { prerequisites, partOf, contrasts, related },
      summary: { en: summaries[0][at]!, es: summaries[1][at]! },
      ...(en === '' ? {} : { formula: { words: { en, es } } }),
      hasFigure: figures[at] === 1,
    };
  });
  return { topics, concepts };
}
