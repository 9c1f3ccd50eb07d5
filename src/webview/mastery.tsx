/** How well concepts are known, as a mark beside a name and as a thin bar; shape and words, never colour alone. */
import type { JSX } from 'preact';
import type { Lang } from '../core/concept.ts';
import type { Mastery } from '../core/practice/mastery.ts';
import { say } from './phrases.ts';

/** Never practised, in learning, or holding. */
export type Level = Mastery;

/** Concepts that were practised; all others are new. */
export type Levels = Readonly<Record<string, Exclude<Level, 'new'>>>;

/** The level of a concept. */
export function levelOf(levels: Levels, id: string): Level {
  return Object.hasOwn(levels, id) ? levels[id]! : 'new';
}

/** An empty, half or full circle. */
export function MasteryMark({ level, lang }: { level: Level; lang: Lang }): JSX.Element {
  return (
    <>
      <svg class={`mastery-mark ${level}`} viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <circle cx="5" cy="5" r="4" />
        {level === 'learning' && <path d="M5 1a4 4 0 0 1 0 8z" />}
      </svg>
      {level !== 'new' && <span class="sr-only">{say(level, lang)}: </span>}
    </>
  );
}

/** A thin bar over several concepts: known, in learning, the rest. Nothing before the first answer. */
export function MasteryBar({
  mastery,
  concepts,
  lang,
}: {
  mastery: Levels;
  concepts: readonly string[];
  lang: Lang;
}): JSX.Element | null {
  const count = (level: Level) => concepts.filter((id) => levelOf(mastery, id) === level).length;
  const [known, learning] = [count('known'), count('learning')];
  if (known + learning === 0) return null;
  const label = `${known} ${say('known', lang)}, ${learning} ${say('learning', lang)}`;
  return (
    <svg class="mastery-bar" viewBox="0 0 100 3" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="rest" width="100" height="3" />
      <rect class="learning" width={(100 * (known + learning)) / concepts.length} height="3" />
      <rect class="known" width={(100 * known) / concepts.length} height="3" />
    </svg>
  );
}
