/** Progress: four calm pictures with their numbers in text, and what was set aside. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../../core/concept.ts';
import type { PracticeHostMessage } from '../../core/practice/messages.ts';
import type { Statistics } from '../../core/practice/statistics.ts';
import type { View } from '../app.tsx';
import { listen, post } from '../host.ts';
import { record } from '../outbox.ts';
import { say } from '../phrases.ts';
import { Calendar, Forecast, TopicBars } from './charts.tsx';
import { useKeys } from './keys.tsx';
import { tell, timesSentence } from './phrases.ts';

/** Follows what other windows answer. */
export function ProgressView({ base, lang, go, back }: View): JSX.Element {
  const [progress, setProgress] = useState<Extract<PracticeHostMessage, { type: 'progress' }>>();
  useEffect(() => {
    post({ type: 'getProgress' });
    return listen((message) => {
      if (message.type === 'progress') setProgress(message);
      if (message.type === 'reviewsChanged') post({ type: 'getProgress' });
    });
  }, []);
  useKeys({ escape: back });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.hasFocus()) heading.current?.focus({ preventScroll: true });
  }, [progress === undefined]);
  if (!progress) return <p class="quiet">{say('loading', lang)}</p>;
  const { statistics, suspended, muted } = progress;
  const name = (id: string) => base.byId.get(id)?.terms[lang].name ?? id;
  const started = statistics.topics.some(({ learning, known }) => learning + known > 0);
  return (
    <div class="progress">
      <h1 ref={heading} tabIndex={-1}>
        {tell('progressTitle', lang)}
      </h1>
      {!started && <p>{tell('noAnswersYet', lang)}</p>}
      {started && (
        <>
          <section>
            <h2>{tell('retention', lang)}</h2>
            <p>{retentionText(statistics.retention, lang)}</p>
          </section>
          <section>
            <h2>{tell('forecast', lang)}</h2>
            <Forecast days={statistics.forecast} lang={lang} />
          </section>
          <section>
            <h2>{tell('calendar', lang)}</h2>
            <Calendar days={statistics.calendar} firstWeekday={statistics.firstWeekday} lang={lang} />
          </section>
        </>
      )}
      <section>
        <h2>{tell('byTopic', lang)}</h2>
        <TopicBars topics={statistics.topics} base={base} lang={lang} />
      </section>
      {statistics.hardest.length > 0 && (
        <section>
          <h2>{tell('hardest', lang)}</h2>
          <ul class="plain-list">
            {statistics.hardest.map(({ concept, lapses }) => (
              <li key={concept}>
                <button class="link" onClick={() => go({ view: 'concept', id: concept })}>
                  {name(concept)}
                </button>{' '}
                <span class="quiet">{timesSentence(lapses, lang)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {suspended.length > 0 && (
        <section>
          <h2>{tell('setAside', lang)}</h2>
          <ul class="plain-list">
            {suspended.map(({ concept, item }) => (
              <li key={`${concept}#${item ?? ''}`}>
                {name(concept)}{' '}
                {item !== undefined && (
                  <span class="quiet">{item.replace(/^q:/, '').replace(/-/g, ' ')}</span>
                )}{' '}
                <button
                  class="link"
                  onClick={() =>
                    record({ type: 'mark', mark: 'resume', concept, ...(item === undefined ? {} : { item }) })
                  }
                >
                  {tell('bringBack', lang)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {muted.length > 0 && (
        <section>
          <h2>{tell('mutedTitle', lang)}</h2>
          <ul class="plain-list">
            {muted.map((concept) => (
              <li key={concept}>
                {name(concept)}{' '}
                <button class="link" onClick={() => record({ type: 'mark', mark: 'unmute', concept })}>
                  {tell('unmute', lang)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** A percentage of a few answers would be a number without a meaning. */
function retentionText({ answers, recalled }: Statistics['retention'], lang: Lang): string {
  if (answers === 0) return lang === 'en' ? 'No review has been due yet.' : 'Aún no ha tocado ningún repaso.';
  const counted =
    lang === 'en'
      ? `${recalled} of ${answers} in the last 30 days`
      : `${recalled} de ${answers} en los últimos 30 días`;
  if (answers < LEAST_ANSWERS) {
    return lang === 'en'
      ? `${counted}. A percentage follows from ${LEAST_ANSWERS} on.`
      : `${counted}. El porcentaje aparece a partir de ${LEAST_ANSWERS}.`;
  }
  const percent = Math.round((100 * recalled) / answers);
  return lang === 'en'
    ? `${percent}% (${counted}). The schedule aims at 90%.`
    : `${percent} % (${counted}). El calendario apunta al 90 %.`;
}

const LEAST_ANSWERS = 20;
