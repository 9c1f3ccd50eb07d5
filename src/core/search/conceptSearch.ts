/**
 * Concept search: words are scored one by one, documents by their words, concepts by their documents. Ranking figures
 * and the reasons for the weights are in docs/search.md.
 */
import type { Concept, ConceptId } from '../concept.ts';
import { subjectChunks } from './analysis.ts';
import { IndexBuilder, RULES } from './buildIndex.ts';
import { partOfId } from './documents.ts';
import type { DocumentPart, SearchDocument } from './documents.ts';
import { NameBook } from './nameBook.ts';
import type { SpokenWord } from './nameBook.ts';
import { readIndex } from './packedIndex.ts';
import { rankConcepts } from './ranking.ts';
import type { FoundDocument, SearchHit } from './ranking.ts';
import { readSearchFile } from './searchFile.ts';
import { TermTable } from './termTable.ts';
import { sameWordsOf, tiesOf } from './ties.ts';
import type { Ties } from './ties.ts';
import { WEIGHTS } from './weights.ts';
import type { Weights } from './weights.ts';
import { WordScorer } from './wordScores.ts';
import type { WordScores } from './wordScores.ts';

export type { SearchHit } from './ranking.ts';

/** An open index. */
export interface ConceptSearch {
  /** The best concepts first; empty where nothing matches well. */
  search(query: string, limit?: number): SearchHit[];
}

/** A concept that the index was not built with; what the index has of a concept with the same id gives way. */
export interface PackConcept {
  readonly concept: Concept;
  readonly documents: () => readonly SearchDocument[];
}

/** Opens an index that `buildSearchIndex` made of the same concepts: names and ties come from them. */
export function openSearchIndex(
  file: Uint8Array,
  concepts: readonly Concept[],
  weights = WEIGHTS,
): ConceptSearch {
  const opening = openingSteps(file, concepts, [], weights);
  for (;;) {
    const step = opening.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some milliseconds, with a pause for whoever is typing meanwhile between them. */
export async function openSearchIndexInSlices(
  file: Uint8Array,
  concepts: readonly Concept[],
  added: Iterable<PackConcept>,
  pause: () => Promise<void>,
): Promise<ConceptSearch> {
  const opening = openingSteps(file, concepts, added, WEIGHTS);
  for (;;) {
    const step = opening.next();
    if (step.done) return step.value;
    await pause();
  }
}

function* openingSteps(
  file: Uint8Array,
  concepts: readonly Concept[],
  added: Iterable<PackConcept>,
  weights: Weights,
): Generator<void, ConceptSearch> {
  const { index, wordGroups } = readSearchFile(file);
  yield;
  const replacing = new Map<ConceptId, Concept>();
  const builder = new IndexBuilder();
  for (const { concept, documents } of added) {
    replacing.set(concept.id, concept);
    builder.add(documents());
    yield;
  }
  const own = yield* readIndex(index, RULES);
  const indexes = replacing.size > 0 ? [own, builder.collected()] : [own];
  const table = new TermTable(indexes);
  yield;
  const parts = table.documents.map((id, document) => {
    const part = partOfId(id);
    return document < own.documents.length && replacing.has(part.concept) ? undefined : part;
  });
  yield;
  const everything = [...concepts.filter(({ id }) => !replacing.has(id)), ...replacing.values()];
  const names = new NameBook();
  for (const concept of everything) {
    names.add(concept);
    yield;
  }
  return new Searcher(
    parts,
    new WordScorer(table, sameWordsOf(wordGroups), weights),
    names,
    tiesOf(everything),
    weights,
  );
}

class Searcher implements ConceptSearch {
  /** What each document is of; nothing where another stands in its place. */
  readonly #parts: readonly (DocumentPart | undefined)[];
  readonly #scorer: WordScorer;
  readonly #names: NameBook;
  readonly #ties: Ties;
  readonly #weights: Weights;
  /** Sums over the words of a query, by document; all zero between two queries. */
  readonly #score: Float64Array;
  readonly #covered: Float64Array;
  readonly #words: Uint8Array;

  constructor(
    parts: readonly (DocumentPart | undefined)[],
    scorer: WordScorer,
    names: NameBook,
    ties: Ties,
    weights: Weights,
  ) {
    this.#parts = parts;
    this.#scorer = scorer;
    this.#names = names;
    this.#ties = ties;
    this.#weights = weights;
    this.#score = new Float64Array(parts.length);
    this.#covered = new Float64Array(parts.length);
    this.#words = new Uint8Array(parts.length);
  }

  search(query: string, limit = 20): SearchHit[] {
    const text = query.slice(0, LONGEST_QUERY);
    const chunks = subjectChunks(text).slice(0, MOST_TERMS);
    const words = chunks.map((chunk, at) => this.#scorer.scores(chunk, at === chunks.length - 1));
    const { found, isDescribed } = this.#documentsOf(words);
    if (!isDescribed && !this.#isAbout(words)) return [];
    const named = this.#names.namedIn(text, spokenWords(chunks, words));
    return rankConcepts(found, named, this.#ties, this.#weights).slice(0, limit);
  }

  /** The documents that have any of the words, and whether an everyday description has most of them. */
  #documentsOf(words: readonly WordScores[]): { found: FoundDocument[]; isDescribed: boolean } {
    const touched: number[] = [];
    const withApi = new Set<number>();
    let weight = 0;
    for (const { documents, scores, rarity, apiOf } of words) {
      weight += rarity;
      for (const document of apiOf) withApi.add(document);
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at]!;
        if (this.#words[document] === 0) touched.push(document);
        this.#words[document]! += 1;
        this.#score[document]! += scores[at]!;
        this.#covered[document]! += rarity;
      }
    }
    let isDescribed = false;
    const found: FoundDocument[] = [];
    for (const document of touched) {
      const part = this.#parts[document];
      const covered = this.#covered[document]! / weight;
      if (part) found.push({ part, score: this.#score[document]!, covered, hasApi: withApi.has(document) });
      if (part?.kind === 'description' && this.#words[document]! > 1 && covered >= MOSTLY) isDescribed = true;
      this.#score[document] = this.#covered[document] = this.#words[document] = 0;
    }
    return { found, isDescribed };
  }

  /** Whether the base knows enough of what the query is about. */
  #isAbout(words: readonly WordScores[]): boolean {
    const weights = { subject: 0, mentioned: 0, unknown: 0 };
    for (const { standing, rarity } of words) weights[standing] += rarity;
    const { subject, mentioned, unknown } = weights;
    return (
      subject > 0 &&
      subject >= this.#weights.known * (subject + unknown + this.#weights.mentioned * mentioned)
    );
  }
}

/** The share of a query that a description must have to speak for it alone. */
const MOSTLY = 0.6;
const LONGEST_QUERY = 400;
const MOST_TERMS = 16;

/** The parts of the words with what is known of them; rarity is shared among the parts of an identifier. */
function spokenWords(
  chunks: readonly (readonly string[])[],
  words: readonly WordScores[],
): Map<string, SpokenWord> {
  const spoken = new Map<string, SpokenWord>();
  chunks.forEach((chunk, at) => {
    const { rarity, meant } = words[at]!;
    for (const part of chunk)
      spoken.set(part, {
        rarity: Math.max(rarity / chunk.length, spoken.get(part)?.rarity ?? 0),
        meant: meant.get(part) ?? [],
      });
  });
  return spoken;
}
