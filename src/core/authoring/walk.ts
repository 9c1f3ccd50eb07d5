/** Everything inside some blocks, in reading order, so that a check need not know how blocks nest. */
import type { Block } from './blocks.ts';
import type { Inline } from './inline.ts';
import type { PageDraft } from './page.ts';
import type { QuizDraft } from './quiz.ts';

/** All blocks, those inside lists and quotes too. */
export function allBlocks(blocks: readonly Block[], into: Block[] = []): Block[] {
  for (const block of blocks) {
    into.push(block);
    if (block.kind === 'list') for (const item of block.items) allBlocks(item.blocks, into);
    else if (block.kind === 'quote') allBlocks(block.blocks, into);
  }
  return into;
}

/** All pieces of running text, those inside emphasis and links too. */
export function allInlines(nodes: readonly Inline[], into: Inline[] = []): Inline[] {
  for (const node of nodes) {
    into.push(node);
    if ('children' in node) allInlines(node.children, into);
  }
  return into;
}

/** All pieces of running text inside blocks that {@link allBlocks} gave. */
function inlinesOf(blocks: readonly Block[]): Inline[] {
  const into: Inline[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') allInlines(block.content, into);
    else if (block.kind === 'table')
      for (const row of [block.header, ...block.rows]) for (const cell of row) allInlines(cell, into);
  }
  return into;
}

/** A quiz item as blocks: stem, options and explanations, or stem and explanation. */
function quizBlocks(item: QuizDraft): Block[] {
  if (item.form === 'cloze') return [...item.stem, ...item.why];
  const options = item.options.flatMap(({ content, line, why }): Block[] => [
    { kind: 'paragraph', line, content },
    ...why,
  ]);
  return [...item.stem, ...options];
}

/** A part of a page that both languages must share, with a name for messages. */
export interface PagePart {
  readonly name: string;
  readonly line: number;
  /** Every block, nested ones too. */
  readonly blocks: readonly Block[];
  /** Every piece of running text in them, nested ones too. */
  readonly inlines: readonly Inline[];
}

/** The page as parts in order: summary, sections, each question, each quiz item. Many checks ask: walked once. */
export function partsOf(page: PageDraft): readonly PagePart[] {
  const known = walked.get(page);
  if (known) return known;
  const part = (name: string, line: number, top: readonly Block[]): PagePart => {
    const blocks = allBlocks(top);
    return { name, line, blocks, inlines: inlinesOf(blocks) };
  };
  const parts = [
    part('the summary', page.summaryLine, [
      { kind: 'paragraph', line: page.summaryLine, content: page.summary },
    ]),
    ...page.sections.map(({ heading, line, blocks }) => part(`"${heading}"`, line, blocks)),
    ...page.questions.map(({ id, line, blocks }) => part(`question \`${id}\``, line, blocks)),
    ...page.quiz.map((item) => part(`quiz item \`${item.id}\``, item.line, quizBlocks(item))),
  ];
  walked.set(page, parts);
  return parts;
}

const walked = new WeakMap<PageDraft, readonly PagePart[]>();
