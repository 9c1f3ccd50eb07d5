/**
 * The vocabulary of the product: what a concept is once the knowledge compiler has read it.
 * These shapes are what `dist/knowledge/*.json` holds; they are immutable after load.
 */

/** A language in which every concept is written. */
export type Lang = 'en' | 'es';

/** Both languages, in the order in which tables show them. */
export const LANGS: readonly Lang[] = ['en', 'es'];

/** One value for each language. */
export type ByLang<T> = Readonly<Record<Lang, T>>;

/** The stable name of a concept, in kebab case: `lora-rank-alpha`. Progress is recorded under it. */
export type ConceptId = string;

/** The canonical name of a concept in one language, and its other names. */
export interface Term {
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * A place in code where the concept is meant, in the notation of `docs/knowledge-format.md`:
 * `peft.LoraConfig`, `transformers.PreTrainedModel().generate`, `peft.LoraConfig(r=)`, `config:adapter=lora`.
 */
export type Trigger = string;

/** How a concept stands to others. `prerequisites` is acyclic over the whole base. */
export interface Relations {
  readonly prerequisites: readonly ConceptId[];
  readonly partOf: readonly ConceptId[];
  readonly contrasts: readonly ConceptId[];
  readonly related: readonly ConceptId[];
}

/** What a hover, the palette and the lists need to know of a concept: everything but its page. */
export interface Concept {
  readonly id: ConceptId;
  readonly topic: string;
  readonly terms: ByLang<Term>;
  /** Names and aliases that are everyday words: they count only where the context is about ML. */
  readonly ambiguous: readonly string[];
  readonly triggers: readonly Trigger[];
  readonly relations: Relations;
  /** At most 320 characters of plain text with `code`, *emphasis* and no links or citations: the card. */
  readonly summary: ByLang<string>;
  /** The first display formula of the page. */
  readonly formula?: Formula;
  readonly hasFigure: boolean;
  /** The pack that brought it; absent for our own concepts. */
  readonly pack?: string;
}

/** A display formula that a hover can show. */
export interface Formula {
  /** The formula read aloud, for screen readers and plain text. */
  readonly words: ByLang<string>;
}

/** A topic and its names, in the order of study. */
export interface Topic {
  readonly id: string;
  readonly names: ByLang<string>;
}

/** A bibliography entry. Exactly one of the locators is given. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly authors?: string;
  readonly year?: number;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly acl?: string;
  readonly url?: string;
}

/** The page of one concept in one language, rendered ahead. HTML is safe: our compiler wrote every tag of it. */
export interface Page {
  readonly id: ConceptId;
  readonly title: string;
  readonly summaryHtml: string;
  /** In the order of the page: `depth`, `code`, `pitfalls`. */
  readonly sections: readonly PageSection[];
  readonly questions: readonly Question[];
  readonly quiz: readonly QuizItem[];
  /** Ids of the sources cited, in the order of their first citation: number n on the page is entry n - 1. */
  readonly citations: readonly string[];
  /** Theme-aware SVG markup with classes only. */
  readonly figure?: string;
}

/** One of the three prose sections of a page. */
export interface PageSection {
  readonly kind: 'depth' | 'code' | 'pitfalls';
  readonly heading: string;
  readonly html: string;
}

/** A question people ask about a concept, and its answer. */
export interface Question {
  readonly id: string;
  /** Plain text. */
  readonly question: string;
  readonly answerHtml: string;
  /** Plain text of the answer, for search and for recall cards. */
  readonly answerText: string;
}

/** Whether an item asks to remember or to use the concept. */
export type QuizDemand = 'recall' | 'application';

/** One quiz item in one language. `id` is unique within its concept and the same in both languages. */
export type QuizItem = ChoiceItem | ClozeItem;

/** A question with options of which exactly one is right; `true-false` has two. */
export interface ChoiceItem {
  readonly form: 'choice' | 'true-false';
  readonly id: string;
  readonly demand: QuizDemand;
  readonly stemHtml: string;
  readonly options: readonly QuizOption[];
}

/** One option, and why it is right or wrong. */
export interface QuizOption {
  readonly html: string;
  readonly right: boolean;
  readonly whyHtml: string;
}

/** A sentence with one gap, shown as `____` in `stemHtml`. */
export interface ClozeItem {
  readonly form: 'cloze';
  readonly id: string;
  readonly demand: QuizDemand;
  readonly stemHtml: string;
  /** Accepted answers; the first is the one shown. Compared after folding case and accents. */
  readonly answers: readonly string[];
  readonly whyHtml: string;
}
