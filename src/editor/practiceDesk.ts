/** The practice of one page: it deals exercises, records answers and takes them back. */
import type { ConceptId, Lang } from '../core/concept.ts';
import type { HostMessage, PageMessage } from '../core/messages.ts';
import { deckOf } from '../core/practice/deck.ts';
import { exerciseOf } from '../core/practice/exercise.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import type { Reviews } from './reviews.ts';

/** The messages that are about practice. */
export type PracticeMessage = Extract<PageMessage, { type: 'getExercises' | 'answer' | 'undo' | 'mark' }>;

/** One page's desk; it remembers what was answered here, for undo. */
export class PracticeDesk {
  readonly #parts: { readonly knowledge: CompiledKnowledge; readonly reviews: Reviews };
  readonly #say: (message: HostMessage) => void;
  #lastAnswers: string[] = [];

  constructor(
    parts: { readonly knowledge: CompiledKnowledge; readonly reviews: Reviews },
    say: (message: HostMessage) => void,
  ) {
    this.#parts = parts;
    this.#say = say;
  }

  /** Does what a message asks for. */
  async answer(message: PracticeMessage): Promise<void> {
    switch (message.type) {
      case 'getExercises':
        return this.#sendExercises(message.concepts, message.lang);
      case 'answer':
        return this.#record(message);
      case 'undo':
        return this.#undo();
      case 'mark': {
        const { mark: kind, concept, item } = message;
        await this.#parts.reviews.append({ kind, concept, ...(item === undefined ? {} : { item }) });
        return;
      }
    }
  }

  async #sendExercises(concepts: readonly ConceptId[], lang: Lang): Promise<void> {
    const [pages, progress] = await Promise.all([
      this.#parts.knowledge.pages(),
      this.#parts.reviews.progress(),
    ]);
    const wanted = new Set(concepts);
    const asked = pages.candidates().filter(({ concept }) => wanted.size === 0 || wanted.has(concept));
    const t = Date.now();
    const now = { t, tz: -new Date(t).getTimezoneOffset() };
    const deck = deckOf(asked, progress, now, wanted);
    const exercises = deck.queue.flatMap(({ concept, item }) => {
      const page = pages.page(concept, lang);
      return (page && exerciseOf(page, item)) ?? [];
    });
    this.#say({ type: 'exercises', exercises, waiting: deck.waiting });
  }

  async #record({ type: _, ...answer }: Extract<PageMessage, { type: 'answer' }>): Promise<void> {
    const { chosen, ...rest } = answer;
    const event = await this.#parts.reviews.append({
      kind: 'answer',
      ...rest,
      ...(chosen === undefined ? {} : { chosen }),
    });
    this.#lastAnswers.push(event.id);
    this.#say({ type: 'saved', answers: this.#lastAnswers.length });
  }

  async #undo(): Promise<void> {
    const target = this.#lastAnswers.pop();
    if (target !== undefined) await this.#parts.reviews.append({ kind: 'undo', target });
  }
}
