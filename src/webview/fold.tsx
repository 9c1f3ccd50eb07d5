/** A heading of the start page that unfolds. */
import type { ComponentChildren, JSX } from 'preact';
import type { Lang } from '../core/concept.ts';
import { keepPart, keptPart } from './host.ts';
import { MasteryBar } from './mastery.tsx';
import type { Levels } from './mastery.tsx';

/** A topic or a path; it stays open while one reads what it led to, and over a reload. */
export function Fold(props: {
  name: string;
  title: string;
  concepts: readonly string[];
  mastery: Levels;
  lang: Lang;
  children: ComponentChildren;
}): JSX.Element {
  const { name, title, concepts, mastery, lang, children } = props;
  const toggle = (isOpen: boolean) => {
    const others = unfolded().filter((other) => other !== name);
    keepPart(UNFOLDED, isOpen ? [...others, name] : others);
  };
  return (
    <details
      class="topic"
      open={unfolded().includes(name)}
      onToggle={(event) => toggle(event.currentTarget.open)}
    >
      <summary data-stop>
        {title} <span class="count">{concepts.length}</span>
        <MasteryBar mastery={mastery} concepts={concepts} lang={lang} />
      </summary>
      {children}
    </details>
  );
}

const UNFOLDED = 'unfolded';

function unfolded(): readonly unknown[] {
  const names = keptPart(UNFOLDED);
  return Array.isArray(names) ? names : [];
}
