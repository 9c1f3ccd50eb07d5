/** The trie of all terms: its edges are the stems of words. */
import type { Concept, ConceptId, Lang } from '../concept.ts';
import { formsOf, isLink, LINK_LETTERS } from '../inflection.ts';
import { readySense, type ReadySense, type Sense } from '../senses.ts';
import { fold } from '../text.ts';
import { letterBit } from './prefixes.ts';
import { proseWords } from './words.ts';

/** What follows the words read so far. */
export interface Node {
  readonly next: Map<string, Node>;
  /** The first letters of the stems that may come next; see {@link letterBit}. */
  letters: number;
  /** Terms of several words that end here. */
  long?: Ending;
  /** Terms of one word, by noun form. */
  short?: Map<string, Ending>;
}

/** The edge of a preposition that another may stand for; see {@link isLink}. */
export const LINK = '~';

/** A node that nothing follows yet. */
export function emptyNode(): Node {
  return { next: new Map(), letters: 0 };
}

/** The term that ends at a node. */
export interface Ending {
  concepts: ConceptId[];
  ambiguous: boolean;
  /** For acronyms: the spellings that need no context. */
  cases?: Set<string>;
  sense?: ReadySense;
  /** Further meanings of the same words, in the order in which they are asked for. */
  others?: OtherMeaning[];
}

/** What a term means where what it mostly means is not meant. */
export interface OtherMeaning {
  readonly concepts: readonly ConceptId[];
  readonly sense: ReadySense;
}

/** Adds the names of a concept in one language. */
export function addTerms(root: Node, concept: Concept, lang: Lang, ambiguous: ReadonlySet<string>): void {
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

/** Adds everyday words, and what tells their meanings apart. */
export function addSense(root: Node, sense: Sense, known: ReadonlySet<ConceptId>): void {
  const concepts = (sense.concepts ?? []).filter((id) => known.has(id));
  const ready = readySense(sense);
  for (const term of sense.terms) {
    for (const spelling of spellings(term)) {
      const ending = endingAt(root, spelling);
      if (!ending) continue;
      if (sense.or && ending.concepts.length) {
        (ending.others ??= []).push({ concepts, sense: ready });
        continue;
      }
      if (concepts.length) ending.concepts = [...new Set([...concepts, ...ending.concepts])];
      ending.ambiguous = sense.ambiguous !== false && !sense.cased;
      ending.sense = ready;
      if (sense.cased) (ending.cases ??= new Set()).add(term);
      else delete ending.cases;
    }
  }
}

/** `fine-tuning` is also `finetuning`; `pretraining` is also `pre-training`; `tasa de aprendizaje` `tasa_aprendizaje`. */
function spellings(term: string): string[] {
  const all = [term];
  const bare = term.replace(/ (?:del?|en|por|con|para)(?: l[ao]s?)?(?= )/g, '');
  if (bare !== term) all.push(bare, term.replace(/ l[ao]s?(?= )/g, ''));
  if (/^[^\s-]+-[^\s-]+(\s|$)/.test(term)) all.push(term.replace('-', ''));
  if (/^(pre|multi|sub|auto|co|sobre|hiper)\p{L}{4,}/iu.test(term))
    all.push(term.replace(/^(pre|multi|sub|auto|co|sobre|hiper)/i, '$1-'));
  return all;
}

function endingAt(root: Node, term: string): Ending | undefined {
  const parts = proseWords(term, 0, term.length).map(({ start, end }) => term.slice(start, end));
  if (!parts.length) return undefined;
  let node = root;
  for (const [i, part] of parts.entries()) {
    const isAny = i > 0 && isLink(part, parts[i - 1]!);
    const stem = isAny ? LINK : formsOf(part).stem;
    let next = node.next.get(stem);
    if (!next) node.next.set(stem, (next = emptyNode()));
    for (const letter of isAny ? LINK_LETTERS : stem[0]!) node.letters |= letterBit(letter.charCodeAt(0));
    node = next;
  }
  if (parts.length > 1) return (node.long ??= { concepts: [], ambiguous: false });
  const short = (node.short ??= new Map<string, Ending>());
  const { noun } = formsOf(parts[0]!);
  let ending = short.get(noun);
  if (!ending) short.set(noun, (ending = { concepts: [], ambiguous: false }));
  return ending;
}
