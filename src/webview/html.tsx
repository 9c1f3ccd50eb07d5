/** HTML that our compiler wrote, with its formulas drawn and its links live: concepts open here, citations their source. */
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { cleanHtml } from './cleanHtml.ts';
import { addCopyButtons } from './codeBlocks.ts';
import { drawFormulas } from './formulas.ts';
import { post } from './host.ts';

/** Compiled HTML in an element. `onConcept` opens a linked concept. */
export function Html({ html, as = 'div', class: className, onConcept }: HtmlProps): JSX.Element {
  // The four elements take the same attributes; one of them stands for all in the types.
  const Tag = as as 'div';
  const element = useRef<HTMLDivElement>(null);
  const clean = useMemo(() => ({ __html: cleanHtml(html) }), [html]);
  useLayoutEffect(() => {
    if (!element.current) return;
    drawFormulas(element.current);
    addCopyButtons(element.current, document.documentElement.lang === 'es' ? 'es' : 'en');
  }, [html]);
  return (
    <Tag
      ref={element}
      class={className}
      dangerouslySetInnerHTML={clean}
      onClick={(event: MouseEvent) => follow(event, onConcept)}
    />
  );
}

interface HtmlProps {
  readonly html: string;
  readonly as?: 'div' | 'span' | 'p' | 'figure';
  readonly class?: string;
  readonly onConcept?: ((id: string) => void) | undefined;
}

function follow(event: MouseEvent, onConcept: ((id: string) => void) | undefined): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  const { concept, source } = link.dataset;
  if (concept !== undefined) onConcept?.(concept);
  else if (source !== undefined) post({ type: 'openSource', id: source });
}
