/**
 * The pages of the base, stored as the Markdown they are written in and rendered when somebody opens one: a quarter
 * smaller than HTML in the package, and the way in which a pack's pages are shown too.
 */
import { escapeHtml } from './authoring/escape.ts';
import { highlight } from './authoring/highlight.ts';
import { readPage } from './authoring/page.ts';
import { renderPage, type PageRenderers } from './authoring/render.ts';
import type { ByLang, ConceptId, Lang, Page } from './concept.ts';
import { questionItem, type Candidate } from './practice/exercise.ts';

/** One entry of `dist/knowledge/pages.json`. Both languages stand side by side, as they share code and formulas. */
export interface StoredPage {
  readonly id: ConceptId;
  readonly en: string;
  readonly es: string;
  /** Checked SVG. */
  readonly figure?: ByLang<string>;
}

/** Pages by concept and language. */
export interface Pages {
  /** The page, rendered at its first use in a few milliseconds and kept. */
  page(id: ConceptId, lang: Lang): Page | undefined;
  /** Everything that the pages can ask, found without rendering them. */
  candidates(): readonly Candidate[];
}

/** Opens what `pages.json` holds. */
export function openPages(stored: readonly StoredPage[]): Pages {
  const byId = new Map(stored.map((page) => [page.id, page]));
  const rendered = new Map<string, Page>();
  const renderers = pageRenderers((id) => byId.has(id));
  let candidates: readonly Candidate[] | undefined;
  return {
    page: (id, lang) => {
      const key = `${lang} ${id}`;
      const entry = byId.get(id);
      const page = rendered.get(key) ?? (entry && renderStored(entry, lang, renderers));
      if (page) rendered.set(key, page);
      return page;
    },
    candidates: () => (candidates ??= stored.flatMap(candidatesIn)),
  };
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

function renderStored(stored: StoredPage, lang: Lang, renderers: PageRenderers): Page | undefined {
  const draft = readPage(stored[lang], lang, () => undefined);
  const { id, figure } = stored;
  return draft && renderPage({ id, ...(figure && { figure }) }, draft, renderers);
}

/** The ids in the headings of the English page (both languages have the same): the quiz, then the questions. */
function candidatesIn({ id, en }: StoredPage): Candidate[] {
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
