/** Browse: a search box over topics, learning paths and what the open file names, with results while typing. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { GOALS, pathTo } from '../core/learningPaths.ts';
import type { Hit } from '../core/messages.ts';
import type { View } from './app.tsx';
import { ConceptLine } from './conceptLine.tsx';
import { listen, post } from './host.ts';
import { levelOf, MasteryBar } from './mastery.tsx';
import type { Level } from './mastery.tsx';
import { say } from './phrases.ts';

/** The start page. */
export function Browse({ query, ...view }: View & { query: string }): JSX.Element {
  const { lang, amend } = view;
  const [hits, setHits] = useState<readonly Hit[]>();
  const list = useRef<HTMLDivElement>(null);
  // An answer to what was typed before must not replace the one to what is typed now.
  const asked = useRef('');
  asked.current = query;
  useEffect(
    () =>
      listen(
        (message) => message.type === 'hits' && message.query === asked.current && setHits(message.hits),
      ),
    [],
  );
  useEffect(
    () => (query.trim() === '' ? setHits(undefined) : post({ type: 'search', query, lang })),
    [query, lang],
  );
  const searching = query.trim() !== '';
  return (
    <div class="browse" ref={list} onKeyDown={(event) => moveFocus(event, list.current)}>
      <h1 class="sr-only">{say('browse', lang)}</h1>
      <input
        type="search"
        class="search"
        data-stop
        placeholder={say('search', lang)}
        aria-label={say('search', lang)}
        maxLength={200}
        value={query}
        onInput={(event) => amend({ view: 'browse', query: event.currentTarget.value })}
      />
      {searching ? <Hits {...view} query={query} hits={hits} /> : <Start {...view} />}
    </div>
  );
}

function Hits(props: View & { query: string; hits: readonly Hit[] | undefined }): JSX.Element | null {
  const { base, lang, mastery, go, query, hits } = props;
  const [topic, setTopic] = useState('');
  const [level, setLevel] = useState<Level | ''>('');
  if (!hits) return null;
  const found = hits.flatMap((hit) => base.byId.get(hit.id) ?? []);
  const shown = found.filter(
    (concept) =>
      (topic === '' || concept.topic === topic) && (level === '' || levelOf(mastery, concept.id) === level),
  );
  const topics = base.topics.filter(
    ({ id }) => id === topic || found.some((concept) => concept.topic === id),
  );
  return (
    <>
      <div class="filters">
        <select
          aria-label={say('topic', lang)}
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
        >
          <option value="">{say('allTopics', lang)}</option>
          {topics.map(({ id, names }) => (
            <option key={id} value={id}>
              {names[lang]}
            </option>
          ))}
        </select>
        <select
          aria-label={say('mastery', lang)}
          value={level}
          onChange={(event) => setLevel(event.currentTarget.value as Level | '')}
        >
          <option value="">{say('allLevels', lang)}</option>
          {(['new', 'learning', 'known'] as const).map((name) => (
            <option key={name} value={name}>
              {say(name, lang)}
            </option>
          ))}
        </select>
      </div>
      <p class={shown.length === 0 ? 'quiet' : 'sr-only'} role="status">
        {shown.length === 0 ? say('noHits', lang) : `${shown.length} ${say('concepts', lang)}`}
      </p>
      <ul class="hits" aria-label={say('search', lang)}>
        {shown.map((concept) => (
          <ConceptLine
            key={concept.id}
            concept={concept}
            lang={lang}
            query={query}
            level={levelOf(mastery, concept.id)}
            open={() => go({ view: 'concept', id: concept.id })}
          />
        ))}
      </ul>
    </>
  );
}

function Start(view: View): JSX.Element {
  const { base, lang, mastery, go } = view;
  const lines = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const concept = base.byId.get(id);
      return concept
        ? [
            <ConceptLine
              key={id}
              concept={concept}
              lang={lang}
              level={levelOf(mastery, id)}
              open={() => go({ view: 'concept', id })}
            />,
          ]
        : [];
    });
  return (
    <>
      <section aria-labelledby="topics">
        <h2 id="topics" class="list-heading">
          {say('topics', lang)}
        </h2>
        {base.topics.map((topic) => {
          const concepts = base.concepts.filter((concept) => concept.topic === topic.id).map(({ id }) => id);
          return concepts.length === 0 ? null : (
            <details key={topic.id} class="topic">
              <summary data-stop>
                {topic.names[lang]} <span class="count">{concepts.length}</span>
                <MasteryBar mastery={mastery} concepts={concepts} lang={lang} />
              </summary>
              <button class="link map-link" data-stop onClick={() => go({ view: 'map', topic: topic.id })}>
                {say('map', lang)}
              </button>
              <ul>{lines(concepts)}</ul>
            </details>
          );
        })}
      </section>
      <section aria-labelledby="paths">
        <h2 id="paths" class="list-heading">
          {say('paths', lang)}
        </h2>
        {GOALS.flatMap((goal) => {
          const concept = base.byId.get(goal);
          const path = pathTo(goal, base.byId);
          return concept
            ? [
                <details key={goal} class="topic">
                  <summary data-stop>
                    {say('toUnderstand', lang)} {concept.terms[lang].name}{' '}
                    <span class="count">{path.length}</span>
                    <MasteryBar mastery={mastery} concepts={path} lang={lang} />
                  </summary>
                  <ol class="path">{lines(path)}</ol>
                </details>,
              ]
            : [];
        })}
      </section>
    </>
  );
}

/** Arrow keys go through everything that can be opened; Escape returns to the search box. */
function moveFocus(event: KeyboardEvent, within: HTMLElement | null): void {
  if (!within || event.target instanceof HTMLSelectElement) return;
  const stops = [...within.querySelectorAll<HTMLElement>('[data-stop]')].filter((stop) =>
    stop.checkVisibility(),
  );
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const details = document.activeElement?.closest('details');
  if (event.key === 'Escape') stops[0]?.focus();
  else if (event.key === 'ArrowDown') stops[at + 1]?.focus();
  else if (event.key === 'ArrowUp') stops[at - 1]?.focus();
  else if (event.key === 'ArrowRight' && document.activeElement?.matches('summary')) details!.open = true;
  else if (event.key === 'ArrowLeft' && details) {
    details.open = false;
    details.querySelector('summary')?.focus();
  } else return;
  event.preventDefault();
}
