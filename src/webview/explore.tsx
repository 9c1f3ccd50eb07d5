/** A figure to play with: its title, the figure itself, and the ways back to the line and the concept it came from. */
import type { FunctionComponent, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { explorableOf } from '../core/explorables/explorables.ts';
import type { Place } from '../core/stop.ts';
import type { View } from './app.tsx';
import { FIGURES } from './explorables/index.ts';
import type { Figure } from './explorables/knobs.tsx';
import { post } from './host.ts';
import { say } from './phrases.ts';

/** The view of one explorable, at the values of the user's line where it was opened from one. */
export function Explore({ base, lang, go, place }: View & { place: ExplorePlace }): JSX.Element {
  const explorable = explorableOf(place.explorable);
  const [Drawn, setDrawn] = useState<FunctionComponent<Figure>>();
  const [round, setRound] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (explorable) void FIGURES[explorable.id]().then((module) => setDrawn(() => module.default));
  }, [explorable]);
  useEffect(() => {
    if (document.hasFocus()) heading.current?.focus();
  }, [explorable]);
  if (!explorable) return <p class="quiet">{say('noFigure', lang)}</p>;
  const { from } = place;
  return (
    <article class="explore">
      <p class="eyebrow">{say('play', lang)}</p>
      <h1 ref={heading} tabIndex={-1}>
        {explorable.titles[lang]}
      </h1>
      {from && (
        <p>
          <button class="link" onClick={() => post({ type: 'reveal', ...from })}>
            {say('yourLine', lang)} {from.file}:{from.line}
          </button>
        </p>
      )}
      {Drawn ? (
        <Drawn key={round} lang={lang} yours={place.values} />
      ) : (
        <p class="quiet">{say('loading', lang)}</p>
      )}
      <p class="actions">
        <button class="plain" onClick={() => setRound(round + 1)}>
          {say('reset', lang)}
        </button>
        {explorable.concepts.slice(0, 3).map((id) => {
          const concept = base.byId.get(id);
          return (
            concept && (
              <button key={id} class="chip" onClick={() => go({ view: 'concept', id })}>
                {concept.terms[lang].name}
              </button>
            )
          );
        })}
      </p>
    </article>
  );
}

type ExplorePlace = Extract<Place, { view: 'explore' }>;
