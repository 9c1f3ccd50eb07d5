/** Names and descriptions to be matched: under each description, the names to choose from. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PairsBody } from '../../core/practice/exercise.ts';
import { orderOf, seedOf } from '../../core/practice/shuffle.ts';
import { Continue } from './form.tsx';
import type { Form } from './form.tsx';
import { digits, useKeys } from './keys.tsx';
import { tell } from './phrases.ts';

/** A digit names the first description that has no name yet; a hint fills one in. */
export function Pairs({ body, seed, hints, outcome, onAttempt, ...rest }: Form<PairsBody>): JSX.Element {
  const { lang } = rest;
  const { pairs } = body;
  const names = orderOf(pairs.length, seed);
  const rows = orderOf(pairs.length, seedOf(`rows ${seed}`));
  const given = new Map(rows.slice(0, Math.min(hints, pairs.length - 2)).map((row) => [row, row]));
  const [chosen, setChosen] = useState<ReadonlyMap<number, number>>(new Map());
  const matched = outcome?.matched
    ? new Map(outcome.matched.map((name, row) => [row, name]))
    : new Map([...chosen, ...given]);
  const current = rows.find((row) => !matched.has(row));
  const assign = (row: number, name: number) => {
    if (!outcome && !given.has(row)) setChosen(new Map([...chosen, [row, name]]));
  };
  const check = () => {
    if (outcome || matched.size < pairs.length) return;
    const list = pairs.map((_, row) => matched.get(row)!);
    onAttempt({ correct: list.every((name, row) => name === row), matched: list });
  };
  const pair = useRef<HTMLFieldSetElement>(null);
  useEffect(() => pair.current?.scrollIntoView({ block: 'nearest' }), [current]);
  useKeys({
    ...digits((place) => {
      const name = names[place];
      if (current !== undefined && name !== undefined) assign(current, name);
    }),
    enter: check,
  });
  return (
    <>
      <p class="stem">{tell('match', lang)}</p>
      {rows.map((row) => {
        const right = outcome && matched.get(row) === row;
        return (
          <fieldset
            key={row}
            ref={row === current ? pair : null}
            class={`pair ${row === current && !outcome ? 'current' : ''}`}
          >
            <legend>
              {outcome && (
                <span class={`verdict ${right ? 'right' : 'wrong'}`}>
                  {right ? '✓' : '✗'}
                  <span class="sr-only"> {tell(right ? 'right' : 'wrong', lang)}</span>
                </span>
              )}{' '}
              {pairs[row]!.description}
            </legend>
            {outcome ? (
              <p class="matched">
                {!right && <s>{pairs[matched.get(row)!]?.name}</s>} <strong>{pairs[row]!.name}</strong>
              </p>
            ) : (
              names.map((name, place) => (
                <button
                  key={name}
                  class="chip"
                  aria-pressed={matched.get(row) === name}
                  onClick={() => assign(row, name)}
                >
                  <kbd aria-hidden="true">{place + 1}</kbd> {pairs[name]!.name}
                </button>
              ))
            )}
          </fieldset>
        );
      })}
      {!outcome && (
        <p class="sr-only" role="status">
          {current === undefined ? tell('allNamed', lang) : pairs[current]!.description}
        </p>
      )}
      {outcome ? (
        <Continue outcome={outcome} {...rest} />
      ) : (
        <button class="primary" aria-disabled={matched.size < pairs.length} onClick={check}>
          {tell('check', lang)} <kbd aria-hidden="true">↵</kbd>
        </button>
      )}
    </>
  );
}
