/** Items that keep slipping away, and what may help better than asking them once more. */
import type { Page } from '../concept.ts';
import type { Candidate, ExerciseBody } from './exercise.ts';
import { itemKey } from './itemKey.ts';
import type { Progress } from './progress.ts';

/** Lapses after which an item counts as slipping; Anki's eight are for decks of thousands. */
export const SLIPPING_LAPSES = 4;

/** How often an item was forgotten after it had been learnt. */
export function lapsesOf({ concept, item }: Candidate, progress: Progress): number {
  return progress.items.get(itemKey(concept, item))?.memory.lapses ?? 0;
}

/** The quiz item of the page that is one form easier than the given one, if there is one. */
export function easierItem(
  page: Page,
  than: Candidate['item'],
  form: ExerciseBody['form'],
): string | undefined {
  const ease = FORMS.indexOf(form);
  return page.quiz
    .filter(({ id }) => id !== than)
    .sort((a, b) => FORMS.indexOf(b.form) - FORMS.indexOf(a.form))
    .find((other) => FORMS.indexOf(other.form) < ease)?.id;
}

/** From the easiest to the hardest: recognising is easier than producing. */
const FORMS: readonly ExerciseBody['form'][] = ['true-false', 'choice', 'pairs', 'cloze', 'recall'];
