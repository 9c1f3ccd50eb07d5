/** The map of a topic: rows of concepts, what builds on what as lines between them; all of it by arrow keys. */
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
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
  const lines = useLines(box, map);
  const name = base.topics.find(({ id }) => id === topic)?.names[lang] ?? topic;
  const nameOf = (id: string) => base.byId.get(id)?.terms[lang].name ?? id;
  const near = new Set(map.edges.flatMap(({ from, to }) => (from === at ? [to] : to === at ? [from] : [])));
  return (
    <article>
      <p class="eyebrow">{say('map', lang)}</p>
      <h1>{name}</h1>
      <p class="quiet">{say('mapHelp', lang)}</p>
      <div class="map" ref={box}>
        <svg aria-hidden="true" focusable="false">
          {lines.map(({ from, to, d }) => (
            <path
              key={`${from} ${to}`}
              class={from === at || to === at ? 'line a thick' : 'line soft'}
              d={d}
            />
          ))}
        </svg>
        {map.rows.map((row, index) => (
          <ul key={index} aria-label={`${say('step', lang)} ${index + 1}`}>
            {row.map((id) => {
              const before = map.edges.filter(({ to }) => to === id).map(({ from }) => nameOf(from));
              return (
                <li key={id}>
                  <button
                    class={`chip ${id === at ? 'here' : near.has(id) ? 'near' : ''}`}
                    data-id={id}
                    tabIndex={id === at ? 0 : -1}
                    onFocus={() => setAt(id)}
                    onMouseEnter={() => setAt(id)}
                    onKeyDown={(event) => move(event, map, id, box.current)}
                    onClick={() => go({ view: 'concept', id })}
                  >
                    <MasteryMark level={levelOf(mastery, id)} lang={lang} /> {nameOf(id)}
                    {before.length > 0 && (
                      <span class="sr-only">
                        {' '}
                        ({say('prerequisites', lang)}: {before.join(', ')})
                      </span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        ))}
      </div>
      <p class="map-summary">{base.byId.get(at)?.summary[lang].replace(/[`*]/g, '')}</p>
    </article>
  );
}

/** Left and right in the row, up and down to the nearest of the next row. */
function move(event: KeyboardEvent, { rows }: ConceptMap, id: string, box: HTMLElement | null): void {
  const y = rows.findIndex((row) => row.includes(id));
  const row = rows[y] ?? [];
  const x = row.indexOf(id);
  const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const chip = (one: string | undefined) =>
    one === undefined ? null : box?.querySelector<HTMLElement>(`[data-id="${CSS.escape(one)}"]`);
  if (across !== undefined)
    chip(row[x + across] ?? (rows[y + across] ?? []).at(across > 0 ? 0 : -1))?.focus();
  else if (down !== undefined) chip(nearest(rows[y + down] ?? [], chip(id), chip))?.focus();
  else return;
  event.preventDefault();
}

function nearest(
  row: readonly string[],
  from: HTMLElement | null | undefined,
  chip: (id: string) => HTMLElement | null | undefined,
): string | undefined {
  const middle = (element: HTMLElement | null | undefined) => {
    const rect = element?.getBoundingClientRect();
    return rect ? rect.left + rect.width / 2 : 0;
  };
  const distance = (id: string) => Math.abs(middle(chip(id)) - middle(from));
  return [...row].sort((a, b) => distance(a) - distance(b))[0];
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly d: string;
}

/** The lines between the chips where they stand, drawn again when the view changes its width. */
function useLines(box: { readonly current: HTMLElement | null }, map: ConceptMap): readonly Line[] {
  const [lines, setLines] = useState<readonly Line[]>([]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const draw = () => setLines(linesIn(element, map));
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    draw();
    return () => observer.disconnect();
  }, [map]);
  return lines;
}

function linesIn(box: HTMLElement, { edges }: ConceptMap): readonly Line[] {
  const origin = box.getBoundingClientRect();
  const places = new Map(
    [...box.querySelectorAll<HTMLElement>('[data-id]')].map((chip) => {
      const { left, top, bottom, width } = chip.getBoundingClientRect();
      return [
        chip.dataset['id'],
        { x: left + width / 2 - origin.left, top: top - origin.top, bottom: bottom - origin.top },
      ];
    }),
  );
  return edges.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b) return [];
    const bend = Math.max(14, (b.top - a.bottom) / 2);
    const d = `M${a.x} ${a.bottom}C${a.x} ${a.bottom + bend} ${b.x} ${b.top - bend} ${b.x} ${b.top}`;
    return [{ from, to, d }];
  });
}
