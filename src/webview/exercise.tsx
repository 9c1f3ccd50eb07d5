/** One exercise: the question, how it is answered, and what every option teaches. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChoiceItem, ClozeItem, Lang } from '../core/concept.ts';
import type { Rating } from '../core/practice/event.ts';
import type { Exercise, RecallBody } from '../core/practice/exercise.ts';
import { fold } from '../core/text.ts';
import { Html } from './html.tsx';
import { say } from './phrases.ts';

/** How an exercise was answered. */
export interface Outcome {
  readonly correct: boolean;
  readonly rating: Rating;
  /** Index of the option in stored order. */
  readonly chosen?: number;
  readonly typed?: string;
}

/** What every form of exercise is given. */
interface Form<Body> {
  readonly lang: Lang;
  readonly body: Body;
  readonly outcome: Outcome | undefined;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onNext: () => void;
}

/** Shows an exercise in its form. */
export function Answering({
  exercise,
  ...rest
}: Omit<Form<unknown>, 'body'> & { exercise: Exercise }): JSX.Element {
  const { body } = exercise;
  switch (body.form) {
    case 'choice':
    case 'true-false':
      return <Choice body={body} {...rest} />;
    case 'cloze':
      return <Cloze body={body} {...rest} />;
    case 'recall':
      return <Recall body={body} {...rest} />;
  }
}

function Choice({ lang, body, outcome, onOutcome, onNext }: Form<ChoiceItem>): JSX.Element {
  const [order] = useState(() =>
    body.form === 'true-false' ? body.options.map((_, index) => index) : shuffled(body.options.length),
  );
  const choose = (place: number) => {
    const chosen = order[place];
    const option = chosen === undefined ? undefined : body.options[chosen];
    if (!outcome && option && chosen !== undefined)
      onOutcome({ correct: option.right, rating: option.right ? 3 : 1, chosen });
  };
  useDigits(choose);
  return (
    <>
      <Html class="stem" html={body.stemHtml} />
      <ol class="options">
        {order.map((index, place) => {
          const option = body.options[index]!;
          const mark = outcome && (option.right ? 'right' : index === outcome.chosen ? 'wrong' : 'other');
          return (
            <li key={index}>
              <button
                class={`option ${mark ?? ''}`}
                aria-disabled={outcome !== undefined}
                onClick={() => choose(place)}
              >
                <kbd aria-hidden="true">{mark === 'right' ? '✓' : mark === 'wrong' ? '✗' : place + 1}</kbd>
                <Html as="span" html={option.html} />
                {mark === 'right' || mark === 'wrong' ? <span class="verdict">{say(mark, lang)}</span> : null}
              </button>
              {outcome && <Html class="why" html={option.whyHtml} />}
            </li>
          );
        })}
      </ol>
      {outcome && <Continue lang={lang} onNext={onNext} correct={outcome.correct} />}
    </>
  );
}

function Cloze({ lang, body, outcome, onOutcome, onNext }: Form<ClozeItem>): JSX.Element {
  const [typed, setTyped] = useState(outcome?.typed ?? '');
  const submit = (event: Event) => {
    event.preventDefault();
    if (outcome || typed.trim() === '') return;
    const correct = body.answers.some((answer) => sameAnswer(answer, typed));
    onOutcome({ correct, rating: correct ? 3 : 1, typed });
  };
  return (
    <form onSubmit={submit}>
      <Html class="stem" html={body.stemHtml} />
      <label class="field">
        {say('yourAnswer', lang)}
        <input
          autofocus
          autocomplete="off"
          spellcheck={false}
          readOnly={outcome !== undefined}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      {outcome ? (
        <>
          <p class={`verdict ${outcome.correct ? 'right' : 'wrong'}`} role="status">
            {outcome.correct ? `✓ ${say('right', lang)}` : `✗ ${body.answers[0]}`}
          </p>
          <Html class="why" html={body.whyHtml} />
          <Continue lang={lang} onNext={onNext} correct={outcome.correct} />
        </>
      ) : (
        <button class="primary" type="submit">
          {say('check', lang)}
        </button>
      )}
    </form>
  );
}

function Recall({ lang, body, outcome, onOutcome, onNext }: Form<RecallBody>): JSX.Element {
  const [uncovered, setUncovered] = useState(outcome !== undefined);
  const rate = (rating: Rating) => uncovered && !outcome && onOutcome({ correct: rating > 1, rating });
  useDigits((place) => rate(Math.min(4, place + 1) as Rating));
  useEnter(() => !uncovered && setUncovered(true));
  const ratings = ['again', 'hard', 'good', 'easy'] as const;
  return (
    <>
      <p class="stem">{body.question}</p>
      {uncovered ? (
        <Html class="answer" html={body.answerHtml} />
      ) : (
        <button class="primary" onClick={() => setUncovered(true)}>
          {say('uncover', lang)} <kbd>↵</kbd>
        </button>
      )}
      {uncovered && !outcome && (
        <fieldset class="ratings">
          <legend>{say('howWell', lang)}</legend>
          {ratings.map((name, index) => (
            <button key={name} onClick={() => rate((index + 1) as Rating)}>
              <kbd aria-hidden="true">{index + 1}</kbd> {say(name, lang)}
            </button>
          ))}
        </fieldset>
      )}
      {outcome && <Continue lang={lang} onNext={onNext} correct={outcome.correct} />}
    </>
  );
}

function Continue({
  lang,
  onNext,
  correct,
  children,
}: {
  lang: Lang;
  onNext: () => void;
  correct: boolean;
  children?: ComponentChildren;
}): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <p class="actions">
      <span class="sr-only" role="status">
        {say(correct ? 'right' : 'wrong', lang)}
      </span>
      {children}
      <button class="primary" ref={button} onClick={onNext}>
        {say('next', lang)} <kbd>↵</kbd>
      </button>
    </p>
  );
}

/** Accents, case, hyphens and spaces do not make an answer wrong. */
function sameAnswer(a: string, b: string): boolean {
  const bare = (text: string) => fold(text).replace(/[\s\-_.]+/g, '');
  return bare(a) === bare(b);
}

function shuffled(length: number): number[] {
  const order = [...Array(length).keys()];
  for (let i = length - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function useDigits(onDigit: (place: number) => void): void {
  useKey((event) => {
    if (!/^[1-9]$/.test(event.key) || event.target instanceof HTMLInputElement) return false;
    onDigit(Number(event.key) - 1);
    return true;
  });
}

function useEnter(onEnter: () => void): void {
  useKey((event) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return false;
    onEnter();
    return true;
  });
}

function useKey(onKey: (event: KeyboardEvent) => boolean): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && onKey(event)) event.preventDefault();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  });
}
