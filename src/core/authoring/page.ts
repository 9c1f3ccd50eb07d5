/** Reads `<id>.<lang>.md`: title, summary, the three prose sections, questions and quiz, each block with its line. */
import type { Lang, PageSection } from '../concept.ts';
import { parseBlocks, type Block } from './blocks.ts';
import { cleanText } from './characters.ts';
import { HEADINGS, LABELS, PARTS, type PartKind } from './headings.ts';
import { isId } from './ids.ts';
import type { Inline } from './inline.ts';
import { LIMITS } from './limits.ts';
import { cardText, plainText } from './plain.ts';
import type { Report } from './problems.ts';
import { readQuiz, type QuizDraft } from './quiz.ts';

/** A page as written, before its text becomes HTML. */
export interface PageDraft {
  readonly lang: Lang;
  readonly title: string;
  readonly titleLine: number;
  readonly summary: readonly Inline[];
  readonly summaryLine: number;
  readonly sections: readonly SectionDraft[];
  readonly questions: readonly QuestionDraft[];
  readonly quiz: readonly QuizDraft[];
  readonly formula?: FormulaDraft;
  /** The source, cleaned: what is stored and rendered when somebody opens the page. */
  readonly markdown: string;
}

/** One prose section. */
export interface SectionDraft {
  readonly kind: PageSection['kind'];
  readonly line: number;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A question and its answer. */
export interface QuestionDraft {
  readonly id: string;
  readonly line: number;
  readonly question: string;
  readonly blocks: readonly Block[];
}

/** The first display formula of a page and the paragraph that reads it aloud. */
export interface FormulaDraft {
  readonly line: number;
  readonly tex: string;
  readonly words: string;
}

/** Reads a page; `undefined` only when the file is not usable text or has no title and summary. */
export function readPage(source: string, lang: Lang, report: Report): PageDraft | undefined {
  const markdown = cleanText(source, LIMITS.page, report);
  if (markdown === undefined) return undefined;
  const lines = markdown.split('\n');
  const parts = splitParts(lines, lang, report);
  const read = readHead(
    lines.slice(0, parts[0]?.line === undefined ? lines.length : parts[0].line - 1),
    report,
  );
  if (!read) return undefined;
  const { extra, ...head } = read;
  if (extra !== undefined)
    report(extra, `keep the summary to one paragraph: move this under \`## ${HEADINGS[lang].depth}\``);

  const sections: SectionDraft[] = [];
  let questions: QuestionDraft[] = [];
  let quiz: QuizDraft[] = [];
  for (const { kind, line, body } of parts) {
    const blocks = parseBlocks(body, line + 1, report, { gaps: kind === 'quiz' });
    if (kind === 'questions') questions = readQuestions(blocks, line, report);
    else if (kind === 'quiz') quiz = readQuiz(blocks, line, lang, report);
    else sections.push({ kind, line, heading: HEADINGS[lang][kind], blocks: proseOf(blocks, report) });
  }
  const formula = firstFormula(sections, lang, report);
  return {
    lang,
    ...head,
    sections,
    questions,
    quiz,
    ...(formula && { formula }),
    markdown,
  };
}

/** Title and summary alone: what a page is read for when there are too many of them. */
export function readPageHead(source: string, report: Report): PageHead | undefined {
  const markdown = cleanText(source, LIMITS.page, report);
  if (markdown === undefined) return undefined;
  const end = markdown.search(/^##[ \t]/m);
  const head = readHead((end < 0 ? markdown : markdown.slice(0, end)).split('\n'), report);
  if (!head) return undefined;
  const { extra: _, ...shown } = head;
  return { ...shown, markdown };
}

/** What stands above the first section, and the cleaned source. */
export type PageHead = Pick<PageDraft, 'title' | 'titleLine' | 'summary' | 'summaryLine' | 'markdown'>;

function readHead(
  lines: readonly string[],
  report: Report,
): (Omit<PageHead, 'markdown'> & { readonly extra?: number }) | undefined {
  const [title, summary, more] = parseBlocks(lines, 1, report);
  if (title?.kind !== 'heading' || title.level !== 1) {
    report(1, 'begin the page with `# name`');
    return undefined;
  }
  if (summary?.kind !== 'paragraph') {
    report(
      title.line,
      `write the summary under the title: one paragraph of at most ${LIMITS.summary} characters`,
    );
    return undefined;
  }
  checkSummary(summary.content, summary.line, report);
  return {
    title: title.text,
    titleLine: title.line,
    summary: summary.content,
    summaryLine: summary.line,
    ...(more && { extra: more.line }),
  };
}

interface Part {
  readonly kind: PartKind;
  readonly line: number;
  readonly body: readonly string[];
}

/** Cuts at the `##` headings outside code blocks; all five must stand in order, except that prose may be missing. */
function splitParts(lines: readonly string[], lang: Lang, report: Report): Part[] {
  const found: { kind: PartKind; line: number }[] = [];
  let fence = '';
  lines.forEach((text, index) => {
    const ticks = /^\s*(`{3,})/.exec(text)?.[1] ?? '';
    if (ticks !== '') fence = fence === '' ? ticks : text.trim() === fence ? '' : fence;
    if (fence !== '' || !/^##[ \t]/.test(text)) return;
    const name = text.slice(2).trim();
    const kind = PARTS.find((part) => HEADINGS[lang][part] === name);
    const wanted = PARTS.map((part) => `\`## ${HEADINGS[lang][part]}\``).join(', ');
    if (!kind) report(index + 1, `name the section one of ${wanted}`);
    else if (found.some((part) => part.kind === kind)) report(index + 1, `remove the second \`## ${name}\``);
    else found.push({ kind, line: index + 1 });
  });
  const order = found.map((part) => PARTS.indexOf(part.kind));
  const late = order.findIndex((position, i) => i > 0 && position < order[i - 1]!);
  if (late > 0)
    report(
      found[late]!.line,
      `move the section: the order is ${PARTS.map((part) => HEADINGS[lang][part]).join(', ')}`,
    );
  for (const part of PARTS) {
    if (!found.some(({ kind }) => kind === part))
      report(1, `add the section \`## ${HEADINGS[lang][part]}\``, part === 'code' ? 'warning' : 'error');
  }
  return found.map((part, i) => ({
    ...part,
    body: lines.slice(part.line, (found[i + 1]?.line ?? lines.length + 1) - 1),
  }));
}

function checkSummary(content: readonly Inline[], line: number, report: Report): void {
  const length = plainText(content).length;
  if (length > LIMITS.summary)
    report(line, `shorten the summary: ${length} characters, at most ${LIMITS.summary}`);
  if (content.some((node) => node.kind === 'formula'))
    report(line, 'say it without a formula: the summary is the hover card');
  if (/[*_`]/.test(content.map((node) => (node.kind === 'text' ? node.text : '')).join(''))) {
    report(line, 'put `*`, `_` and backticks of the summary inside inline code');
  }
  if (cardText(content) === '') report(line, 'write the summary');
}

/** Prose may have `###` headings and no others. */
function proseOf(blocks: readonly Block[], report: Report): readonly Block[] {
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level !== 3 && block.level !== 2)
      report(block.line, 'use `###` for headings inside a section');
    if (block.kind === 'quote')
      report(block.line, 'remove the `>`: quotes are only for explanations in the quiz');
  }
  return blocks.filter((block) => block.kind !== 'quote');
}

function readQuestions(blocks: readonly Block[], line: number, report: Report): QuestionDraft[] {
  const questions: { id: string; line: number; question: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 3) {
      const id = block.id ?? '';
      if (!isId(id))
        report(block.line, 'end the question with an id in kebab case: `### Question? {#what-is-lora}`');
      else if (questions.some((other) => other.id === id))
        report(block.line, `give the question another id: \`${id}\` is taken on this page`);
      questions.push({ id, line: block.line, question: headingText(block.text), blocks: [] });
    } else if (questions.length === 0) report(block.line, 'begin with a question: `### Question? {#id}`');
    else questions[questions.length - 1]!.blocks.push(block);
  }
  for (const question of questions) {
    if (question.blocks.length === 0) report(question.line, 'write the answer under the question');
  }
  if (questions.length < 2)
    report(
      line,
      `write at least two questions with answers; there ${questions.length === 1 ? 'is one' : 'is none'}`,
    );
  return questions.filter(({ id }) => isId(id));
}

/** Headings are plain text; backticks and asterisks in them are not shown. */
function headingText(text: string): string {
  return text.replace(/[`*]/g, '');
}

function firstFormula(
  sections: readonly SectionDraft[],
  lang: Lang,
  report: Report,
): FormulaDraft | undefined {
  for (const { blocks } of sections) {
    const at = blocks.findIndex((block) => block.kind === 'formula');
    const block = blocks[at];
    if (block?.kind !== 'formula') continue;
    const words = labelled(blocks[at + 1], LABELS[lang].words);
    if (words === undefined) {
      report(
        block.line,
        `follow the formula with a paragraph that begins with **${LABELS[lang].words}** and reads it aloud`,
      );
    }
    return { line: block.line, tex: block.tex, words: words ?? '' };
  }
  return undefined;
}

/** The text after a bold label at the start of a paragraph. */
export function labelled(block: Block | undefined, label: string): string | undefined {
  if (block?.kind !== 'paragraph') return undefined;
  const [first, ...rest] = block.content;
  return first?.kind === 'strong' && plainText(first.children) === label ? plainText(rest) : undefined;
}
