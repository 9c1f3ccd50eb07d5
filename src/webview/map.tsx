/**
 * The map of a topic: its concepts in the order of learning, one per line, and what builds on what as arcs beside
 * them. A line per concept fits the narrowest view, and no arc crosses a name.
 */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { conceptMap } from '../core/conceptMap.ts';
import type { ConceptMap } from '../core/conceptMap.ts';
import type { View } from './app.tsx';
import { levelOf, MasteryMark } from './mastery.tsx';
import { say } from './phrases.ts';

/** The view of one topic's map. */
export function MapView({ base, lang, mastery, go, topic }: View & { topic: string }): JSX.Element {
  const map = useMemo(() => conceptMap(topic, base.concepts), [base, topic]);
  const [at, setAt] = useState(map.rows[0]?.[0] ?? '');
  const box = useRef<HTMLDivElement>(null);
  const arcs = useArcs(box, map);
  useEffect(() => {
    if (document.hasFocus())
      box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, []);
  const name = base.topics.find(({ id }) => id === topic)?.names[lang] ?? topic;
  const nameOf = (id: string) => base.byId.get(id)?.terms[lang].name ?? id;
  const plain = (id: string) => base.byId.get(id)?.summary[lang].replace(/[`*]/g, '');
  const { before, after } = neighbours(map, at);
  return (
    <article>
      <p class="eyebrow">{say('map', lang)}</p>
      <h1>{name}</h1>
      <p class="quiet">{say('mapHelp', lang)}</p>
      <div class="map" ref={box}>
        <svg aria-hidden="true" focusable="false">
          {arcs.map(({ from, to, d }) => (
            <path
              key={`${from} ${to}`}
              class={to === at ? 'line a' : from === at ? 'line c' : 'line soft'}
              d={d}
            />
          ))}
        </svg>
        {map.rows.map((row, index) => (
          <section key={index} aria-labelledby={`step-${index}`}>
            <h2 class="list-heading" id={`step-${index}`}>
              {say('step', lang)} {index + 1}
            </h2>
            <ul>
              {row.map((id) => (
                <li key={id}>
                  <button
                    class={`line ${before.includes(id) ? 'before' : after.includes(id) ? 'after' : ''}`}
                    data-id={id}
                    tabIndex={id === at ? 0 : -1}
                    aria-current={id === at ? 'location' : undefined}
                    onFocus={() => setAt(id)}
                    onMouseEnter={() => setAt(id)}
                    onKeyDown={(event) => move(event, map, id, box.current)}
                    onClick={() => go({ view: 'concept', id })}
                  >
                    <MasteryMark level={levelOf(mastery, id)} lang={lang} />{' '}
                    <span class="name">{nameOf(id)}</span>
                    <Before
                      names={neighbours(map, id).before.map(nameOf)}
                      label={say('prerequisites', lang)}
                    />
                    <span class="about" aria-hidden="true">
                      {plain(id)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div class="map-summary">
        <p>
          <strong>{nameOf(at)}</strong>
        </p>
        <p class="about">{plain(at)}</p>
        {before.length > 0 && (
          <p class="before">
            {say('prerequisites', lang)}: {before.map(nameOf).join(', ')}
          </p>
        )}
        {after.length > 0 && (
          <p class="after">
            {say('leadsTo', lang)}: {after.map(nameOf).join(', ')}
          </p>
        )}
      </div>
    </article>
  );
}

/** What a screen reader hears of the arcs. */
function Before({ names, label }: { names: readonly string[]; label: string }): JSX.Element | null {
  return names.length === 0 ? null : (
    <span class="sr-only">
      {' '}
      ({label}: {names.join(', ')})
    </span>
  );
}

function neighbours({ edges }: ConceptMap, id: string): { before: string[]; after: string[] } {
  return {
    before: edges.flatMap(({ from, to }) => (to === id ? [from] : [])),
    after: edges.flatMap(({ from, to }) => (from === id ? [to] : [])),
  };
}

/** Up and down through the lines; left to what a concept builds on, right to what builds on it. */
function move(event: KeyboardEvent, map: ConceptMap, id: string, box: HTMLElement | null): void {
  const ids = map.rows.flat();
  const place = ids.indexOf(id);
  const { before, after } = neighbours(map, id);
  const goals: Readonly<Record<string, string | undefined>> = {
    ArrowDown: ids[place + 1],
    ArrowUp: ids[place - 1],
    ArrowLeft: before[0],
    ArrowRight: after[0],
    Home: ids[0],
    End: ids.at(-1),
  };
  if (event.altKey || !Object.hasOwn(goals, event.key)) return;
  event.preventDefault();
  const goal = goals[event.key];
  if (goal !== undefined) box?.querySelector<HTMLElement>(`[data-id="${CSS.escape(goal)}"]`)?.focus();
}

interface Arc {
  readonly from: string;
  readonly to: string;
  readonly d: string;
}

/** The arcs between the lines where they stand, drawn again when the view changes its width. */
function useArcs(box: { readonly current: HTMLElement | null }, map: ConceptMap): readonly Arc[] {
  const [arcs, setArcs] = useState<readonly Arc[]>([]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const draw = () => setArcs(arcsIn(element, map));
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    draw();
    return () => observer.disconnect();
  }, [map]);
  return arcs;
}

/** Each arc leaves and enters beside its lines, and swings out the further the longer it is. */
function arcsIn(box: HTMLElement, { edges }: ConceptMap): readonly Arc[] {
  const origin = box.getBoundingClientRect();
  let gutter = 0;
  const heights = new Map(
    [...box.querySelectorAll<HTMLElement>('[data-id]')].map((line) => {
      const { left, top, height } = line.getBoundingClientRect();
      gutter = left - origin.left;
      return [line.dataset['id'], top + height / 2 - origin.top];
    }),
  );
  const spans = edges.flatMap(({ from, to }) => {
    const [a, b] = [heights.get(from), heights.get(to)];
    return a === undefined || b === undefined ? [] : [{ from, to, a, b }];
  });
  const longest = Math.max(1, ...spans.map(({ a, b }) => Math.abs(b - a)));
  return spans.map(({ from, to, a, b }) => {
    const x = gutter - gutter * 1.25 * Math.sqrt(Math.abs(b - a) / longest);
    return { from, to, d: `M${gutter} ${a}C${x} ${a} ${x} ${b} ${gutter} ${b}` };
  });
}
