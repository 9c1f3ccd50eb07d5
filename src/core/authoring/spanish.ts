/** One canonical term per concept: our own prose does not use what the facts list under `avoid`. */
import { LANGS } from '../concept.ts';
import { fold, words } from '../text.ts';
import { pathOf, type ConceptDraft } from './base.ts';
import type { ProblemList } from './problems.ts';
import { proseOf } from './prose.ts';

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
