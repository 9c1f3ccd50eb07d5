/** What the practice view can ask: the quiz items of the pages, and the forms that are made from them. */
import type { ConceptId, Page, QuizItem } from '../concept.ts';
import type { ItemId } from './event.ts';
import type { OwnSource } from './ownLine.ts';

/** One exercise, ready to show in one language. */
export interface Exercise {
  readonly concept: ConceptId;
  readonly conceptTitle: string;
  readonly item: ItemId;
  readonly body: ExerciseBody;
  /** Where in the learner's own code it comes from. */
  readonly source?: OwnSource;
  /** That it keeps slipping away, and what may help. */
  readonly slipping?: Slipping;
}

/** An item forgotten so often that asking it once more is no help. */
export interface Slipping {
  /** Times it was forgotten. */
  readonly lapses: number;
  /** The item that sets the concept apart from the one it is taken for. */
  readonly contrast?: Exercise;
  /** An item of the concept in an easier form. */
  readonly easier?: Exercise;
}

/** A quiz item, a question to answer freely, or pairs to match. */
export type ExerciseBody = QuizItem | RecallBody | PairsBody;

/** Names and descriptions that belong together, in the same order. Plain text. */
export interface PairsBody {
  readonly form: 'pairs';
  readonly pairs: readonly { readonly name: string; readonly description: string }[];
}

/** A question whose answer the learner says to themselves, uncovers and rates. */
export interface RecallBody {
  readonly form: 'recall';
  readonly question: string;
  readonly answerHtml: string;
}

/** An item that could be asked. */
export interface Candidate {
  readonly concept: ConceptId;
  readonly item: ItemId;
}

/** The exercise behind an item id, or nothing when the page has no such item any more. */
export function exerciseOf(page: Page, item: ItemId): Exercise | undefined {
  const body = item.startsWith(RECALL)
    ? recallOf(page, item.slice(RECALL.length))
    : page.quiz.find(({ id }) => id === item);
  return body && { concept: page.id, conceptTitle: page.title, item, body };
}

/** The item under which a question of the page is asked for free recall. */
export function questionItem(id: string): ItemId {
  return RECALL + id;
}

const RECALL = 'q:';

function recallOf(page: Page, id: string): RecallBody | undefined {
  const question = page.questions.find((candidate) => candidate.id === id);
  return question && { form: 'recall', question: question.question, answerHtml: question.answerHtml };
}
