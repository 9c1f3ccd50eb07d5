/** Single keys for everything in practice, and the table of them. */
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Lang } from '../../core/concept.ts';
import { tell } from './phrases.ts';
import type { PracticePhrase } from './phrases.ts';

/** What keys do, by `KeyboardEvent.key` in lower case. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** Listens to keys while the component is shown. In a text field only Escape is one: the rest is text. */
export function useKeys(keys: Keys): void {
  // With the drawing itself, not after it: a key that follows at once must meet what is shown.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      const field = event.target instanceof HTMLInputElement && !event.target.readOnly;
      if (field && key !== 'escape') return;
      // Enter and Space belong to the button or the heading that has the focus.
      if (key === 'enter' && event.target instanceof Element && event.target.closest('button, summary, a'))
        return;
      const action = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  });
}

/** Digits as keys: 1 stands for place 0. */
export function digits(onDigit: (place: number) => void): Keys {
  return Object.fromEntries(
    Array.from({ length: 9 }, (_, place) => [String(place + 1), () => onDigit(place)]),
  );
}

/** The table of keys. */
export function KeyTable({ lang }: { lang: Lang }): JSX.Element {
  return (
    <dl class="keys" aria-label={tell('keys', lang)}>
      {TABLE.map(([key, phrase]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{tell(phrase, lang)}</dd>
        </div>
      ))}
    </dl>
  );
}

const TABLE: readonly (readonly [string, PracticePhrase])[] = [
  ['1–4', 'keyAnswer'],
  ['↵', 'keyEnter'],
  ['H', 'keyHint'],
  ['S', 'keySkip'],
  ['U', 'keyUndo'],
  ['G', 'keyGuess'],
  ['C', 'keyConcept'],
  ['X', 'keyAside'],
  ['Esc', 'keyEscape'],
  ['?', 'keyHelp'],
];
