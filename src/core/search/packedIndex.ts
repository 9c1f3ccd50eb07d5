/**
 * The index in half the bytes: texts with what they share with the one before left out, numbers as
 * {@link PostingsCoder} codes them. Stems are left out where they follow from the words: most postings of a stem are
 * those of the words that have it.
 */
import { AdaptiveNumbers, RangeDecoder, RangeEncoder, type BitCoder } from '../rangeCode.ts';
import { PostingsCoder } from './packedPostings.ts';
import { PostingsStore, united } from './postingsStore.ts';
import type { Postings, ReadIndex } from './termTable.ts';

/** What the reader of an index knows without it. */
export interface IndexRules {
  /** The language of a field whose words are all indexed with their stems. */
  readonly language: (field: string) => string | undefined;
  /** The stems of a word in a language: another language has others, and a stem has none. */
  readonly stems: (term: string, language: string) => readonly string[];
  /** The concept of a document; its documents stand together. */
  readonly group: (document: string) => string;
}

/** The texts of an index, for JSON, and its numbers. */
export interface PackedIndex {
  readonly head: PackedHead;
  readonly numbers: Uint8Array;
}

/** The texts of an index, and how many numbers there are. */
export interface PackedHead {
  readonly fields: readonly string[];
  readonly documents: string;
  /** The terms that are kept, in order. */
  readonly terms: string;
  /** True where stems are left out. */
  readonly derived: boolean;
  readonly lists: number;
  readonly postings: number;
}

/** Packs an index. */
export function packIndex(index: ReadIndex, rules: IndexRules): PackedIndex {
  const { fields, documents, terms, lengths } = index;
  const every = new Map(terms.map((term, at) => [term, index.postings(at)]));
  const given = (term: string): readonly Postings[] => every.get(term) ?? [];
  const stems = finished(stemsOf(terms, fields, (at) => index.postings(at), rules));
  const derived = [...stems].every(([stem, lists]) => {
    const own = given(stem).filter(({ field }) => rules.language(fields[field]!) !== undefined);
    return samePostings(united(lists), own);
  });
  const kept = derived ? terms.filter((term) => !stems.has(term)) : terms;
  const all = [...every.values()].flat();
  const store = new PostingsStore(
    all.length,
    all.reduce((sum, list) => sum + list.documents.length, 0),
  );
  const encoder = new RangeEncoder();
  finished(codeAll(encoder, { fields, documents, kept, lengths, derived, store }, rules, given));
  const head = {
    fields,
    documents: fronted(documents),
    terms: fronted(kept),
    derived,
    lists: store.lists,
    postings: store.starts[store.lists]!,
  };
  return { head, numbers: encoder.finish() };
}

/** Reads what {@link packIndex} packed, in steps of about a millisecond. */
export function* readIndex({ head, numbers }: PackedIndex, rules: IndexRules): Generator<void, ReadIndex> {
  const { fields, derived } = head;
  const documents = unfronted(head.documents);
  const kept = unfronted(head.terms);
  yield;
  const lengths = new Uint16Array(documents.length * fields.length);
  const store = new PostingsStore(head.lists, head.postings);
  const parts = { fields, documents, kept, lengths, derived, store };
  const { firsts, stems } = yield* codeAll(new RangeDecoder(numbers), parts, rules, () => NONE);
  yield;
  const { terms, places } = inOrder(kept, [...stems.keys()]);
  const postings = (at: number): readonly Postings[] => {
    const lists = [...(stems.get(terms[at] ?? '') ?? NONE)];
    const place = places[at] ?? firsts.length;
    for (let list = firsts[place] ?? 0; list < (firsts[place + 1] ?? 0); list += 1) lists.push(list);
    return united(lists.map((list) => store.list(list)));
  };
  return { fields, documents, lengths, terms, postings };
}

/** Two lists in order as one, and the place of each term among all of the first and then all of the second. */
function inOrder(
  words: readonly string[],
  stems: readonly string[],
): { terms: readonly string[]; places: readonly number[] } {
  const terms: string[] = [];
  const places: number[] = [];
  for (let word = 0, stem = 0; word < words.length || stem < stems.length;) {
    const isWord = stem === stems.length || (word < words.length && words[word]! < stems[stem]!);
    terms.push(isWord ? words[word]! : stems[stem]!);
    places.push(isWord ? word++ : words.length + stem++);
  }
  return { terms, places };
}

/** What writing and reading walk along. */
interface Parts {
  readonly fields: readonly string[];
  readonly documents: readonly string[];
  readonly kept: readonly string[];
  readonly lengths: Uint16Array;
  readonly derived: boolean;
  readonly store: PostingsStore;
}

