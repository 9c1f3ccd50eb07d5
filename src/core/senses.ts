/** Everyday words that also are terms: what around them shows the ML sense, and what shows another one. */
import type { ConceptId } from './concept.ts';
import { formsOf } from './inflection.ts';
import { startsOf, type Starts } from './lexicon/prefixes.ts';
import { fold } from './text.ts';

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
  /** Spelled as here it is a term wherever it stands (`RoPE`, `ZeRO`); in any other case it is an everyday word. */
  readonly cased?: boolean;
  /** A second meaning of words that have one of ours already: asked for where the first is not meant. */
  readonly or?: boolean;
  /** The words of {@link with} are not only a sign but a condition: for words as common as `key` and `step`. */
  readonly strict?: boolean;
  /** Only the same sentence shows the ML sense, not the text around: for words so common that it says little. */
  readonly narrow?: boolean;
  /** In a text about language it mostly means its concept: half of the evidence is there from the start. `prose`: as a word, not as a name. */
  readonly likely?: boolean | 'prose';
  /** Words that show the ML sense when they stand in the same sentence. */
  readonly with?: readonly string[];
  /** Words or phrases that show another sense when they stand close by. */
  readonly without?: readonly string[];
}

/** A sense made ready for comparing: folded once, not at every hover. */
export interface ReadySense {
  /** Noun forms of {@link Sense.with}. */
  readonly with: ReadonlySet<string>;
  /** How they begin. */
  readonly withStarts: Starts;
  readonly strict: boolean;
  readonly narrow: boolean;
  readonly likely: boolean;
  readonly likelyName: boolean;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly around: PhrasesByLetter;
  /** Whether there are words that show another sense at all. */
  readonly hasVetoes: boolean;
}

/** Phrases by the unit that each begins with. */
export type PhrasesByLetter = ReadonlyMap<number, readonly string[]>;

/** Makes a sense ready. */
export function readySense(sense: Sense): ReadySense {
  const phrases = (sense.without ?? []).map(fold);
  const signs = new Set((sense.with ?? []).map((word) => formsOf(word).noun));
  return {
    with: signs,
    withStarts: startsOf(signs),
    strict: sense.strict === true,
    narrow: sense.narrow === true || sense.cased === true,
    likely: sense.likely === true || sense.likely === 'prose',
    likelyName: sense.likely === true,
    before: phrases.filter((phrase) => phrase.endsWith('~')).map((phrase) => phrase.slice(0, -1).trim()),
    after: phrases.filter((phrase) => phrase.startsWith('~')).map((phrase) => phrase.slice(1).trim()),
    around: byLetter(phrases.filter((phrase) => !phrase.startsWith('~') && !phrase.endsWith('~'))),
    hasVetoes: phrases.length > 0,
  };
}

function byLetter(phrases: readonly string[]): PhrasesByLetter {
  const found = new Map<number, string[]>();
  for (const phrase of phrases) {
    const first = phrase.charCodeAt(0);
    found.set(first, [...(found.get(first) ?? []), phrase]);
  }
  return found;
}
