/**
 * Draws the formulas of a page as MathML where they are shown. A page brings them as LaTeX: their renderer is larger
 * than everything else here, so it is a part of its own that loads beside the first page.
 */
import type { mathMl } from '../core/authoring/mathml.ts';
import { cleanHtml } from './cleanHtml.ts';

let draw: typeof mathMl | undefined;
const loading = import('../core/authoring/mathml.ts').then((module) => {
  draw = module.mathMl;
});

/** Replaces every `<span class="tex">` inside the element; at once when the renderer is there, else when it comes. */
export function drawFormulas(root: Element): void {
  if (!draw) {
    void loading.then(() => drawFormulas(root));
    return;
  }
  for (const formula of root.querySelectorAll('.tex')) {
    const math = draw(formula.textContent ?? '', formula.classList.contains('display'));
    if ('html' in math) formula.outerHTML = cleanHtml(math.html);
  }
}
