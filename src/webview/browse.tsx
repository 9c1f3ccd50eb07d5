/** Browse: a search box over topics, learning paths and what the open file names, with results while typing. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { GOALS, pathTo } from '../core/learningPaths.ts';
import type { Hit } from '../core/messages.ts';
import type { View } from './app.tsx';
import { ConceptLine } from './conceptLine.tsx';
import { Fold } from './fold.tsx';
import { listen, post } from './host.ts';
import { levelOf } from './mastery.tsx';
import type { Level } from './mastery.tsx';
import { say } from './phrases.ts';

/** The line that was opened last: whoever comes back is there again. */
let leftAt = -1;

/** The start page. */
export function Browse({ query, ...given }: View & { query: string }): JSX.Element {
  const { lang, amend } = given;
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
  useEffect(() => {
    const line = list.current?.querySelectorAll<HTMLElement>('[data-stop]')[leftAt];
    if (!line || !document.hasFocus() || document.activeElement !== document.body) return;
    line.focus({ preventScroll: true });
    leftAt = -1;
  }, [hits]);
  const view: View = {
    ...given,
    go: (place) => {
      leftAt = [...(list.current?.querySelectorAll('[data-stop]') ?? [])].indexOf(document.activeElement!);
      given.go(place);
    },
  };
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
  if (hits.length === 0)
    return (
      <>
        <p class="quiet" role="status">
          {say('noHits', lang)}
        </p>
        <Start {...props} />
      </>
    );
  const found = hits.flatMap((hit) => {
    const concept = base.byId.get(hit.id);
    return concept ? [{ concept, hit }] : [];
  });
  const shown = found.filter(
    ({ concept }) =>
      (topic === '' || concept.topic === topic) && (level === '' || levelOf(mastery, concept.id) === level),
  );
  const topics = base.topics.filter(
    ({ id }) => id === topic || found.some(({ concept }) => concept.topic === id),
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
        {shown.length === 0 ? say('filteredOut', lang) : `${shown.length} ${say('concepts', lang)}`}
      </p>
      <ul class="hits" aria-label={say('search', lang)}>
        {shown.map(({ concept, hit: { id, question, why } }) => (
          <ConceptLine
            key={id}
            concept={concept}
            lang={lang}
            query={query}
            why={why}
            level={levelOf(mastery, id)}
            open={() => go({ view: 'concept', id, ...(question === undefined ? {} : { question }) })}
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
            <Fold
              key={topic.id}
              name={topic.id}
              title={topic.names[lang]}
              concepts={concepts}
              {...{ mastery, lang }}
            >
              <button class="link map-link" data-stop onClick={() => go({ view: 'map', topic: topic.id })}>
                {say('map', lang)}
              </button>
              <ul>{lines(concepts)}</ul>
            </Fold>
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
                <Fold
                  key={goal}
                  name={`to ${goal}`}
                  title={concept.terms[lang].name}
                  concepts={path}
                  {...{ mastery, lang }}
                >
                  <ol class="path">{lines(path)}</ol>
                </Fold>,
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
