/** The controls of a figure: native ones, labelled in words, each with the user's own value one click away. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Lang } from '../../core/concept.ts';
import { say } from '../phrases.ts';

/** What every figure is given: `yours` are the values of the user's line, as the card or command sent them. */
export interface Figure {
  readonly lang: Lang;
  readonly yours: Readonly<Record<string, number | string>>;
}

/** A value that is turned: what it is now, what it was in the user's code if there, and how to change it. */
export interface Knob<T> {
  readonly value: T;
  readonly yours?: T;
  readonly set: (value: T) => void;
}

/** A number between bounds; the user's value, if any, is where it starts. */
export function useNumber(
  yours: number | string | undefined,
  start: number,
  min: number,
  max: number,
): Knob<number> {
  const own = typeof yours === 'number' ? Math.min(max, Math.max(min, yours)) : undefined;
  const [value, set] = useState(own ?? start);
  return { value, set, ...(own === undefined ? {} : { yours: own }) };
}

/** One of some names; the user's, if it is one of them, is where it starts. */
export function useName<T extends string>(
  yours: number | string | undefined,
  start: T,
  names: readonly T[],
): Knob<T> {
  const own = names.find((name) => name === yours);
  const [value, set] = useState<T>(own ?? start);
  return { value, set, ...(own === undefined ? {} : { yours: own }) };
}

/** A slider. `values` makes it go through a list (powers of two, say) instead of even steps. */
export function Slider({ label, knob, lang, show, ...scale }: SliderProps): JSX.Element {
  const id = useId();
  const { values } = scale;
  const listed = values && withYours(values, knob.yours);
  const position = listed ? nearest(listed, knob.value) : knob.value;
  return (
    <div class="knob">
      <label for={id}>{label}</label>
      <output for={id}>{show(knob.value)}</output>
      <input
        id={id}
        type="range"
        min={listed ? 0 : scale.min}
        max={listed ? listed.length - 1 : scale.max}
        step={listed ? 1 : scale.step}
        value={position}
        aria-valuetext={show(knob.value)}
        onInput={(event) => {
          const at = event.currentTarget.valueAsNumber;
          knob.set(listed ? listed[at]! : at);
        }}
      />
      <Yours knob={knob} lang={lang} show={show} />
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly knob: Knob<number>;
  readonly lang: Lang;
  readonly show: (value: number) => string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly values?: readonly number[];
}

/** A choice among names. */
export function Choose<T extends string>({
  label,
  knob,
  lang,
  names,
}: {
  label: string;
  knob: Knob<T>;
  lang: Lang;
  names: Readonly<Record<T, string>>;
}): JSX.Element {
  const id = useId();
  const entries = Object.entries(names) as [T, string][];
  return (
    <div class="knob">
      <label for={id}>{label}</label>
      <select id={id} value={knob.value} onChange={(event) => knob.set(event.currentTarget.value as T)}>
        {entries.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <Yours knob={knob} lang={lang} show={(value) => names[value]} />
    </div>
  );
}

/** Something that is on or off. */
export function Switch({ label, knob }: { label: string; knob: Knob<boolean> }): JSX.Element {
  return (
    <label class="knob switch">
      <input
        type="checkbox"
        checked={knob.value}
        onChange={(event) => knob.set(event.currentTarget.checked)}
      />{' '}
      {label}
    </label>
  );
}

function Yours<T>({
  knob,
  lang,
  show,
}: {
  knob: Knob<T>;
  lang: Lang;
  show: (value: T) => string;
}): JSX.Element | null {
  const { yours } = knob;
  if (yours === undefined) return null;
  return (
    <button
      class="link yours"
      disabled={knob.value === yours}
      title={say('backToYours', lang)}
      onClick={() => knob.set(yours)}
    >
      {say('yours', lang)}: {show(yours)}
    </button>
  );
}

function withYours(values: readonly number[], yours: number | undefined): readonly number[] {
  return yours === undefined || values.includes(yours) ? values : [...values, yours].sort((a, b) => a - b);
}

function nearest(values: readonly number[], value: number): number {
  let best = 0;
  values.forEach((each, index) => {
    if (Math.abs(each - value) < Math.abs(values[best]! - value)) best = index;
  });
  return best;
}
