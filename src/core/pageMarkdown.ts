/**
 * A page as Markdown, for the clipboard and for other tools. It is made from the page's HTML, whose few tags our
 * compiler wrote itself, so that pages need not be stored twice.
 */
import { HEADINGS } from './authoring/headings.ts';
import type { Lang, Page, QuizItem, Source } from './concept.ts';

/** The whole page: title, summary, sections, questions, quiz, and the sources under their numbers. */
export function pageMarkdown(page: Page, lang: Lang, sources: readonly Source[]): string {
  const heading = HEADINGS[lang];
  const parts = [
    `# ${page.title}`,
    markdownOf(page.summaryHtml),
    ...page.sections.flatMap((section) => [`## ${section.heading}`, markdownOf(section.html)]),
    ...(page.questions.length > 0 ? [`## ${heading.questions}`] : []),
    ...page.questions.flatMap(({ question, answerHtml }) => [`### ${question}`, markdownOf(answerHtml)]),
    ...(page.quiz.length > 0 ? [`## ${heading.quiz}`] : []),
    ...page.quiz.map(quizMarkdown),
    sourceList(page, lang, sources),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function quizMarkdown(item: QuizItem): string {
  if (item.form === 'cloze')
    return `${markdownOf(item.stemHtml)}\n\n> **${item.answers[0] ?? ''}.** ${markdownOf(item.whyHtml)}`;
  const options = item.options.map(({ html, right, whyHtml }) => {
    return `- [${right ? 'x' : ' '}] ${markdownOf(html)}\n  > ${markdownOf(whyHtml).replace(/\n+/g, '\n  > ')}`;
  });
  return `${markdownOf(item.stemHtml)}\n\n${options.join('\n')}`;
}

function sourceList(page: Page, lang: Lang, sources: readonly Source[]): string {
  const lines = page.citations.flatMap((id, index) => {
    const source = sources.find((candidate) => candidate.id === id);
    if (!source) return [];
    const { title, authors, year, arxiv, doi, acl, url } = source;
    const place =
      url ??
      (arxiv
        ? `https://arxiv.org/abs/${arxiv}`
        : doi
          ? `https://doi.org/${doi}`
          : `https://aclanthology.org/${acl ?? ''}`);
    return [
      `${index + 1}. ${[authors, title, year]
        .filter((part) => part !== undefined)
        .join('. ')
        .replace(/\.\. /g, '. ')}. ${place}`,
    ];
  });
  return lines.length === 0 ? '' : `## ${lang === 'es' ? 'Fuentes' : 'Sources'}\n\n${lines.join('\n')}`;
}

/** A formula, a code block, inline code, any other tag, or text. */
const TOKEN =
  /<span class="tex( display)?">([^<]*)<\/span>|<pre class="code" data-language="([\w+-]*)"><code>([^]*?)<\/code><\/pre>|<code>([^<]*)<\/code>|<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g;

/** HTML of a compiled page as Markdown; tags that the compiler does not write leave their text. */
export function markdownOf(html: string): string {
  const lists: { ordered: boolean; next: number }[] = [];
  let columns = 0;
  const text = html.replace(
    TOKEN,
    (
      _,
      display?: string,
      tex?: string,
      language?: string,
      block?: string,
      code?: string,
      close?: string,
      name?: string,
      rest?: string,
      plain?: string,
    ) => {
      if (tex !== undefined) return formula(unescapeHtml(tex), display !== undefined);
      if (block !== undefined)
        return `\n\n\`\`\`${language}\n${unescapeHtml(block.replace(/<[^>]*>/g, ''))}\n\`\`\`\n\n`;
      if (code !== undefined) return inlineCode(unescapeHtml(code));
      if (plain !== undefined) return unescapeHtml(plain).replace(/[*`$\\]/g, '\\$&');
      return tag(name!, close === '/', rest!);
    },
  );
  return text.replace(/\n{3,}/g, '\n\n').trim();

  function tag(name: string, closes: boolean, attributes: string): string {
    switch (name) {
      case 'p':
      case 'div':
      case 'table':
        return '\n\n';
      case 'h3':
        return closes ? '\n\n' : '\n\n### ';
      case 'strong':
        return '**';
      case 'em':
        return '*';
      case 'ul':
      case 'ol':
        if (closes) lists.pop();
        else lists.push({ ordered: name === 'ol', next: Number(/start="(\d+)"/.exec(attributes)?.[1] ?? 1) });
        return lists.length === 0 ? '\n\n' : '';
      case 'li':
        return closes ? '' : item();
      case 'tr':
        if (!closes) columns = 0;
        return closes ? '\n' : '|';
      case 'th':
      case 'td':
        if (closes) columns += 1;
        return closes ? ' |' : ' ';
      case 'thead':
        return closes ? `|${' --- |'.repeat(columns)}\n` : '';
      default:
        return '';
    }
  }

  function item(): string {
    const list = lists[lists.length - 1];
    if (!list) return '';
    return `\n${'   '.repeat(lists.length - 1)}${list.ordered ? `${list.next++}.` : '-'} `;
  }
}

function formula(tex: string, display: boolean): string {
  return display ? `$$${tex}$$` : `$${tex}$`;
}

function inlineCode(code: string): string {
  return code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&amp;', '&'],
]);

function unescapeHtml(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES.get(entity)!);
}
