/** What answers an assistant's request: the card of a line, then the concept of a term, then the card of a symbol. */
import { nothingFound, unreadable, type ExplainRequest } from './assistant.ts';
import { mentionOfSymbol } from './assistantSymbol.ts';
import { cardOf, type Card } from './card.ts';
import type { Concept, ConceptId, Lang } from './concept.ts';
import type { Document, Documents } from './documents.ts';
import type { Reading } from './insights/reading.ts';
import type { Knowledge } from './knowledge.ts';
import type { Mention } from './mention.ts';
import type { ConceptSearch } from './search/conceptSearch.ts';
import { STOP_WORDS } from './search/stopWords.ts';
import { fold } from './text.ts';

/** What a request is answered from. */
export interface AnswerBase {
  readonly knowledge: Knowledge;
  readonly documents: Documents;
  readonly search: ConceptSearch;
  /** A mention with the defaults of its library. */
  readonly readingOf: (mention: Mention, lang: Lang) => Reading;
}

/** The concept that answers, and how it was found. */
export interface Answer {
  readonly concept: Concept;
  /** The card of the line or of the symbol, with what the values there mean. */
  readonly card?: Card;
  /** The term asked for, when the concept is only the nearest one. */
  readonly nearestTo?: string;
}

/**
 * The answer, or in words why there is none. `file` is what the request names, when it could be read: a term is
 * answered without it.
 */
export function answerOf(
  request: ExplainRequest,
  lang: Lang,
  file: Document | undefined,
  base: AnswerBase,
): Answer | string {
  const { knowledge } = base;
  const { term } = request;
  const answer = (card: Card): Answer => ({ concept: knowledge.byId.get(card.concept)!, card });
  const ofLine = file && cardOfLine(request, lang, file, base);
  if (ofLine) return answer(ofLine);
  if (term === undefined) {
    const place = request.file ?? '';
    return file || place === ''
      ? nothingFound(`${place}:${request.line ?? 1}`, [], knowledge, lang)
      : unreadable(place, lang);
  }
  const found = conceptOfTerm(term, base);
  const ofSymbol = found.named ? undefined : cardOfSymbol(term, lang, base);
  if (ofSymbol) return answer(ofSymbol);
  if (!found.concept) return nothingFound(term, found.near, knowledge, lang);
  return { concept: found.concept, ...(found.named ? {} : { nearestTo: term }) };
}

function cardOfLine(
  { line, term }: ExplainRequest,
  lang: Lang,
  file: Document,
  { knowledge, documents, readingOf }: AnswerBase,
): Card | undefined {
  const listed =
    line === undefined ? undefined : mentionOnLine(documents.mentionsIn(file), file.text, line, term);
  // a list of mentions knows less of each than the look at one place
  const mention = listed && (documents.mentionAt(file, listed.range.start) ?? listed);
  return mention && cardOf(readingOf(mention, lang), knowledge);
}

function cardOfSymbol(
  term: string,
  lang: Lang,
  { knowledge, documents, readingOf }: AnswerBase,
): Card | undefined {
  const mention = mentionOfSymbol(term, documents);
  return mention && cardOf(readingOf(mention, lang), knowledge);
}

/** The mention on a line (from 1) that a term means, or the line's first one when no term is given. */
function mentionOnLine(
  mentions: readonly Mention[],
  text: string,
  line: number,
  term?: string,
): Mention | undefined {
  const start = lineStart(text, line);
  if (start === undefined) return undefined;
  const end = lineStart(text, line + 1) ?? text.length + 1;
  const there = mentions.filter(({ range }) => range.start < end && range.end > start);
  if (term === undefined) return there[0];
  const wanted = fold(term);
  return (
    there.find((mention) => fold(mention.text) === wanted) ??
    there.find((mention) => fold(mention.text).includes(wanted) || wanted.includes(fold(mention.text)))
  );
}

/** The concept that a term names, or else the best that the search finds, and the next best. */
function conceptOfTerm(
  term: string,
  { knowledge, search }: AnswerBase,
): { readonly concept?: Concept; readonly named: boolean; readonly near: readonly ConceptId[] } {
  const wanted = spaced(term);
  const named =
    knowledge.byId.get(term) ??
    knowledge.concepts.find((concept) => namesOf(concept).some((name) => spaced(name) === wanted));
  if (!named && wanted.split(' ').every((word) => STOP_WORDS.has(word))) return { named: false, near: [] };
  const hits = search.search(term, 4).map(({ concept }) => concept);
  const concept = named ?? (hits[0] === undefined ? undefined : knowledge.byId.get(hits[0]));
  return {
    ...(concept ? { concept } : {}),
    named: named !== undefined,
    near: hits.filter((id) => id !== concept?.id).slice(0, 3),
  };
}

/** `gradient_checkpointing`, `fine tuning`: names as assistants write them. */
function spaced(name: string): string {
  return fold(name)
    .replace(/[-_\s`]+/g, ' ')
    .trim();
}

function namesOf({ terms }: Concept): string[] {
  return [terms.en.name, terms.es.name, ...terms.en.aliases, ...terms.es.aliases];
}

function lineStart(text: string, line: number): number | undefined {
  let at = 0;
  for (let current = 1; current < line; current += 1) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return undefined;
  }
  return at;
}
