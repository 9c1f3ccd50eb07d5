/** The pictures of the progress view: plain SVG in the theme's colours, each with its numbers in words. */
import type { JSX } from 'preact';
import type { Lang } from '../../core/concept.ts';
import type { Statistics, TopicMastery } from '../../core/practice/statistics.ts';
import type { Base } from '../app.tsx';
import { tell } from './phrases.ts';

/** Bars for the coming days; the first one holds everything that is overdue as well. */
export function Forecast({ days, lang }: { days: readonly number[]; lang: Lang }): JSX.Element {
  const most = Math.max(1, ...days);
  const total = days.reduce((sum, count) => sum + count, 0);
  const today = Date.now();
  return (
    <figure class="chart">
      <svg viewBox="0 0 300 128" role="img" aria-label={forecastText(days, lang)}>
        {days.map((count, day) => {
          const height = (80 * count) / most;
          const x = 3 + day * 21;
          return (
            <g key={day}>
              <rect class="fill-a" x={x} y={100 - height} width="17" height={Math.max(height, 1)} rx="2" />
              {count > 0 && (
                <text class="small middle" x={x + 8.5} y={95 - height}>
                  {count}
                </text>
              )}
              {day % 3 === 0 && (
                <text class={`small soft ${day === 0 ? '' : 'middle'}`} x={day === 0 ? x : x + 8.5} y="120">
                  {day === 0 ? tell('today', lang) : new Date(today + day * 86_400_000).getDate()}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption class="quiet">
        {lang === 'en'
          ? `${days[0] ?? 0} today, ${total} in all.`
          : `${days[0] ?? 0} hoy, ${total} en total.`}
      </figcaption>
    </figure>
  );
}

/** Answers per day in weeks from left to right, Monday on top. */
export function Calendar({
  days,
  firstWeekday,
  lang,
}: {
  days: Statistics['calendar'];
  firstWeekday: number;
  lang: Lang;
}): JSX.Element {
  const most = Math.max(1, ...days);
  const total = days.reduce((sum, count) => sum + count, 0);
  const active = days.filter((count) => count > 0).length;
  const text =
    lang === 'en'
      ? `${total} answers on ${active} ${active === 1 ? 'day' : 'days'}.`
      : `${total} ${total === 1 ? 'respuesta' : 'respuestas'} en ${active} ${active === 1 ? 'día' : 'días'}.`;
  return (
    <figure class="chart">
      <svg viewBox="0 0 260 144" class="calendar" role="img" aria-label={text}>
        {days.map((count, index) => {
          const cell = index + firstWeekday;
          return (
            <rect
              key={index}
              class={count === 0 ? 'day' : `day some-${Math.ceil((4 * count) / most)}`}
              x={2 + 20 * Math.floor(cell / 7)}
              y={2 + 20 * (cell % 7)}
              width="16"
              height="16"
              rx="3"
            />
          );
        })}
      </svg>
      <figcaption class="quiet">{text}</figcaption>
    </figure>
  );
}

/** A thin bar for each topic: known, in learning, not met. */
export function TopicBars({
  topics,
  base,
  lang,
}: {
  topics: readonly TopicMastery[];
  base: Base;
  lang: Lang;
}): JSX.Element {
  const byId = new Map(topics.map((topic) => [topic.topic, topic]));
  const rows = base.topics.flatMap((topic) => byId.get(topic.id) ?? []);
  return (
    <ul class="plain-list">
      {rows.map(({ topic, concepts, learning, known }) => (
        <li key={topic} class="topic-row">
          <span>{base.topics.find(({ id }) => id === topic)?.names[lang]}</span>{' '}
          <span class="quiet">{masteryText(concepts, learning, known, lang)}</span>
          <svg class="mastery" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
            <rect class="rest" width="100" height="3" />
            <rect class="learning" width={(100 * (known + learning)) / concepts} height="3" />
            <rect class="known" width={(100 * known) / concepts} height="3" />
          </svg>
        </li>
      ))}
    </ul>
  );
}

function masteryText(concepts: number, learning: number, known: number, lang: Lang): string {
  const parts = [
    known > 0 && `${known} ${tell('known', lang)}`,
    learning > 0 && `${learning} ${tell('learning', lang)}`,
  ].filter((part) => part !== false);
  const of = lang === 'en' ? `of ${concepts}` : `de ${concepts}`;
  return parts.length === 0 ? String(concepts) : `${parts.join(', ')} ${of}`;
}

function forecastText(days: readonly number[], lang: Lang): string {
  const parts = days.flatMap((count, day) => {
    if (day === 0) return [`${tell('today', lang)} ${count}`];
    if (count === 0) return [];
    return [lang === 'en' ? `in ${day} days ${count}` : `en ${day} días ${count}`];
  });
  return `${tell('forecast', lang)}: ${parts.join(', ')}`;
}
