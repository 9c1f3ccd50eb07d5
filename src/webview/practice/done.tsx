/** The end of a session: what it came to and what comes back when. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../core/practice/session.ts';
import type { Statistics } from '../../core/practice/statistics.ts';
import type { View } from '../app.tsx';
import { listen, post } from '../host.ts';
import { say } from '../phrases.ts';
import { useKeys } from './keys.tsx';
import { doneSentence, returnSentence, tell, waitingSentence } from './phrases.ts';

interface DoneProps extends View {
  readonly session: Session;
  readonly waiting: number;
  readonly onAgain: () => void;
  readonly onUndo: () => void;
}

/** One button to stop, one to go on. */
export function Done({ base, lang, go, back, session, waiting, onAgain, onUndo }: DoneProps): JSX.Element {
  const [statistics, setStatistics] = useState<Statistics>();
  const leave = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    post({ type: 'getProgress' });
    leave.current?.focus();
    return listen((message) => message.type === 'progress' && setStatistics(message.statistics));
  }, []);
  useKeys({ enter: back });
  const { outcomes, slots } = session;
  const right = outcomes.filter(({ correct }) => correct).length;
  const concepts = new Map<string, boolean>();
  for (const [index, { rating }] of outcomes.entries()) {
    const id = slots[index]!.concept;
    concepts.set(id, (concepts.get(id) ?? true) && rating > 1);
  }
  return (
    <section class="done">
      <h1>{tell('doneTitle', lang)}</h1>
      <p role="status">
        {outcomes.length === 0 ? tell('nothing', lang) : doneSentence(outcomes.length, right, lang)}
        {statistics && outcomes.length > 0 && (
          <> {returnSentence(statistics.forecast[1] ?? 0, total(statistics.forecast.slice(1, 8)), lang)}</>
        )}
      </p>
      {waiting > 0 && <p class="quiet">{waitingSentence(waiting, lang)}</p>}
      {concepts.size > 0 && (
        <>
          <h2>{tell('learnt', lang)}</h2>
          <ul class="learnt">
            {[...concepts].map(([id, held]) => (
              <li key={id}>
                <span class={`verdict ${held ? 'right' : 'wrong'}`}>
                  {held ? '✓' : '↻'}
                  <span class="sr-only"> {tell(held ? 'right' : 'wrong', lang)}</span>
                </span>{' '}
                <button class="link" onClick={() => go({ view: 'concept', id })}>
                  {base.byId.get(id)?.terms[lang].name ?? id}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        <button class="primary" ref={leave} onClick={back}>
          {tell('leave', lang)} <kbd aria-hidden="true">↵</kbd>
        </button>
        <button class="plain" onClick={onAgain}>
          {tell('toStart', lang)}
        </button>
        {outcomes.length > 0 && (
          <button class="link" onClick={onUndo}>
            {say('undo', lang)} <kbd aria-hidden="true">U</kbd>
          </button>
        )}
      </p>
    </section>
  );
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
