/** From documents to concepts: what a query finds in the parts of a concept becomes one score. */
import type { ConceptId } from '../concept.ts';
import type { DocumentPart } from './documents.ts';
import type { Ties } from './ties.ts';
import type { Weights } from './weights.ts';

/** One concept that a query found. */
export interface SearchHit {
  readonly concept: ConceptId;
  readonly score: number;
  /** Id of the question that matched better than the rest of the page. */
  readonly question?: string;
  /** What matched where it was not the name. */
  readonly by?: 'api' | 'question' | 'description' | 'tie';
  /** The hit that it is tied to, if it came by the tie alone. */
  readonly tiedTo?: ConceptId;
}

/** A document that a query found: what its words score, and the share of the query that it has, rare words counting more. */
export interface FoundDocument {
  readonly part: DocumentPart;
  readonly score: number;
  readonly covered: number;
  /** An API name of the query stands in it as a whole. */
  readonly hasApi: boolean;
}

/** Ranks the concepts of the documents; `named` tells how much of the query is the name of a concept. */
export function rankConcepts(
  documents: readonly FoundDocument[],
  named: ReadonlyMap<ConceptId, number>,
  ties: Ties,
  weights: Weights,
): SearchHit[] {
  const scored = [...bestParts(documents, weights)].map(([concept, parts]): SearchHit => {
    const { own, best, said, question } = parts;
    const share = named.get(concept) ?? 0;
    const score = own + weights.question * best + weights.description * said + nameBonus(share, weights);
    const by = reasonOf(parts, share);
    return {
      concept,
      score,
      ...(question !== undefined && best > own ? { question } : {}),
      ...(by === undefined ? {} : { by }),
    };
  });
  scored.sort(byScore);
  const least = LEAST_OF_FIRST * ((scored[0]?.score ?? 0) % ALWAYS_FIRST);
  return withTied(scored, ties, weights)
    .filter(({ score }) => score > least)
    .sort(byScore);
}

/** People who ask for a concept often want those that it is tied to: they gain from the best hits. */
function withTied(
  scored: readonly SearchHit[],
  ties: Ties,
  { neighbour, whole, later, closeness }: Weights,
): SearchHit[] {
  const gains = new Map<ConceptId, { gain: number; giver: ConceptId }>();
  scored.slice(0, GIVERS).forEach(({ concept: giver, score }, place) => {
    const share = neighbour * (score >= ALWAYS_FIRST ? whole : 1) * (score % ALWAYS_FIRST) * later ** place;
    for (const [concept, close] of ties.get(giver) ?? []) {
      const gain = share * close ** closeness;
      if (gain > (gains.get(concept)?.gain ?? 0)) gains.set(concept, { gain, giver });
    }
  });
  const hits = new Map(scored.map((hit) => [hit.concept, hit]));
  for (const [concept, { gain, giver }] of gains) {
    const hit = hits.get(concept);
    hits.set(
      concept,
      hit ? { ...hit, score: hit.score + gain } : { concept, score: gain, by: 'tie', tiedTo: giver },
    );
  }
  return [...hits.values()];
}

const GIVERS = 3;
const LEAST_OF_FIRST = 0.1;
const ALWAYS_FIRST = 1000;
/** The share of a query that is all of it. */
const ALL = 0.999;

interface BestParts {
  own: number;
  best: number;
  said: number;
  question?: string;
  hasApi: boolean;
}

/** What spoke most for a concept, where it was neither its name nor the text of its page. */
function reasonOf({ own, best, said, hasApi }: BestParts, named: number): SearchHit['by'] {
  if (hasApi && named < ALL) return 'api';
  if (named > 0) return undefined;
  if (said > own && said > best) return 'description';
  return best > own ? 'question' : undefined;
}

/** The score of each concept's own document, and of the best of its questions and of its descriptions. */
function bestParts(documents: readonly FoundDocument[], { partial }: Weights): Map<ConceptId, BestParts> {
  const concepts = new Map<ConceptId, BestParts>();
  for (const { part, score, covered, hasApi } of documents) {
    const value = score * (partial + (1 - partial) * covered);
    let parts = concepts.get(part.concept);
    if (!parts) concepts.set(part.concept, (parts = { own: 0, best: 0, said: 0, hasApi: false }));
    parts.hasApi ||= hasApi;
    if (part.kind === 'concept') parts.own = value;
    else if (part.kind === 'description') parts.said = Math.max(parts.said, value);
    else if (part.kind === 'question' && value > parts.best) {
      parts.best = value;
      parts.question = part.question;
    }
  }
  return concepts;
}

/** When the whole query is the name, nothing may stand above. */
function nameBonus(share: number, { named, namedPower }: Weights): number {
  return share >= ALL ? ALWAYS_FIRST : named * share ** namedPower;
}

function byScore(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || (a.concept < b.concept ? -1 : 1);
}
