/** Puts a copy button on every block of code. */
import type { Lang } from '../core/concept.ts';
import { post } from './host.ts';
import { say } from './phrases.ts';

/** Adds the buttons inside an element; once, however often it is asked. */
export function addCopyButtons(root: Element, lang: Lang): void {
  for (const pre of root.querySelectorAll('pre')) {
    if (pre.parentElement?.classList.contains('code-block')) continue;
    const block = document.createElement('div');
    block.className = 'code-block';
    pre.replaceWith(block);
    block.append(pre, copyButton(pre, lang));
    // A block that scrolls sideways must be reachable by keyboard.
    pre.tabIndex = 0;
  }
}

function copyButton(pre: HTMLElement, lang: Lang): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'copy';
  button.textContent = say('copyCode', lang);
  button.addEventListener('click', () => {
    post({ type: 'copyCode', text: pre.textContent?.slice(0, 20_000) ?? '' });
    button.textContent = say('copied', lang);
    setTimeout(() => (button.textContent = say('copyCode', lang)), 1500);
  });
  return button;
}
