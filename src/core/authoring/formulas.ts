/** Formulas of a page must be LaTeX that can be drawn; the complaint names the line. */
import type { MathMl } from './mathml.ts';
import type { PageDraft } from './page.ts';
import type { Report } from './problems.ts';
import { allBlocks, inlinesOf, partsOf } from './walk.ts';

/** Draws a formula, so that its errors are known. */
export type DrawFormula = (tex: string, display: boolean) => MathMl;

/** Checks every formula of the page. */
export function checkFormulas(page: PageDraft, draw: DrawFormula, report: Report): void {
  for (const { blocks } of partsOf(page)) {
    const display = allBlocks(blocks).flatMap((block) =>
      block.kind === 'formula' ? [{ ...block, shown: true }] : [],
    );
    const inline = inlinesOf(blocks).flatMap((node) =>
      node.kind === 'formula' ? [{ ...node, shown: false }] : [],
    );
    for (const { tex, line, shown } of [...display, ...inline]) {
      const math = draw(tex, shown);
      if ('error' in math) report(line, `correct the formula: ${math.error}`);
    }
  }
}
