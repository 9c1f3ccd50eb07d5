/** The sentences of a page, for checks of wording. */
import type { PageDraft } from './page.ts';
import { cardText, plainText } from './plain.ts';
import { partsOf } from './walk.ts';

/** Running text with its line: no code, no formulas. */
export function proseOf(page: PageDraft): { readonly line: number; readonly text: string }[] {
  const questions = page.questions.map(({ line, question }) => ({ line, text: question }));
  const blocks = partsOf(page).flatMap(({ blocks }) => blocks);
  const prose = blocks.flatMap((block) => {
    if (block.kind === 'paragraph')
      return [{ line: block.line, text: plainText(block.content.filter(isProse)) }];
    if (block.kind === 'heading') return [{ line: block.line, text: block.text }];
    return block.kind === 'table'
      ? [block.header, ...block.rows].map((row) => ({
          line: block.line,
          text: row.map((cell) => cardText(cell)).join(' | '),
        }))
      : [];
  });
  return [...questions, ...prose];
}

function isProse({ kind }: { readonly kind: string }): boolean {
  return kind !== 'code' && kind !== 'formula';
}
