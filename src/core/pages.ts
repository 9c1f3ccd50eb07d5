/**
 * The pages of the base, stored as the Markdown they are written in and rendered when somebody opens one: a quarter
 * smaller than HTML in the package, and the way in which a pack's pages are shown too.
 */
import type { Figure } from './authoring/figure.ts';
import { escapeHtml } from './authoring/escape.ts';
import { LABELS } from './authoring/headings.ts';
import { highlight } from './authoring/highlight.ts';
import { readPage } from './authoring/page.ts';
import { renderPage, type PageRenderers } from './authoring/render.ts';
import type { Concept, ConceptId, Lang, Page } from './concept.ts';
import { questionItem, type Candidate } from './practice/exercise.ts';
import { withMarks, withoutMarks } from './twinPages.ts';

/** What `dist/knowledge/pages.json` holds, in which what stands elsewhere word for word is left out. */
export interface PageData {
  readonly ids: readonly ConceptId[];
  readonly en: readonly string[];
  /** With marks for what the English page has too ({@link withMarks}). */
  readonly es: readonly string[];
  readonly figures: Readonly<Record<ConceptId, Figure>>;
}

/** What the card of a concept says, and its page too. */
export type CardText = Pick<Concept, 'id' | 'summary' | 'formula'>;

/** The pages of a concept as they are stored. */
export function storedPages(
  markdown: Readonly<Record<Lang, string>>,
  card: CardText,
): Readonly<Record<Lang, string>> {
  const [en, es] = [withoutCard(markdown.en, 'en', card), withoutCard(markdown.es, 'es', card)];
  return { en, es: withMarks(es, en) };
}

/** A page without the summary and the words of its formula, where they stand as on the card. */
function withoutCard(markdown: string, lang: Lang, card: CardText): string {
  const [title = '', summary, rest] = partsOf(markdown);
  const short = summary === card.summary[lang] && rest !== undefined ? `${title}\n\n${rest}` : markdown;
  const label = `\n\n**${LABELS[lang].words}**`;
  return card.formula
    ? short.replace(`${label} ${card.formula.words[lang]}\n\n`, () => `${label}\n\n`)
    : short;
}

/** Pages by concept and language. */
export interface Pages {
  /** The page, rendered at its first use in a few milliseconds and kept. */
  page(id: ConceptId, lang: Lang): Page | undefined;
  /** Everything that the pages can ask, found without rendering them. */
  candidates(): readonly Candidate[];
}

/** Opens what `pages.json` holds; `concepts` are those of `core.json`, with the text of cards. */
export function openPages(data: PageData, concepts: readonly CardText[]): Pages {
  const places = new Map(data.ids.map((id, index) => [id, index]));
  const cards = new Map(concepts.map((concept) => [concept.id, concept]));
  const rendered = new Map<string, Page>();
  const renderers = pageRenderers((id) => places.has(id));
  let candidates: readonly Candidate[] | undefined;
  const render = (id: ConceptId, lang: Lang): Page | undefined => {
    const place = places.get(id);
    const card = cards.get(id);
    if (place === undefined || !card) return undefined;
    const en = data.en[place] ?? '';
    const stored = lang === 'en' ? en : withoutMarks(data.es[place] ?? '', en);
    const markdown = wholePage(stored, lang, card);
    const draft = readPage(markdown, lang, () => undefined);
    const figure = Object.hasOwn(data.figures, id) ? data.figures[id] : undefined;
    return draft && renderPage({ id, ...(figure && { figure }) }, draft, renderers);
  };
  return {
    page: (id, lang) => {
      const key = `${lang} ${id}`;
      const page = rendered.get(key) ?? render(id, lang);
      if (page) rendered.set(key, page);
      return page;
    },
    candidates: () =>
      (candidates ??= data.ids.flatMap((id, index) => candidatesIn(id, data.en[index] ?? ''))),
  };
}

/** Title, first paragraph, and what follows. */
function partsOf(markdown: string): readonly string[] {
  const match = /^(# [^\n]*)\n\n((?:[^\n]+\n)*[^\n]+)\n\n([^]*)$/.exec(markdown);
  return match ? match.slice(1) : [];
}

/** Puts back what {@link withoutCard} left out: no page begins with a section, and no label stands alone. */
function wholePage(stored: string, lang: Lang, { summary, formula }: CardText): string {
  const label = `\n\n**${LABELS[lang].words}**`;
  const long = formula ? stored.replace(`${label}\n\n`, () => `${label} ${formula.words[lang]}\n\n`) : stored;
  return /^# [^\n]*\n\n## /.test(long) ? long.replace('\n\n', () => `\n\n${summary[lang]}\n\n`) : long;
}

/**
 * The renderers of the product: coloured code, links to the concepts that exist, and formulas as LaTeX in a
 * `<span class="tex">`, which the webview draws: the renderer of formulas is no code for the extension to load.
 */
export function pageRenderers(isConcept: (id: ConceptId) => boolean): PageRenderers {
  return {
    isConcept,
    code: highlight,
    formula: (tex, display) => `<span class="tex${display ? ' display' : ''}">${escapeHtml(tex)}</span>`,
  };
}

/** The ids in the headings of the English page (both languages have the same): the quiz, then the questions. */
function candidatesIn(id: ConceptId, en: string): Candidate[] {
  const quiz: Candidate[] = [];
  const questions: Candidate[] = [];
  for (const [line] of en.matchAll(/^### .*$/gm)) {
    const item = /^### (\S+) \((?:application|recall)[^()]*\)$/.exec(line)?.[1];
    const question = /\{#([\w-]+)\}$/.exec(line)?.[1];
    if (item !== undefined) quiz.push({ concept: id, item });
    else if (question !== undefined) questions.push({ concept: id, item: questionItem(question) });
  }
  return [...quiz, ...questions];
}
