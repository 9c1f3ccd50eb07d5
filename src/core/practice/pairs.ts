/** Matching pairs, made from a concept and the ones it is taken for: names on one side, what they are on the other. */
import type { Concept, ConceptId, Lang } from '../concept.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ItemId } from './event.ts';
import type { Candidate, Exercise, PairsBody } from './exercise.ts';

/** The id of the matching item of a concept. */
export const PAIRS: ItemId = 'pairs';

/** The matching item of every concept that has something to be taken for. */
export function pairsCandidates(knowledge: Knowledge): Candidate[] {
  return knowledge.concepts
    .filter((concept) => partnersOf(concept, knowledge).length >= LEAST - 1)
    .map(({ id }) => ({ concept: id, item: PAIRS }));
}

/** The matching exercise of a concept; nothing when it has too few neighbours. */
export function pairsOf(id: ConceptId, knowledge: Knowledge, lang: Lang): Exercise | undefined {
  const concept = knowledge.byId.get(id);
  if (!concept) return undefined;
  const partners = partnersOf(concept, knowledge);
  if (partners.length < LEAST - 1) return undefined;
  const all = [concept, ...partners].slice(0, MOST);
  const body: PairsBody = {
    form: 'pairs',
    pairs: all.map((each) => ({ name: each.terms[lang].name, description: describe(each, all, lang) })),
  };
  return { concept: id, conceptTitle: concept.terms[lang].name, item: PAIRS, body };
}

const LEAST = 3;
const MOST = 4;

/** Contrasts first, which are what is taken for it; then neighbours. */
function partnersOf({ id, relations }: Concept, { byId }: Knowledge): Concept[] {
  const ids = [...relations.contrasts, ...relations.related];
  const others = [...new Set(ids)].filter((other) => other !== id).flatMap((other) => byId.get(other) ?? []);
  return others.slice(0, MOST - 1);
}

/** The first sentence of the summary, in which no name of the exercise can be read. */
function describe(concept: Concept, all: readonly Concept[], lang: Lang): string {
  const sentence = /^.*?[.!?](?=\s|$)/su.exec(concept.summary[lang])?.[0] ?? concept.summary[lang];
  const names = all
    .flatMap(({ terms }) => [terms[lang].name, ...terms[lang].aliases])
    .filter((name) => name.length >= 3)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return sentence.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
    '…',
  );
}
