/** For an item that keeps slipping away: something else than the same question once more. */
import type { JSX } from 'preact';
import type { Lang } from '../../core/concept.ts';
import type { Exercise, Slipping } from '../../core/practice/exercise.ts';
import { tell } from './phrases.ts';

/** The offer; nothing is done without the learner. */
export function SlippingOffer({
  lang,
  slipping,
  onExtra,
  onSnooze,
}: {
  lang: Lang;
  slipping: Slipping;
  onExtra: (exercise: Exercise) => void;
  onSnooze: () => void;
}): JSX.Element {
  const { contrast, easier } = slipping;
  return (
    <aside class="slipping" aria-label={tell('slips', lang)}>
      <p>{tell('slips', lang)}</p>
      {contrast && (
        <button class="plain" onClick={() => onExtra(contrast)}>
          {tell('contrast', lang)}
        </button>
      )}
      {easier && (
        <button class="plain" onClick={() => onExtra(easier)}>
          {tell('easier', lang)}
        </button>
      )}
      <button class="plain" onClick={onSnooze}>
        {tell('snooze', lang)}
      </button>
    </aside>
  );
}
