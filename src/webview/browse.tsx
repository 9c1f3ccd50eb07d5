/** Browse: a search box over the topics, with the results while typing. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../core/concept.ts';
import type { ConceptEntry, Hit } from '../core/messages.ts';
import type { View } from './app.tsx';
import { listen, post } from './host.ts';
import { say } from './phrases.ts';

/** The start page of the sidebar. */
export function Browse({ base, lang, go, query: firstQuery }: View & { query: string }): JSX.Element {
  const [query, setQuery] = useState(firstQuery);
  const [hits, setHits] = useState<readonly Hit[]>();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => listen((message) => message.type === 'hits' && setHits(message.hits)), []);
  useEffect(
    () => (query.trim() === '' ? setHits(undefined) : post({ type: 'search', query, lang })),
    [query, lang],
  );
  const open = (id: string) => go({ view: 'concept', id });
  return (
    <div class="browse" ref={list} onKeyDown={(event) => moveFocus(event, list.current)}>
      <input
        type="search"
        class="search"
        data-stop
        placeholder={say('search', lang)}
        aria-label={say('search', lang)}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {hits === undefined ? (
        <Topics base={base} lang={lang} open={open} />
      ) : hits.length === 0 ? (
        <p class="quiet" role="status">
          {say('noHits', lang)}
        </p>
      ) : (
        <ul class="hits" aria-label={say('search', lang)}>
          {hits.map((hit) => {
            const concept = base.byId.get(hit.id);
            return (
              concept && (
                <ConceptLine
                  key={hit.id}
                  concept={concept}
                  lang={lang}
                  open={open}
                  {...(hit.why === undefined ? {} : { note: hit.why })}
                />
              )
            );
          })}
        </ul>
      )}
    </div>
  );
}

function Topics({
  base,
  lang,
  open,
}: Pick<View, 'base' | 'lang'> & { open: (id: string) => void }): JSX.Element {
  return (
    <>
      {base.topics.map((topic) => {
        const concepts = base.concepts.filter((concept) => concept.topic === topic.id);
        return concepts.length === 0 ? null : (
          <details key={topic.id} class="topic">
            <summary data-stop>
              {topic.names[lang]} <span class="count">{concepts.length}</span>
            </summary>
            <ul>
              {concepts.map((concept) => (
                <ConceptLine key={concept.id} concept={concept} lang={lang} open={open} />
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

function ConceptLine({
  concept,
  lang,
  open,
  note,
}: {
  concept: ConceptEntry;
  lang: Lang;
  open: (id: string) => void;
  note?: string;
}): JSX.Element {
  const other: Lang = lang === 'en' ? 'es' : 'en';
  const names = { own: concept.terms[lang].name, other: concept.terms[other].name };
  return (
    <li>
      <button class="line" data-stop title={concept.summary[lang]} onClick={() => open(concept.id)}>
        {names.own}
        {names.own.toLowerCase() !== names.other.toLowerCase() && (
          <span class="other" lang={other}>
            {' '}
            {names.other}
          </span>
        )}
        {note !== undefined && <span class="why"> {note}</span>}
      </button>
    </li>
  );
}

/** Arrow keys go through everything that can be opened; Escape returns to the search box. */
function moveFocus(event: KeyboardEvent, within: HTMLElement | null): void {
  if (!within) return;
  const stops = [...within.querySelectorAll<HTMLElement>('[data-stop]')].filter((stop) =>
    stop.checkVisibility(),
  );
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'Escape') stops[0]?.focus();
  else if (event.key === 'ArrowDown') stops[at + 1]?.focus();
  else if (event.key === 'ArrowUp') stops[at - 1]?.focus();
  else return;
  event.preventDefault();
}
