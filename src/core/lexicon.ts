/** All terms of both languages in one trie of words, and the search for them in prose. */
import type { Concept, ConceptId } from './concept.ts';
import { LANGS } from './concept.ts';
import { formsOf } from './inflection.ts';
import { scan, termsOf, type Terms } from './lexicon/scan.ts';
import { isWordCode, WORD_CLASS } from './lexicon/words.ts';
import { addSense, addTerms, emptyNode, type OtherMeaning } from './lexicon/trie.ts';
import { remembering } from './memory.ts';
import { CASE_CHANGE } from './nameWords.ts';
import type { ReadySense, Sense } from './senses.ts';
import { allSteps } from './steps.ts';
import { fold } from './text.ts';

/** A term of the base in a text. */
export interface TermMatch {
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly ConceptId[];
  /** An everyday word, or an acronym in the wrong case: it counts only where the text around it is about ML. */
  readonly ambiguous: boolean;
  /** Whether the concept belongs to language processing rather than to machine learning at large. */
  readonly ofLanguage: boolean;
  /** Number of words. */
  readonly length: number;
  readonly sense: ReadySense | undefined;
  readonly others?: readonly OtherMeaning[] | undefined;
}

/** Finds terms. Immutable. */
export interface Lexicon {
  /** The longest terms in `text` between two offsets, from left to right, without overlaps. */
  scan(text: string, from: number, to: number): TermMatch[];
  /** The term that an identifier such as `attention_mask` is, as a whole. */
  identifier(name: string): TermMatch | undefined;
  /** Whether a text in small letters has a term of a concept that means it wherever it stands, or the plural of one. */
  isNamed(concept: ConceptId, small: string): boolean;
}

/** Builds the trie. `senses` add everyday words that no concept lists, and what tells their meanings apart. */
export function lexiconOf(concepts: readonly Concept[], senses: readonly Sense[] = []): Lexicon {
  return allSteps(lexiconSteps(concepts, senses));
}

/** The same, a concept at a time. */
export function* lexiconSteps(
  concepts: readonly Concept[],
  senses: readonly Sense[],
): Generator<void, Lexicon> {
  const root = emptyNode();
  const known = new Set(concepts.map(({ id }) => id));
  const atLarge = new Set(concepts.filter(({ topic }) => AT_LARGE.has(topic)).map(({ id }) => id));
  for (const concept of concepts) {
    const ambiguous = new Set(concept.ambiguous.map(fold));
    for (const lang of LANGS) addTerms(root, concept, lang, ambiguous);
    yield;
  }
  for (const sense of senses) addSense(root, sense, known);
  const patterns = remembering((id) => {
    const names = unmistakableNames(id, concepts, senses);
    return names.length ? patternOf(names) : undefined;
  });
  const all = termsOf(root, atLarge);
  return {
    isNamed(id, text) {
      const pattern = patterns(id);
      return pattern !== undefined && hasWord(text, pattern);
    },
    scan: (text, from, to) => scan(all, text, from, to),
    identifier: remembering((name) => {
      const spaced = spacedName(name);
      // `FastText` is a term as it stands
      return whole(all, spaced) ?? (spaced === name ? undefined : whole(all, name));
    }),
  };
}

function unmistakableNames(
  id: ConceptId,
  concepts: readonly Concept[],
  senses: readonly Sense[],
): readonly string[] {
  const concept = concepts.find((one) => one.id === id);
  const everyday = senses.filter(({ ambiguous }) => ambiguous !== false).flatMap(({ terms }) => terms);
  const doubtful = new Set([...everyday, ...(concept?.ambiguous ?? [])].map((term) => formsOf(term).noun));
  const terms = concept
    ? LANGS.flatMap((lang) => [concept.terms[lang].name, ...concept.terms[lang].aliases])
    : [];
  const certain = terms.filter((term) => term.length > 2 && !doubtful.has(formsOf(term).noun));
  const meant = senses.filter((sense) => sense.ambiguous === false && sense.concepts?.[0] === id);
  const all = [...certain, ...meant.flatMap((sense) => sense.terms)];
  return [...new Set(all.map((term) => term.toLowerCase().replace(/[\s_-]+/g, ' ')))];
}

/**
 * One pattern reads a text once for all names, however their words are joined. What has the same first word is together,
 * and the text is in small letters: so few parts are tried at each character.
 */
function patternOf(names: readonly string[]): RegExp {
  const byFirst = new Map<string, string[]>();
  for (const name of names) {
    const [first = '', ...rest] = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').split(' ');
    byFirst.set(first, [...(byFirst.get(first) ?? []), rest.map((word) => `${GAP}${word}`).join('')]);
  }
  const sources = [...byFirst].map(([first, rests]) => `${first}(?:${rests.sort().reverse().join('|')})`);
  return new RegExp(`(?:${sources.join('|')})s?(?!${WORD_CLASS})`, 'g');
}

const GAP = '[\\s_#-]+';

/** Whether a match begins a word; looking behind in the pattern, at each character, takes twice as long. */
function hasWord(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (!isWordCode(text.charCodeAt(match.index - 1))) return true;
    pattern.lastIndex = match.index + 1;
  }
  return false;
}

/** `MultiHeadAttention` -> `Multi Head Attention`. */
function spacedName(name: string): string {
  if (!/[a-z][A-Z]/.test(name)) return name;
  return name.replace(CASE_CHANGE, ' ');
}

/** The term that fills the text. */
function whole(terms: Terms, text: string): TermMatch | undefined {
  const [match] = scan(terms, text, 0, text.length);
  return match && match.end - match.start >= text.replace(/^_+|_+$/g, '').length ? match : undefined;
}

/** Topics whose terms also fill texts about other machine learning. */
const AT_LARGE = new Set(['ml-foundations', 'training', 'evaluation', 'data']);
