/** A glimpse of a related concept: its summary, while the pointer rests on its link or the keyboard is there. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../core/concept.ts';
import type { Base } from './app.tsx';

/** Shows the glimpse for every element with `data-concept`; Escape or leaving hides it. */
export function Preview({ base, lang }: { base: Base; lang: Lang }): JSX.Element | null {
  const [link, setLink] = useState<HTMLElement>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => watchLinks(setLink), []);
  useLayoutEffect(() => {
    if (!link || !box.current) return undefined;
    place(box.current, link);
    link.setAttribute('aria-describedby', ID);
    return () => link.removeAttribute('aria-describedby');
  }, [link]);
  const concept = link?.isConnected ? base.byId.get(link.dataset['concept'] ?? '') : undefined;
  if (!concept) return null;
  const topic = base.topics.find(({ id }) => id === concept.topic);
  return (
    <div class="preview" id={ID} role="tooltip" ref={box}>
      <p class="eyebrow">{topic?.names[lang]}</p>
      <p>{withCode(concept.summary[lang])}</p>
    </div>
  );
}

const ID = 'concept-preview';
const REST_MS = 350;

function watchLinks(show: (link: HTMLElement | undefined) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const linkOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-concept]') : null;
  const hide = () => {
    clearTimeout(timer);
    show(undefined);
  };
  const soon = (event: Event) => {
    const link = linkOf(event);
    // A link that was taken away while it was shown says no goodbye.
    if (!link) return hide();
    clearTimeout(timer);
    timer = setTimeout(() => show(link), REST_MS);
  };
  const atOnce = (event: Event) => {
    const link = linkOf(event);
    if (link?.matches(':focus-visible')) show(link);
  };
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide();
  const away = (event: Event) => linkOf(event) && hide();
  const stop = new AbortController();
  const { signal } = stop;
  // Not mouseover: a link that scrolled under the pointer has had that already.
  document.addEventListener('mousemove', soon, { signal });
  document.addEventListener('mouseout', away, { signal });
  document.addEventListener('focusin', atOnce, { signal });
  document.addEventListener('focusout', away, { signal });
  document.addEventListener('click', hide, { signal });
  document.addEventListener('input', hide, { signal });
  document.addEventListener('keydown', onKey, { signal });
  window.addEventListener('scroll', hide, { signal });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

/** Below the link, or above it where there is no room; never outside the view. */
function place(box: HTMLElement, link: HTMLElement): void {
  const at = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = at.bottom + 6 + height <= window.innerHeight;
  box.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`;
  box.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - height - 6)}px`;
}

/** Text with `code` and *emphasis*. */
function withCode(text: string): JSX.Element[] {
  return text
    .split(/(`[^`]+`|\*[^*\s][^*]*\*)/)
    .map((part, index) =>
      index % 2 === 0 ? (
        <span key={index}>{part}</span>
      ) : part.startsWith('`') ? (
        <code key={index}>{part.slice(1, -1)}</code>
      ) : (
        <em key={index}>{part.slice(1, -1)}</em>
      ),
    );
}
