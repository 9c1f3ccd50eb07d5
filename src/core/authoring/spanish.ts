/** One canonical term per concept: our own prose does not use what the facts list under `avoid`. */
import { LANGS } from '../concept.ts';
import { fold, words } from '../text.ts';
import { pathOf, type ConceptDraft } from './base.ts';
import { cardText, plainText } from './plain.ts';
import type { PageDraft } from './page.ts';
import type { ProblemList } from './problems.ts';
import { allBlocks, partsOf } from './walk.ts';

/** A mistranslation that must not come back: self-attention is not self-supervised. */
const MISTRANSLATION =
  /atencion(?: \w+){0,2} (?:auto ?supervisad|autosupervisad)\w*|(?:auto ?supervisad|autosupervisad)\w*(?: \w+){0,2} atencion/;

/** Checks the prose of every page against the avoided terms of every concept. */
export function checkSpanish(concepts: readonly ConceptDraft[], list: ProblemList): void {
  for (const lang of LANGS) {
    const avoided = avoidedTerms(concepts, lang);
    for (const concept of concepts) {
      const page = concept.pages[lang];
      if (!page) continue;
      const report = list.of(pathOf(concept, `${lang}.md`));
      for (const { line, text } of proseOf(page)) {
        const run = ` ${words(fold(text))
          .map((word) => word.text)
          .join(' ')} `;
        for (const [variant, { id, name }] of avoided) {
          if (run.includes(` ${variant} `))
            report(line, `write \`${name}\` (the term of \`${id}\`) instead of \`${variant}\``);
        }
        if (lang === 'es' && MISTRANSLATION.test(run))
          report(line, 'write `autoatención`: self-attention is not self-supervised');
      }
    }
  }
}

function avoidedTerms(
  concepts: readonly ConceptDraft[],
  lang: 'en' | 'es',
): ReadonlyMap<string, { id: string; name: string }> {
  const found = new Map<string, { id: string; name: string }>();
  for (const { id, facts } of concepts) {
    for (const { text } of facts.terms[lang].avoid) {
      found.set(
        words(fold(text))
          .map((word) => word.text)
          .join(' '),
        { id, name: facts.terms[lang].name.text },
      );
    }
  }
  return found;
}

/** Running text with its line: no code, no formulas. */
export function proseOf(page: PageDraft): { readonly line: number; readonly text: string }[] {
  const questions = page.questions.map(({ line, question }) => ({ line, text: question }));
  const blocks = partsOf(page).flatMap(({ blocks }) => allBlocks(blocks));
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
