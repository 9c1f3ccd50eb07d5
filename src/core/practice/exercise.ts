/** What the practice view can ask: the quiz items of the pages, and the forms that are made from them. */
import type { ConceptId, Page, QuizItem } from '../concept.ts';
import type { ItemId } from './event.ts';

/** One exercise, ready to show in one language. */
export interface Exercise {
  readonly concept: ConceptId;
  readonly conceptTitle: string;
  readonly item: ItemId;
  readonly body: ExerciseBody;
}

/** A quiz item, a question to answer freely, or pairs to match. */
export type ExerciseBody = QuizItem | RecallBody;

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
