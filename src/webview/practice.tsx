/** Practice: one exercise at a time, every answer recorded, every option explained; all of it by keyboard. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lang } from '../core/concept.ts';
import type { Exercise } from '../core/practice/exercise.ts';
import type { View } from './app.tsx';
import { Answering } from './exercise.tsx';
import type { Outcome } from './exercise.tsx';
import { listen, post } from './host.ts';
import { say } from './phrases.ts';

/** A session over what is due, or over the given concepts. */
export function Practice({ lang, go, concepts }: View & { concepts: readonly string[] }): JSX.Element {
  const [queue, setQueue] = useState<readonly Exercise[]>();
  const [waiting, setWaiting] = useState(0);
  const [at, setAt] = useState(0);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const startedAt = useRef(performance.now());
  useEffect(() => {
    const stop = listen((message) => {
      if (message.type !== 'exercises') return;
      setQueue(message.exercises);
      setWaiting(message.waiting);
    });
    post({ type: 'getExercises', concepts: [...concepts], lang });
    return stop;
  }, []);
  useEffect(() => {
    startedAt.current = performance.now();
  }, [at]);

  const exercise = queue?.[at];
  const outcome = outcomes[at];
  const keyboard = useMemo(
    () => ({ undo, skip, concept: () => exercise && go({ view: 'concept', id: exercise.concept }) }),
    [exercise, outcome],
  );
  useEffect(() => onKeys(keyboard), [keyboard]);

  if (!queue) return <p class="quiet">{say('loading', lang)}</p>;
  if (!exercise) return <Done lang={lang} outcomes={outcomes} waiting={waiting} />;

  return (
    <div class="practice">
      <header class="session">
        <span role="status">
          {queue.length - at} {say('left', lang)}
        </span>
        <span class="grow" />
        <button class="link" disabled={outcomes.length === 0} onClick={undo}>
          {say('undo', lang)} <kbd>U</kbd>
        </button>
      </header>
      <p class="eyebrow">{exercise.conceptTitle}</p>
      <Answering
        key={`${exercise.concept} ${exercise.item} ${at}`}
        lang={lang}
        exercise={exercise}
        outcome={outcome}
        onOutcome={record}
        onNext={next}
      />
      <footer class="session">
        <button class="link" onClick={keyboard.concept}>
          {say('openConcept', lang)} <kbd>C</kbd>
        </button>
        {!outcome && (
          <button class="link" onClick={skip}>
            {say('skip', lang)} <kbd>S</kbd>
          </button>
        )}
      </footer>
    </div>
  );

  function record(result: Outcome): void {
    if (!exercise || outcome) return;
    const ms = Math.min(60_000, Math.round(performance.now() - startedAt.current));
    post({
      type: 'answer',
      concept: exercise.concept,
      item: exercise.item,
      lang,
      rating: result.rating,
      correct: result.correct,
      ms,
      ...(result.chosen === undefined ? {} : { chosen: result.chosen }),
    });
    setOutcomes([...outcomes.slice(0, at), result]);
  }

  function next(): void {
    if (outcome && !outcome.correct && exercise && queue) setQueue([...queue, exercise]);
    setAt(at + 1);
  }

  function skip(): void {
    if (!outcome && queue) setQueue(queue.filter((_, index) => index !== at));
  }

  function undo(): void {
    if (outcomes.length === 0) return;
    post({ type: 'undo' });
    setOutcomes(outcomes.slice(0, -1));
    setAt(outcomes.length - 1);
  }
}

function Done({
  lang,
  outcomes,
  waiting,
}: {
  lang: Lang;
  outcomes: readonly Outcome[];
  waiting: number;
}): JSX.Element {
  if (outcomes.length === 0) return <p class="quiet">{say('nothingDue', lang)}</p>;
  const right = outcomes.filter((outcome) => outcome.correct).length;
  return (
    <section class="done" role="status">
      <h1>{say('doneTitle', lang)}</h1>
      <p>
        {outcomes.length} {say('doneText', lang)} {right}.
      </p>
      {waiting > 0 && (
        <p class="quiet">
          {waiting} {say('waiting', lang)}.
        </p>
      )}
    </section>
  );
}

function onKeys(keys: { undo: () => void; skip: () => void; concept: () => void }): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    const action = { u: keys.undo, s: keys.skip, c: keys.concept }[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