/** What was coded: the first list of each term, those that are kept first, and the lists of the words of each stem. */
interface Coded {
  readonly firsts: readonly number[];
  readonly stems: ReadonlyMap<string, readonly number[]>;
}

/** Writes what `lengths` hold and `given` gives, or fills `lengths`; the lists are in the store in both cases. */
function* codeAll(
  coder: BitCoder,
  { fields, documents, kept, lengths, derived, store }: Parts,
  rules: IndexRules,
  given: (term: string) => readonly Postings[],
): Generator<void, Coded> {
  codeLengths(coder, fields.length, lengths);
  yield;
  const groups = groupsOf(documents, rules);
  const postings = new PostingsCoder(coder, store, { fields: fields.length, lengths, groups });
  const every = fields.map((_, field) => field);
  const firsts = [0];
  for (const term of kept) {
    postings.term(term.length < 4 ? 1 : 0, every, NONE, given(term));
    firsts.push(store.lists);
    if (firsts.length % STEP === 0) yield;
  }
  if (!derived) return { firsts, stems: new Map() };
  const listsOf = (word: number): ListInField[] => {
    const lists: ListInField[] = [];
    for (let list = firsts[word]!; list < firsts[word + 1]!; list += 1)
      lists.push({ field: store.fields[list]!, list });
    return lists;
  };
  const words = yield* stemsOf(kept, fields, listsOf, rules);
  const stems = new Map<string, readonly number[]>();
  const left = every.filter((field) => rules.language(fields[field]!) === undefined);
  for (const stem of [...words.keys()].sort(order)) {
    const near = words.get(stem)!.map(({ list }) => list);
    const own = given(stem).filter(({ field }) => left.includes(field));
    postings.term(2, left, near, own);
    stems.set(stem, near);
    firsts.push(store.lists);
    if (firsts.length % STEP === 0) yield;
  }
  return { firsts, stems };
}

interface ListInField {
  readonly field: number;
  readonly list: number;
}

/** The stems of words with the lists of their words in the fields of their language. */
function* stemsOf<T extends { readonly field: number }>(
  terms: readonly string[],
  fields: readonly string[],
  listsOf: (at: number) => readonly T[],
  rules: IndexRules,
): Generator<void, Map<string, T[]>> {
  const languages = fields.map(rules.language);
  const known = [...new Set(languages)].filter((language) => language !== undefined);
  const stems = new Map<string, T[]>();
  for (let at = 0; at < terms.length; at += 1) {
    if (at % STEP === 0) yield;
    const lists = listsOf(at);
    for (const language of known) {
      let words: readonly string[] | undefined;
      for (const list of lists) {
        if (languages[list.field] !== language) continue;
        words ??= rules.stems(terms[at]!, language);
        for (const stem of words) {
          const before = stems.get(stem);
          if (before) before.push(list);
          else stems.set(stem, [list]);
        }
      }
    }
  }
  return stems;
}

/** How many terms each document has in each field, in contexts of the field before and the document before. */
function codeLengths(coder: BitCoder, fields: number, lengths: Uint16Array): void {
  const numbers = new AdaptiveNumbers(fields * 64);
  for (let at = 0; at < lengths.length; at += 1) {
    const field = at % fields;
    const near = field === 0 ? 0 : lengths[at - 1]!;
    const bucket = near < 16 ? near : Math.min(31, 12 + (near >> 2));
    const before = (lengths[at - fields] ?? 0) > 0 ? 1 : 0;
    lengths[at] = numbers.code(coder, (field * 32 + bucket) * 2 + before, lengths[at]!);
  }
}

/** The number of its concept for each document. */
function groupsOf(documents: readonly string[], rules: IndexRules): Uint16Array {
  let number = -1;
  let last: string | undefined;
  return Uint16Array.from(documents, (document) => {
    const group = rules.group(document);
    if (group !== last) number += 1;
    last = group;
    return number;
  });
}

function samePostings(left: readonly Postings[], right: readonly Postings[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** One line for each text: how much it shares with the one before, in base 36, and the rest. */
function fronted(texts: readonly string[]): string {
  let before = '';
  return texts
    .map((text) => {
      let shared = 0;
      while (shared < 35 && shared < text.length && text[shared] === before[shared]) shared += 1;
      before = text;
      return shared.toString(36) + text.slice(shared);
    })
    .join('\n');
}

function unfronted(lines: string): string[] {
  if (lines === '') return [];
  let before = '';
  return lines
    .split('\n')
    .map((line) => (before = before.slice(0, parseInt(line.charAt(0), 36)) + line.slice(1)));
}

function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The order of terms: that of their code units. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const NONE: readonly never[] = [];
/** Terms of one step. */
const STEP = 64;
