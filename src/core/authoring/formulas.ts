/** Formulas of a page must be LaTeX that can be drawn; the complaint names the line. */
import type { MathMl } from './mathml.ts';
import type { PageDraft } from './page.ts';
import type { Report } from './problems.ts';
import { partsOf } from './walk.ts';

/** Draws a formula, so that its errors are known. */
export type DrawFormula = (tex: string, display: boolean) => MathMl;

/** Checks every formula of the page. */
export function checkFormulas(page: PageDraft, draw: DrawFormula, report: Report): void {
  for (const { blocks, inlines } of partsOf(page)) {
    for (const block of blocks) if (block.kind === 'formula') check(block.tex, true, block.line);
    for (const node of inlines) if (node.kind === 'formula') check(node.tex, false, node.line);
  }

  function check(tex: string, display: boolean, line: number): void {
    const math = draw(tex, display);
    if ('error' in math) report(line, `correct the formula: ${math.error}`);
  }
}
