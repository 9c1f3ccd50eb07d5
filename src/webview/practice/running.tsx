/** A session under way: the exercise in front of the learner, and everything that can be done with it. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_ANSWER_MS } from '../../core/practice/event.ts';
import type { Rating } from '../../core/practice/event.ts';
import type { Exercise } from '../../core/practice/exercise.ts';
import {
  asGuess,
  left,
  next,
  outcomeAt,
  ratingOf,
  skip,
  slotAt,
  undo,
  withAnswer,
  withHint,
  without,
  withNext,
} from '../../core/practice/session.ts';
import type { Session } from '../../core/practice/session.ts';
import type { View } from '../app.tsx';
import { post } from '../host.ts';
import { record } from '../outbox.ts';
import { say } from '../phrases.ts';
import { Done } from './done.tsx';
import { Answering } from './exercise.tsx';
import type { Attempt } from './form.tsx';
import { KeyTable, useKeys } from './keys.tsx';
import { leftSentence, tell } from './phrases.ts';
import { SlippingOffer } from './slipping.tsx';

interface RunningProps extends View {
  readonly session: Session;
  /** None when the session is over. */
  readonly exercise: Exercise | undefined;
  readonly waiting: number;
  readonly onChange: (session: Session) => void;
  readonly onLearn: (exercises: readonly Exercise[]) => void;
  readonly onAgain: () => void;
}

/** Every answer is sent to the log at once; what is shown is the session alone. */
export function Running(props: RunningProps): JSX.Element {
  const { session, exercise, lang, go, back, onChange } = props;
  const [help, setHelp] = useState(false);
  const [note, setNote] = useState<'suspended' | 'snoozed'>();
  const shownAt = useRef(performance.now());
  const question = useRef<HTMLDivElement>(null);
  const slot = slotAt(session);
  const outcome = outcomeAt(session);
  useLayoutEffect(() => {
    shownAt.current = performance.now();
    if (!outcome) window.scrollTo(0, 0);
    // The button that led here is gone: a screen reader goes on at the question, typing in its field.
    const stem = question.current?.querySelector<HTMLElement>('.stem');
    if (!stem || outcome || !document.hasFocus() || document.activeElement instanceof HTMLInputElement)
      return;
    stem.tabIndex = -1;
    stem.focus({ preventScroll: true });
  }, [slot?.seed, session.at]);

  const takeBack = () => {
    const { session: before, target } = undo(session);
    if (target === undefined) return;
    record({ type: 'undo', target });
    onChange(before);
  };
  const goOn = () => {
    setNote(undefined);
    onChange(next(session));
  };
  const leave = () =>
    document.activeElement instanceof HTMLInputElement ? document.activeElement.blur() : back();
  useKeys({ u: takeBack, escape: leave, '?': () => setHelp(!help) });

  if (!exercise || !slot) return <Done {...props} onUndo={takeBack} />;
  const { concept, item } = exercise;
  const recall = exercise.body.form === 'recall';
  const recordAnswer = ({ correct, chosen }: Attempt, rating: Rating, ms: number) =>
    record({
      type: 'answer',
      ...{ concept, item, lang, rating, correct, ms },
      ...(chosen === undefined ? {} : { chosen }),
    });
  const attempt = ({ rating: own, ...done }: Attempt) => {
    if (outcome) return;
    const ms = Math.min(LONGEST_ANSWER_MS, Math.round(performance.now() - shownAt.current));
    const rating = own ?? ratingOf(done.correct, session.hints);
    const event = recordAnswer(done, rating, ms);
    onChange(withAnswer(session, { ...done, event, rating, ms }));
  };
  const guess = () => {
    if (!outcome?.correct || outcome.rating === 1) return;
    record({ type: 'undo', target: outcome.event });
    onChange(asGuess(session, recordAnswer(outcome, 1, outcome.ms)));
  };
  const hint = () => onChange(withHint(session));
  const pass = () => onChange(skip(session));
  const setAside = () => {
    record({ type: 'mark', mark: 'suspend', concept, item });
    setNote('suspended');
    onChange(without(session, exercise));
  };
  const openConcept = () => go({ view: 'concept', id: concept });

  return (
    <div class="practice">
      <RunningKeys
        keys={
          outcome
            ? { c: openConcept, x: setAside, g: recall ? undefined : guess, enter: goOn }
            : { c: openConcept, x: setAside, h: recall ? undefined : hint, s: pass }
        }
      />
      <h1 class="sr-only">{tell('title', lang)}</h1>
      <header class="session">
        <span role="status">{leftSentence(left(session), lang)}</span>
        <span class="grow" />
        <button class="link" disabled={session.outcomes.length === 0} onClick={takeBack}>
          {say('undo', lang)} <kbd aria-hidden="true">U</kbd>
        </button>
        <button
          class="link"
          aria-label={tell('keys', lang)}
          title={tell('keys', lang)}
          aria-expanded={help}
          onClick={() => setHelp(!help)}
        >
          <kbd aria-hidden="true">?</kbd>
        </button>
      </header>
      {help && <KeyTable lang={lang} />}
      {note && (
        <p class="quiet" role="status">
          {tell(note, lang)}
        </p>
      )}
      <Eyebrow {...props} exercise={exercise} />
      <div ref={question}>
        <Answering
          key={`${slot.seed} ${concept} ${item} ${session.at}`}
          lang={lang}
          exercise={exercise}
          seed={slot.seed}
          hints={session.hints}
          outcome={outcome}
          onAttempt={attempt}
          onNext={goOn}
          onGuess={guess}
        />
      </div>
      {outcome?.rating === 1 && exercise.slipping && (
        <SlippingOffer
          lang={lang}
          slipping={exercise.slipping}
          onExtra={(extra) => {
            props.onLearn([extra]);
            onChange(next(withNext(session, extra)));
          }}
          onSnooze={() => {
            record({ type: 'snooze', concept, item });
            setNote('snoozed');
            onChange(without(session, exercise));
          }}
        />
      )}
      <footer class="session">
        <button class="link" onClick={openConcept}>
          {say('openConcept', lang)} <kbd aria-hidden="true">C</kbd>
        </button>
        {!outcome && !recall && (
          <button class="link" onClick={hint}>
            {tell('hint', lang)} <kbd aria-hidden="true">H</kbd>
          </button>
        )}
        {!outcome && (
          <button class="link" onClick={pass}>
            {say('skip', lang)} <kbd aria-hidden="true">S</kbd>
          </button>
        )}
        <button class="link" onClick={setAside}>
          {tell('suspend', lang)} <kbd aria-hidden="true">X</kbd>
        </button>
      </footer>
    </div>
  );
}

/** The concept's name, or where in the learner's own code the question comes from. */
function Eyebrow({ exercise, lang }: RunningProps & { exercise: Exercise }): JSX.Element {
  const { source } = exercise;
  if (!source) return <p class="eyebrow">{exercise.conceptTitle}</p>;
  return (
    <p class="eyebrow">
      {tell('inYourCode', lang)}:{' '}
      <button class="link" title={tell('showLine', lang)} onClick={() => post({ type: 'reveal', ...source })}>
        {source.file}:{source.line}
      </button>
    </p>
  );
}

/** Keys that depend on the exercise: hooks may not stand behind a condition, components may. */
function RunningKeys({ keys }: { keys: Parameters<typeof useKeys>[0] }): null {
  useKeys(keys);
  return null;
}
