/** A question that the learner answers to themselves, uncovers and rates. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Rating } from '../../core/practice/event.ts';
import type { RecallBody } from '../../core/practice/exercise.ts';
import { Html } from '../html.tsx';
import { say } from '../phrases.ts';
import { Continue } from './form.tsx';
import type { Form } from './form.tsx';
import { digits, useKeys } from './keys.tsx';

/** Enter uncovers, 1 to 4 rate. */
export function Recall({
  body,
  outcome,
  onAttempt,
  seed: _,
  hints: __,
  ...rest
}: Form<RecallBody>): JSX.Element {
  const { lang } = rest;
  const [uncovered, setUncovered] = useState(outcome !== undefined);
  const open = uncovered || outcome !== undefined;
  const rate = (rating: Rating) => open && !outcome && onAttempt({ correct: rating > 1, rating });
  useKeys({
    ...digits((place) => place < 4 && rate((place + 1) as Rating)),
    ...(open ? {} : { enter: () => setUncovered(true), ' ': () => setUncovered(true) }),
  });
  return (
    <>
      <p class="stem">{body.question}</p>
      {open ? (
        <Html class="answer" html={body.answerHtml} />
      ) : (
        <button class="primary" onClick={() => setUncovered(true)}>
          {say('uncover', lang)} <kbd aria-hidden="true">↵</kbd>
        </button>
      )}
      {open && !outcome && (
        <fieldset class="ratings">
          <legend>{say('howWell', lang)}</legend>
          {(['again', 'hard', 'good', 'easy'] as const).map((name, index) => (
            <button key={name} onClick={() => rate((index + 1) as Rating)}>
              <kbd aria-hidden="true">{index + 1}</kbd> {say(name, lang)}
            </button>
          ))}
        </fieldset>
      )}
      {outcome && <Continue outcome={outcome} {...rest} />}
    </>
  );
}
