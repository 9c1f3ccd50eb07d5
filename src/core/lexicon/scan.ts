/** Terms in a text: one walk over its words, the longest term wins. */
import type { ConceptId } from '../concept.ts';
import { formsOf, isArticle } from '../inflection.ts';
import type { TermMatch } from '../lexicon.ts';
import { copyOf, remembering } from '../memory.ts';
import { ALONE, following, letterBit, prefixesOf, type Prefixes } from './prefixes.ts';
import { LINK, type Ending, type Node } from './trie.ts';
import { wordEnd, wordStart } from './words.ts';

/** What is searched for. */
export interface Terms {
  readonly atLarge: ReadonlySet<ConceptId>;
  readonly prefixes: Prefixes;
  /** Where a first word leads, by how it is written. */
  readonly first: (word: string) => First | undefined;
  /** Matches without their places, by how they are written. */
  readonly written: Map<string, WrittenTerm>;
}

/** The terms of a trie; those of the concepts `atLarge` belong to machine learning rather than to language. */
export function termsOf(root: Node, atLarge: ReadonlySet<ConceptId>): Terms {
  return {
    atLarge,
    prefixes: prefixesOf(root.next),
    first: remembering((word) => {
      const { stem, noun } = formsOf(word);
      const node = root.next.get(stem);
      return node && { node, ending: node.short?.get(noun) };
    }),
    written: new Map(),
  };
}

/** Where a first word leads, and the term that it is by itself. */
interface First {
  readonly node: Node;
  readonly ending: Ending | undefined;
}

/** A match without its place. */
type WrittenTerm = Omit<TermMatch, 'start' | 'end'>;

const LONGEST_GAP = 24;

/** The longest terms between two offsets, from left to right, without overlaps. */
export function scan(terms: Terms, text: string, from: number, to: number): TermMatch[] {
  const found: TermMatch[] = [];
  let at = from;
  for (;;) {
    const start = wordStart(text, at, to);
    if (start >= to) return found;
    let end = wordEnd(text, start, to);
    at = end;
    const after = following(terms.prefixes, text, start, end);
    if (after === 0 || ((after & ALONE) === 0 && !isFollowed(after, text, end, to))) continue;
    const first = terms.first(text.slice(start, end));
    if (!first) continue;
    const { node } = first;
    let { ending } = first;
    let length = 1;
    let last = end;
    let isLinked = false;
    for (let next = node, words = 2; next.next.size;) {
      const nextStart = wordStart(text, last, Math.min(to, last + LONGEST_GAP + 1));
      const mayFollow = (next.letters & letterBit(text.charCodeAt(nextStart))) !== 0;
      if (nextStart >= to || !(mayFollow || isLinked) || !isGap(text, last, nextStart)) break;
      last = wordEnd(text, nextStart, to);
      const word = text.slice(nextStart, last);
      const { stem, links } = formsOf(word);
      const follower = next.next.get(stem) ?? (links ? next.next.get(LINK) : undefined);
      if (follower) {
        next = follower;
        isLinked = links;
        if (next.long?.concepts.length) {
          ending = next.long;
          length = words;
          end = last;
        }
        words++;
      } else if (isLinked && isArticle(word)) {
        isLinked = false;
      } else break;
    }
    if (!ending?.concepts.length) continue;
    at = end;
    if (length === 1 && isFragment(text, start, end)) continue;
    found.push(matchOf(termOf(terms, ending, text.slice(start, end), length), start, end));
  }
}

/** Each property by name: spreading the term takes several times as long. */
function matchOf(term: WrittenTerm, start: number, end: number): TermMatch {
  const { concepts, ambiguous, ofLanguage, length, sense, others } = term;
  return { start, end, concepts, ambiguous, ofLanguage, length, sense, others };
}

/** Whether the next word begins with one of the letters. */
function isFollowed(letters: number, text: string, end: number, to: number): boolean {
  const next = wordStart(text, end, Math.min(to, end + LONGEST_GAP + 1));
  return next < to && (letters & letterBit(text.charCodeAt(next))) !== 0;
}

const REMEMBERED = 5000;

function termOf(terms: Terms, ending: Ending, text: string, length: number): WrittenTerm {
  const { written, atLarge } = terms;
  let term = written.get(text);
  if (!term) {
    const wrongCase = ending.cases !== undefined && !hasCase(ending.cases, text);
    const inner = length > 1 ? innerTerms(terms, text) : [];
    term = {
      concepts: inner.length ? [...new Set([...ending.concepts, ...inner])] : ending.concepts,
      ambiguous: ending.ambiguous || wrongCase,
      ofLanguage: !atLarge.has(ending.concepts[0]!),
      length,
      sense: ending.sense,
      others: length === 1 ? ending.others : undefined,
    };
    if (written.size >= REMEMBERED) written.clear();
    written.set(copyOf(text), term);
  }
  return term;
}

/** What the parts of a longer term mean: *zero-shot classification* is also about *zero-shot*. */
function innerTerms(terms: Terms, text: string): ConceptId[] {
  const lastWord = text.search(/[^\s\-_#>]+$/);
  const afterFirst = wordEnd(text, 0, text.length);
  const parts = [...scan(terms, text, 0, lastWord), ...scan(terms, text, afterFirst, text.length)];
  return parts.filter(({ ambiguous }) => !ambiguous).flatMap(({ concepts }) => concepts.slice(0, 1));
}

/** Not a word of its own: the *re* of *we're* and of *re-tokenized*. */
function isFragment(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  const contracted = /['’]/.test(text.charAt(start - 1)) && isSmallLetter(text, start - 2);
  return contracted || (text[end] === '-' && isSmallLetter(text, end - 1) && isSmallLetter(text, end + 1));
}

function isSmallLetter(text: string, at: number): boolean {
  return /\p{Ll}/u.test(text.charAt(at));
}

function hasCase(cases: ReadonlySet<string>, text: string): boolean {
  return cases.has(text) || (text.endsWith('s') && cases.has(text.slice(0, -1)));
}

/** Words of one term may be apart by blanks, a hyphen, an underscore, or a line break with its comment sign. */
function isGap(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_GAP) return false;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    const blank = c === 32 || c === 10 || c === 13 || c === 9 || c === 160;
    if (!blank && c !== 45 && c !== 95 && c !== 35 && c !== 0x2011 && c !== 62) return false;
  }
  return true;
}
