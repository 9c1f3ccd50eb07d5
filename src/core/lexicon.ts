/** All terms of both languages in one trie of words, and the search for them in prose. */
import type { Concept, ConceptId, Lang } from './concept.ts';
import { LANGS } from './concept.ts';
import { formsOf } from './inflection.ts';
import { readySense, type ReadySense, type Sense } from './senses.ts';
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
  readonly sense?: ReadySense;
}

/** A word of prose. */
export interface ProseWord {
  readonly start: number;
  readonly end: number;
}

/** Finds terms. Immutable. */
export interface Lexicon {
  /** The longest terms in `text` between two offsets, from left to right, without overlaps. */
  scan(text: string, from: number, to: number): TermMatch[];
  /** The term that an identifier such as `attention_mask` is, as a whole. */
  identifier(name: string): TermMatch | undefined;
}

/** Builds the trie. `senses` add everyday words that no concept lists, and what tells their meanings apart. */
export function lexiconOf(concepts: readonly Concept[], senses: readonly Sense[] = []): Lexicon {
  const root: Node = { next: new Map() };
  const known = new Set(concepts.map(({ id }) => id));
  const atLarge = new Set(concepts.filter(({ topic }) => AT_LARGE.has(topic)).map(({ id }) => id));
  for (const concept of concepts) {
    const ambiguous = new Set(concept.ambiguous.map(fold));
    for (const lang of LANGS) addTerms(root, concept, lang, ambiguous);
  }
  for (const sense of senses) addSense(root, sense, known);
  const trie = trieOf(root, atLarge);
  return {
    scan: (text, from, to) => scan(trie, text, from, to),
    identifier(name) {
      // `MultiHeadAttention` -> `Multi Head Attention`
      const spaced = /[a-z][A-Z]/.test(name)
        ? name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
        : name;
      const [match] = scan(trie, spaced, 0, spaced.length);
      return match && match.end - match.start >= spaced.replace(/^_+|_+$/g, '').length ? match : undefined;
    },
  };
}

/** Topics whose terms also fill texts about other machine learning. */
const AT_LARGE = new Set(['ml-foundations', 'training', 'evaluation', 'data']);

/** The words of a text between two offsets: runs of letters and digits; everything else separates. */
export function proseWords(text: string, from: number, to: number): ProseWord[] {
  const found: ProseWord[] = [];
  let start = -1;
  for (let i = from; i <= to; i++) {
    const inside = i < to && isWordCode(text.charCodeAt(i));
    if (inside && start < 0) start = i;
    else if (!inside && start >= 0) {
      found.push({ start, end: i });
      start = -1;
    }
  }
  return found;
}

interface Trie {
  readonly root: Node;
  readonly atLarge: ReadonlySet<ConceptId>;
  readonly prefixes: Uint8Array;
}

interface Node {
  readonly next: Map<string, Node>;
  /** Terms of several words that end here. */
  long?: Ending;
  /** Terms of one word, by noun form. */
  short?: Map<string, Ending>;
}

interface Ending {
  concepts: ConceptId[];
  ambiguous: boolean;
  /** For acronyms: the spellings that need no context. */
  cases?: Set<string>;
  sense?: ReadySense;
}

function addTerms(root: Node, concept: Concept, lang: Lang, ambiguous: ReadonlySet<string>): void {
  const { name, aliases } = concept.terms[lang];
  for (const term of [name, ...aliases]) {
    const acronym = /^[A-Z][A-Z0-9]{1,4}$/.test(term);
    for (const spelling of spellings(term)) {
      const ending = endingAt(root, spelling);
      if (!ending) continue;
      if (!ending.concepts.includes(concept.id)) {
        // the concept that has it as its name comes before those that have it as an alias
        if (term === name) ending.concepts.unshift(concept.id);
        else ending.concepts.push(concept.id);
      }
      if (ambiguous.has(fold(term))) ending.ambiguous = true;
      if (acronym) (ending.cases ??= new Set()).add(term);
      else delete ending.cases;
    }
  }
}

function addSense(root: Node, sense: Sense, known: ReadonlySet<ConceptId>): void {
  const concepts = (sense.concepts ?? []).filter((id) => known.has(id));
  const ready = readySense(sense);
  for (const term of sense.terms) {
    for (const spelling of spellings(term)) {
      const ending = endingAt(root, spelling);
      if (!ending) continue;
      if (concepts.length) ending.concepts = [...new Set([...concepts, ...ending.concepts])];
      ending.ambiguous = sense.ambiguous !== false && !sense.cased;
      ending.sense = ready;
      if (sense.cased) (ending.cases ??= new Set()).add(term);
      else delete ending.cases;
    }
  }
}

