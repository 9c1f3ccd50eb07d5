/** What all forms of exercise share. */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Lang } from '../../core/concept.ts';
import type { Rating } from '../../core/practice/event.ts';
import type { Outcome } from '../../core/practice/session.ts';
import { say } from '../phrases.ts';
import { tell } from './phrases.ts';

/** What the learner did; the session adds its id, its time and what it is worth. */
export interface Attempt extends Pick<Outcome, 'correct' | 'chosen' | 'typed' | 'matched'> {
  /** Where the learner rates the answer. */
  readonly rating?: Rating;
}

/** What every form of exercise is given. */
export interface Form<Body> {
  readonly lang: Lang;
  readonly body: Body;
  /** Orders what is shuffled: the same on every render of one showing. */
  readonly seed: number;
  /** How many hints were taken. */
  readonly hints: number;
  readonly outcome: Outcome | undefined;
  readonly onAttempt: (attempt: Attempt) => void;
  readonly onNext: () => void;
  readonly onGuess: () => void;
}

/** After an answer: the verdict for screen readers, and the way on, which waits for the learner. */
export function Continue({
  lang,
  outcome,
  onNext,
  onGuess,
  children,
}: Pick<Form<unknown>, 'lang' | 'onNext' | 'onGuess'> & {
  outcome: Outcome;
  children?: ComponentChildren;
}): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus({ preventScroll: true }), []);
  const guessed = outcome.correct && outcome.rating === 1;
  return (
    <p class="actions">
      <span class="sr-only" role="status" id="verdict">
        {tell(outcome.correct ? 'right' : 'wrong', lang)}
      </span>
      <button class="primary" ref={button} aria-describedby="verdict" onClick={onNext}>
        {say('next', lang)} <kbd aria-hidden="true">↵</kbd>
      </button>
      {outcome.correct && outcome.rating > 1 && (
        <button class="link" onClick={onGuess}>
          {tell('guessed', lang)} <kbd aria-hidden="true">G</kbd>
        </button>
      )}
      {guessed && (
        <span class="quiet" role="status">
          {tell('guessNoted', lang)}
        </span>
      )}
      {children}
    </p>
  );
}
