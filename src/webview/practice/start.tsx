/** The start page of practice: what is due, what is new, what the open file offers. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PracticeCounts } from '../../core/practice/messages.ts';
import type { View } from '../app.tsx';
import { listen, post } from '../host.ts';
import { say } from '../phrases.ts';
import { useKeys } from './keys.tsx';
import { dueSentence, fileButton, freshSentence, tell, waitingSentence } from './phrases.ts';

/** The session that the learner asks for. */
export interface Wish {
  /** Only what the open file names. */
  readonly here: boolean;
  /** Answering time after which it ends, in ms; 0 is no end. */
  readonly limitMs: number;
}

/** Counts follow what other windows answer. */
export function Start({ lang, go, back, onWish }: View & { onWish: (wish: Wish) => void }): JSX.Element {
  const [counts, setCounts] = useState<PracticeCounts>();
  useEffect(() => {
    post({ type: 'getCounts' });
    return listen((message) => {
      if (message.type === 'counts') setCounts(message.counts);
      if (message.type === 'reviewsChanged') post({ type: 'getCounts' });
    });
  }, []);
  const some = counts !== undefined && counts.due - counts.waiting + counts.fresh > 0;
  useKeys({
    escape: back,
    p: () => go({ view: 'progress' }),
    enter: some ? () => onWish({ here: false, limitMs: 0 }) : undefined,
    2: some ? () => onWish({ here: false, limitMs: TWO_MINUTES }) : undefined,
    3: counts?.file ? () => onWish({ here: true, limitMs: 0 }) : undefined,
  });
  if (!counts) return <p class="quiet">{say('loading', lang)}</p>;
  const { due, dueHere, fresh, waiting, file } = counts;
  return (
    <section class="start">
      <h1>{tell('title', lang)}</h1>
      {some ? (
        <p class="counts">
          {dueSentence(due, dueHere, file?.name, lang)} · {freshSentence(fresh, lang)}
        </p>
      ) : (
        <p>{tell('nothing', lang)}</p>
      )}
      {waiting > 0 && <p class="quiet">{waitingSentence(waiting, lang)}</p>}
      <p class="actions">
        {some && (
          <>
            <button class="primary" onClick={() => onWish({ here: false, limitMs: 0 })}>
              {tell('start', lang)} <kbd aria-hidden="true">↵</kbd>
            </button>
            <button class="plain" onClick={() => onWish({ here: false, limitMs: TWO_MINUTES })}>
              {tell('twoMinutes', lang)} <kbd aria-hidden="true">2</kbd>
            </button>
          </>
        )}
        {file && (
          <button class="plain" onClick={() => onWish({ here: true, limitMs: 0 })}>
            {fileButton(file.name, file.exercises, lang)} <kbd aria-hidden="true">3</kbd>
          </button>
        )}
      </p>
      <p class="quiet">{tell('startHint', lang)}</p>
      <p>
        <button class="link" onClick={() => go({ view: 'progress' })}>
          {tell('progressTitle', lang)} <kbd aria-hidden="true">P</kbd>
        </button>
      </p>
    </section>
  );
}

const TWO_MINUTES = 120_000;
