/** Names, aliases and triggers over the whole base: one meaning each, unless they are declared ambiguous. */
import { LANGS, type Lang } from '../concept.ts';
import { fold } from '../text.ts';
import { pathOf, type ConceptDraft } from './base.ts';
import type { Located } from './facts.ts';
import type { ProblemList } from './problems.ts';

/** Every name of a concept in one language, the canonical one first. */
export function namesOf({ facts }: ConceptDraft, lang: Lang): Located[] {
  const { name, aliases, avoid } = facts.terms[lang];
  return [name, ...aliases, ...avoid];
}

/** Complains where two concepts claim the same term or trigger, and where a title differs from the name. */
export function checkTerms(concepts: readonly ConceptDraft[], list: ProblemList): void {
  const owners = new Map<string, Set<ConceptDraft>>();
  for (const concept of concepts) {
    for (const lang of LANGS) {
      const own = new Map<string, string>();
      for (const { text, line } of namesOf(concept, lang)) {
        const key = fold(text);
        if (own.get(key) === text)
          list.of(pathOf(concept, 'yaml'))(line, `remove the second \`${text}\``, 'warning');
        own.set(key, text);
        owners.set(key, (owners.get(key) ?? new Set()).add(concept));
      }
    }
    checkAmbiguous(concept, list);
    checkTitles(concept, list);
  }
  for (const concept of concepts) {
    const told = new Set<string>();
    for (const { text, line } of LANGS.flatMap((lang) => namesOf(concept, lang))) {
      const key = fold(text);
      const others = [...owners.get(key)!].filter((other) => other !== concept);
      if (others.length === 0 || told.has(key) || isAmbiguous(concept, key)) continue;
      told.add(key);
      list.of(pathOf(concept, 'yaml'))(
        line,
        `\`${text}\` also names ${idsOf(others)}: keep it in one, or list it under \`ambiguous\` in each`,
      );
    }
  }
  checkTriggers(concepts, list);
}

function checkTriggers(concepts: readonly ConceptDraft[], list: ProblemList): void {
  const owners = new Map<string, ConceptDraft>();
  for (const concept of concepts) {
    for (const { text, line } of concept.facts.triggers) {
      const owner = owners.get(text);
      if (owner === concept)
        list.of(pathOf(concept, 'yaml'))(line, `remove the second \`${text}\``, 'warning');
      else if (owner)
        list.of(pathOf(concept, 'yaml'))(
          line,
          `the trigger \`${text}\` belongs to \`${owner.id}\`: keep it in one of them`,
        );
      else owners.set(text, concept);
    }
  }
}

function checkAmbiguous(concept: ConceptDraft, list: ProblemList): void {
  const names = new Set(LANGS.flatMap((lang) => namesOf(concept, lang)).map(({ text }) => fold(text)));
  for (const { text, line } of concept.facts.ambiguous) {
    if (!names.has(fold(text)))
      list.of(pathOf(concept, 'yaml'))(
        line,
        `add \`${text}\` to the names or aliases, or remove it from \`ambiguous\``,
      );
  }
}

function checkTitles(concept: ConceptDraft, list: ProblemList): void {
  for (const lang of LANGS) {
    const page = concept.pages[lang];
    const name = concept.facts.terms[lang].name.text;
    if (page && fold(page.title) !== fold(name)) {
      list.of(pathOf(concept, `${lang}.md`))(
        page.titleLine,
        `write the title as in the facts: \`# ${name}\``,
      );
    }
  }
}

function isAmbiguous({ facts }: ConceptDraft, key: string): boolean {
  return facts.ambiguous.some(({ text }) => fold(text) === key);
}

function idsOf(concepts: readonly ConceptDraft[]): string {
  return concepts.map(({ id }) => `\`${id}\``).join(', ');
}
