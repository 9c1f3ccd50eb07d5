/** HTML that our compiler wrote, with its links made live: concepts open here, citations open their source. */
import type { JSX } from 'preact';
import { post } from './host.ts';

/** Compiled HTML in an element. `onConcept` opens a linked concept. */
export function Html({ html, as: Tag = 'div', class: className, onConcept }: HtmlProps): JSX.Element {
  return (
    <Tag
      class={className}
      dangerouslySetInnerHTML={{ __html: html }}
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
