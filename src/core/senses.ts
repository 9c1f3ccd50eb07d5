/** Everyday words that also are terms: what around them shows the ML sense, and what shows another one. */
import type { ConceptId } from './concept.ts';

/** What `knowledge/senses.yaml` holds once compiled. */
export interface SenseData {
  readonly senses: readonly Sense[];
}

/** One word or several with the same two meanings. */
export interface Sense {
  readonly terms: readonly string[];
  /** Concepts meant, where no concept lists the term itself. */
  readonly concepts?: readonly ConceptId[];
  /** False for words that are terms wherever they stand. */
  readonly ambiguous?: boolean;
  /** Words that show the ML sense when they stand in the same sentence. */
  readonly with?: readonly string[];
  /** Words or phrases that show another sense when they stand close by. */
  readonly without?: readonly string[];
}
