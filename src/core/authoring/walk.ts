/** Everything inside some blocks, in reading order, so that a check need not know how blocks nest. */
import type { Block } from './blocks.ts';
import type { Inline } from './inline.ts';
import type { PageDraft } from './page.ts';
import type { QuizDraft } from './quiz.ts';

/** All blocks, those inside lists and quotes too. */
export function allBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return [block, ...block.items.flatMap((item) => allBlocks(item.blocks))];
    return block.kind === 'quote' ? [block, ...allBlocks(block.blocks)] : [block];
  });
}

/** All pieces of running text, those inside emphasis and links too. */
export function allInlines(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node) => ('children' in node ? [node, ...allInlines(node.children)] : [node]));
}

/** All pieces of running text inside blocks. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return allBlocks(blocks).flatMap((block) => {
    if (block.kind === 'paragraph') return allInlines(block.content);
    return block.kind === 'table' ? [block.header, ...block.rows].flat().flatMap(allInlines) : [];
  });
}

/** A quiz item as blocks: stem, options and explanations, or stem and explanation. */
export function quizBlocks(item: QuizDraft): Block[] {
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
  readonly blocks: readonly Block[];
}

/** The page as parts in order: summary, sections, each question, each quiz item. */
export function partsOf(page: PageDraft): PagePart[] {
  const summary: Block = { kind: 'paragraph', line: page.summaryLine, content: page.summary };
  return [
    { name: 'the summary', line: page.summaryLine, blocks: [summary] },
    ...page.sections.map(({ heading, line, blocks }) => ({ name: `"${heading}"`, line, blocks })),
    ...page.questions.map(({ id, line, blocks }) => ({ name: `question \`${id}\``, line, blocks })),
    ...page.quiz.map((item) => ({
      name: `quiz item \`${item.id}\``,
      line: item.line,
      blocks: quizBlocks(item),
    })),
  ];
}
