/** The Markdown of every card that can be told ahead: each concept, and each golden snippet, in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/harness/cache.ts';
import { cardOf, type Card } from '../../src/core/card.ts';
import { cardMarkdown } from '../../src/core/cardMarkdown.ts';
import type { Lang } from '../../src/core/concept.ts';
import { defaultsOf } from '../../src/core/defaults.ts';
import { documentsOf } from '../../src/core/documents.ts';
import { engineOf, type ContextData, type Engine } from '../../src/core/engine.ts';
import { formulaPicture, type FormulaData } from '../../src/core/formulaPicture.ts';
import { knowledgeOf, type CoreData } from '../../src/core/knowledge.ts';
import type { Mention } from '../../src/core/mention.ts';
import { goldenFiles, goldenIn } from '../core/insights/golden.ts';

/** One card with the name of what it is about. */
export interface NamedCard {
  readonly name: string;
  readonly markdown: string;
}

/** All of them, from the compiled base in `dist/`. */
export function allCards(): NamedCard[] {
  const engine = engineOf(knowledgeOf(compiled<CoreData>('core.json')), compiled<ContextData>('apis.json'));
  const formulas = compiled<FormulaData>('formulas.json');
  const named = [...conceptMentions(engine), ...goldenMentions(engine)];
  return named.flatMap(({ name, mention }) =>
    (['en', 'es'] as const).flatMap((lang) => {
      const card = cardOf({ mention, lang, defaultOf: defaultsOf(engine) }, engine.knowledge);
      return card ? [{ name: `${name} (${lang})`, markdown: drawn(card, formulas, lang) }] : [];
    }),
  );
}

function drawn(card: Card, formulas: FormulaData, lang: Lang): string {
  const ink = '#cccccc';
  const picture = card.formula && formulaPicture(formulas, card.concept, lang, ink);
  const formula = picture && card.formula && { ...picture, alt: card.formula.words[lang] };
  return cardMarkdown(card, { lang, detail: 'full', ink, ...(formula ? { formula } : {}) });
}

/** Each concept as a term of a text, with as many related concepts as a card names. */
function conceptMentions({ knowledge }: Engine): { name: string; mention: Mention }[] {
  return knowledge.concepts.map(({ id, relations }) => ({
    name: id,
    mention: {
      range: { start: 0, end: id.length },
      text: id,
      concept: id,
      also: [...relations.related, ...relations.prerequisites].slice(0, 3),
      by: 'term',
    },
  }));
}

function goldenMentions(engine: Engine): { name: string; mention: Mention }[] {
  return goldenFiles().flatMap((file) =>
    goldenIn(file).flatMap(({ title, language, code }) => {
      const document = {
        uri: `file:///snippet.${language}`,
        version: 1,
        language,
        text: code.replace('|', ''),
      };
      const mention = documentsOf(engine).mentionAt(document, code.indexOf('|'));
      return mention ? [{ name: `${file}: ${title}`, mention }] : [];
    }),
  );
}

function compiled<T>(name: string): T {
  return JSON.parse(readFileSync(join(projectRoot, 'dist/knowledge', name), 'utf8')) as T;
}
