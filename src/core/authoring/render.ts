/** Turns what was read into what the product loads: a concept for cards and lists, and its page in each language. */
import type { Concept, Lang, Page, QuizItem } from '../concept.ts';
import type { ConceptDraft } from './base.ts';
import { figureIn } from './figure.ts';
import { blocksHtml, inlineHtml, type Renderers } from './html.ts';
import type { PageDraft } from './page.ts';
import { blocksText, cardText } from './plain.ts';
import type { QuizDraft } from './quiz.ts';
import { partsOf } from './walk.ts';

/** How formulas and code become markup, and which concepts can be opened. */
export type PageRenderers = Omit<Renderers, 'citation'>;

/** Everything but the pages; `undefined` while a page is missing. Relations to concepts nobody wrote are left out. */
export function renderConcept(draft: ConceptDraft, isConcept: (id: string) => boolean): Concept | undefined {
  const { en, es } = draft.pages;
  if (!en || !es) return undefined;
  const { facts } = draft;
  const term = (lang: Lang) => {
    const { name, aliases, avoid } = facts.terms[lang];
    return { name: name.text, aliases: [...aliases, ...avoid].map(({ text }) => text) };
  };
  const ids = (key: keyof typeof facts.relations) =>
    facts.relations[key].map(({ text }) => text).filter(isConcept);
  return {
    id: draft.id,
    topic: draft.topic,
    terms: { en: term('en'), es: term('es') },
    ambiguous: facts.ambiguous.map(({ text }) => text),
    triggers: facts.triggers.map(({ text }) => text),
    relations: {
      prerequisites: ids('prerequisites'),
      partOf: ids('part_of'),
      contrasts: ids('contrasts'),
      related: ids('related'),
    },
    summary: { en: cardText(en.summary), es: cardText(es.summary) },
    ...(en.formula &&
      es.formula && {
        formula: {
          words: { en: en.formula.words, es: es.formula.words },
        },
      }),
    hasFigure: draft.figure !== undefined,
  };
}

/** The page of a concept in one language. */
export function renderPage(
  draft: Pick<ConceptDraft, 'id' | 'figure'>,
  page: PageDraft,
  renderers: PageRenderers,
): Page {
  const citations = citedOn(page);
  const render: Renderers = { ...renderers, citation: (id) => citations.indexOf(id) + 1 };
  return {
    id: draft.id,
    title: page.title,
    summaryHtml: inlineHtml(page.summary, render),
    sections: page.sections.map(({ kind, heading, blocks }) => ({
      kind,
      heading,
      html: blocksHtml(blocks, render),
    })),
    questions: page.questions.map(({ id, question, blocks }) => ({
      id,
      question,
      answerHtml: blocksHtml(blocks, render),
      answerText: blocksText(blocks),
    })),
    quiz: page.quiz.map((item) => renderItem(item, render)),
    citations,
    ...(draft.figure && { figure: figureIn(draft.figure, page.lang) }),
  };
}

/** Ids of the sources in the order of their first citation. */
export function citedOn(page: PageDraft): string[] {
  const all = partsOf(page).flatMap(({ inlines }) => inlines);
  return [...new Set(all.flatMap((node) => (node.kind === 'cite' ? node.ids : [])))];
}

function renderItem(item: QuizDraft, render: Renderers): QuizItem {
  const { id, demand } = item;
  const stemHtml = blocksHtml(item.stem, render);
  if (item.form === 'cloze') {
    return {
      form: 'cloze',
      id,
      demand,
      stemHtml,
      answers: item.answers,
      whyHtml: blocksHtml(item.why, render),
    };
  }
  const options = item.options.map(({ content, right, why }) => ({
    html: inlineHtml(content, render),
    right,
    whyHtml: blocksHtml(why, render),
  }));
  return { form: item.form, id, demand, stemHtml, options };
}