/** `fine-tuning` is also `finetuning`; `pretraining` is also `pre-training`. */
function spellings(term: string): string[] {
  const all = [term];
  if (/^[^\s-]+-[^\s-]+(\s|$)/.test(term)) all.push(term.replace('-', ''));
  if (/^(pre|multi|sub|auto|co)\p{L}{4,}/iu.test(term))
    all.push(term.replace(/^(pre|multi|sub|auto|co)/i, '$1-'));
  return all;
}

function endingAt(root: Node, term: string): Ending | undefined {
  const parts = proseWords(term, 0, term.length).map(({ start, end }) => term.slice(start, end));
  if (!parts.length) return undefined;
  let node = root;
  for (const part of parts) {
    const { stem } = formsOf(part);
    let next = node.next.get(stem);
    if (!next) node.next.set(stem, (next = { next: new Map() }));
    node = next;
  }
  if (parts.length > 1) return (node.long ??= { concepts: [], ambiguous: false });
  const short = (node.short ??= new Map<string, Ending>());
  const { noun } = formsOf(parts[0]!);
  let ending = short.get(noun);
  if (!ending) short.set(noun, (ending = { concepts: [], ambiguous: false }));
  return ending;
}

const LONGEST_GAP = 24;

function scan(trie: Trie, text: string, from: number, to: number): TermMatch[] {
  const found: TermMatch[] = [];
  let at = from;
  for (;;) {
    const start = wordStart(text, at, to);
    if (start >= to) return found;
    let end = wordEnd(text, start, to);
    at = end;
    if (!mayBegin(trie, text, start, end)) continue;
    const forms = formsOf(text.slice(start, end));
    const node = trie.root.next.get(forms.stem);
    if (!node) continue;
    let length = 1;
    let ending = node.short?.get(forms.noun);
    let last = end;
    for (let next: Node | undefined = node, words = 2; next.next.size; words++) {
      const nextStart = wordStart(text, last, Math.min(to, last + LONGEST_GAP + 1));
      if (nextStart >= to || !isGap(text, last, nextStart)) break;
      last = wordEnd(text, nextStart, to);
      next = next.next.get(formsOf(text.slice(nextStart, last)).stem);
      if (!next) break;
      if (next.long?.concepts.length) {
        ending = next.long;
        length = words;
        end = last;
      }
    }
    if (!ending?.concepts.length) continue;
    at = end;
    const wrongCase = ending.cases !== undefined && !hasCase(ending.cases, text.slice(start, end));
    const ambiguous = ending.ambiguous || wrongCase;
    const sense = ending.sense ? { sense: ending.sense } : {};
    const ofLanguage = !trie.atLarge.has(ending.concepts[0]!);
    const inner = length > 1 ? innerTerms(trie, text, start, end) : [];
    const concepts = inner.length ? [...new Set([...ending.concepts, ...inner])] : ending.concepts;
    found.push({ start, end, concepts, ambiguous, ofLanguage, length, ...sense });
  }
}

/** What the parts of a longer term mean: *zero-shot classification* is also about *zero-shot*. */
function innerTerms(trie: Trie, text: string, start: number, end: number): ConceptId[] {
  const lastWord = text.slice(start, end).search(/[^\s\-_#>]+$/);
  const parts = [
    ...scan(trie, text, start, start + lastWord),
    ...scan(trie, text, wordEnd(text, start, end), end),
  ];
  return parts.filter(({ ambiguous }) => !ambiguous).flatMap(({ concepts }) => concepts.slice(0, 1));
}

/** A cheap test that spares most words the look-up: the first three letters of all first words of terms. */
function mayBegin(trie: Trie, text: string, start: number, end: number): boolean {
  if (end - start < 3) return true;
  const index = prefixIndex(text, start);
  return index < 0 || trie.prefixes[index] === 1;
}

/** The first three letters as a number below 2^15; -1 where they are not all of a-z. */
function prefixIndex(text: string, start: number): number {
  let index = 0;
  for (let i = start; i < start + 3; i++) {
    const letter = (text.charCodeAt(i) | 32) - 97;
    if (letter < 0 || letter > 25) return -1;
    index = (index << 5) | letter;
  }
  return index;
}

/** Stems of fewer than three letters may come from any longer word that begins with them. */
function trieOf(root: Node, atLarge: ReadonlySet<ConceptId>): Trie {
  const prefixes = new Uint8Array(1 << 15);
  for (const stem of root.next.keys()) {
    if (!/^[a-z]+$/.test(stem.slice(0, 3))) continue;
    const thirds = stem.length < 3 ? LETTERS : [''];
    const seconds = stem.length < 2 ? LETTERS : [''];
    for (const second of seconds)
      for (const third of thirds) prefixes[prefixIndex(stem + second + third, 0)] = 1;
  }
  return { root, atLarge, prefixes };
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

function wordStart(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isWordCode(text.charCodeAt(at))) at++;
  return at;
}

function wordEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWordCode(text.charCodeAt(at))) at++;
  return at;
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

function isWordCode(c: number): boolean {
  if (c < 128) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57);
  return (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) || (c >= 0x3040 && c < 0xd800);
}
