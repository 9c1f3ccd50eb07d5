/** Reads the quiz of a page: multiple choice, true-false and sentences with a gap. */
import type { Lang, QuizDemand } from '../concept.ts';
import type { Block, Item } from './blocks.ts';
import { QUIZ_WORDS } from './headings.ts';
import { isId } from './ids.ts';
import type { Inline } from './inline.ts';
import { plainText } from './plain.ts';
import type { Report } from './problems.ts';

/** A quiz item as written. */
export type QuizDraft = ChoiceDraft | ClozeDraft;

/** A question with options. */
export interface ChoiceDraft {
  readonly form: 'choice' | 'true-false';
  readonly id: string;
  readonly line: number;
  readonly demand: QuizDemand;
  readonly stem: readonly Block[];
  readonly options: readonly OptionDraft[];
}

/** One option and its explanation. */
export interface OptionDraft {
  readonly line: number;
  readonly content: readonly Inline[];
  readonly right: boolean;
  readonly why: readonly Block[];
}

/** A sentence with one gap. */
export interface ClozeDraft {
  readonly form: 'cloze';
  readonly id: string;
  readonly line: number;
  readonly demand: QuizDemand;
  readonly stem: readonly Block[];
  readonly answers: readonly string[];
  readonly why: readonly Block[];
}

/** Reads the blocks under the quiz heading, which stands on `line`. Items that cannot be asked are left out. */
export function readQuiz(blocks: readonly Block[], line: number, lang: Lang, report: Report): QuizDraft[] {
  const raw: { line: number; text: string; body: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 3)
      raw.push({ line: block.line, text: block.text, body: [] });
    else if (raw.length === 0) report(block.line, 'begin with an item: `### its-id (application)`');
    else raw[raw.length - 1]!.body.push(block);
  }
  const items: QuizDraft[] = [];
  for (const { line: at, text, body } of raw) {
    const head = readHead(text, at, lang, report);
    if (!head) continue;
    if (items.some((item) => item.id === head.id))
      report(at, `give the item another id: \`${head.id}\` is taken on this page`);
    const item = head.form === 'cloze' ? readCloze(head, body, report) : readChoice(head, body, lang, report);
    if (item) items.push(item);
  }
  if (items.length < 4) report(line, `write at least four quiz items; ${items.length} can be asked`);
  if (!items.some((item) => item.demand === 'application')) {
    report(
      line,
      `write at least one item tagged (${QUIZ_WORDS[lang].application}): a situation or code to reason about`,
    );
  }
  return items;
}

interface Head {
  readonly id: string;
  readonly line: number;
  readonly demand: QuizDemand;
  readonly form: QuizDraft['form'];
}

function readHead(text: string, line: number, lang: Lang, report: Report): Head | undefined {
  const words = QUIZ_WORDS[lang];
  const match = /^(\S+)[ \t]*\(([^()]*)\)$/.exec(text);
  const tags = match?.[2]!.split(',').map((tag) => tag.trim()) ?? [];
  const demand =
    tags[0] === words.application ? 'application' : tags[0] === words.recall ? 'recall' : undefined;
  const form =
    tags[1] === undefined
      ? 'choice'
      : tags[1] === words.trueFalse
        ? 'true-false'
        : tags[1] === words.cloze
          ? 'cloze'
          : undefined;
  if (match && isId(match[1]!) && demand && form && tags.length <= 2)
    return { id: match[1]!, line, demand, form };
  const demands = `${words.application} | ${words.recall}`;
  report(
    line,
    `write the item's heading as \`### its-id (${demands})\`, with \`, ${words.trueFalse}\` or \`, ${words.cloze}\` for those forms`,
  );
  return undefined;
}

function readChoice(head: Head, body: readonly Block[], lang: Lang, report: Report): ChoiceDraft | undefined {
  const at = body.findIndex(
    (block) => block.kind === 'list' && block.items.some((item) => item.checked !== undefined),
  );
  const list = body[at];
  if (list?.kind !== 'list' || at === 0) {
    report(head.line, 'write the question and then its options: `- [x] right` and `- [ ] wrong`');
    return undefined;
  }
  if (body[at + 1])
    report(
      body[at + 1]!.line,
      'indent the explanation by two spaces, so that it belongs to its option: `  > ...`',
    );
  const options = list.items.flatMap((item) => readOption(item, report));
  const wanted = head.form === 'choice' ? 3 : 2;
  let usable = options.length === list.items.length;
  if (list.items.length !== wanted) {
    report(list.line, `give the item exactly ${wanted} options; it has ${list.items.length}`);
    usable = false;
  }
  const right = options.filter((option) => option.right).length;
  if (right !== 1) {
    report(list.line, `mark exactly one option with [x]; ${right} are marked`);
    usable = false;
  }
  if (head.form === 'true-false') checkTrueFalse(options, lang, report);
  const stem = body.slice(0, at);
  return usable
    ? {
        form: head.form as ChoiceDraft['form'],
        id: head.id,
        line: head.line,
        demand: head.demand,
        stem,
        options,
      }
    : undefined;
}

function readOption(item: Item, report: Report): OptionDraft[] {
  const [text, why, more] = item.blocks;
  if (text?.kind !== 'paragraph' || item.checked === undefined) {
    report(item.line, 'write the option as `- [ ] text` or `- [x] text`');
    return [];
  }
  if (why?.kind !== 'quote' || why.blocks.length === 0) {
    report(item.line, 'explain the option on the next line: `  > why it is right or wrong`');
    return [];
  }
  if (more) report(more.line, 'keep the option to one paragraph and one explanation');
  return [{ line: item.line, content: text.content, right: item.checked, why: why.blocks }];
}

function checkTrueFalse(options: readonly OptionDraft[], lang: Lang, report: Report): void {
  const [yes, no] = QUIZ_WORDS[lang].options;
  options.forEach((option, index) => {
    const wanted = index === 0 ? yes : no;
    if (plainText(option.content).replace(/\.$/, '') !== wanted)
      report(option.line, `write this option as \`${wanted}\``);
  });
}

function readCloze(head: Head, body: readonly Block[], report: Report): ClozeDraft | undefined {
  const stem = body.filter((block) => block.kind !== 'quote');
  const quotes = body.filter((block) => block.kind === 'quote');
  const gaps = stem.flatMap((block) => (block.kind === 'paragraph' ? gapsOf(block.content) : []));
  if (gaps.length !== 1 || gaps[0]!.length === 0) {
    report(
      head.line,
      `write one gap \`==answer==\` in the sentence; there ${gaps.length === 1 ? 'is an empty one' : `are ${gaps.length}`}`,
    );
    return undefined;
  }
  if (quotes.length !== 1) {
    report(head.line, 'explain the answer in one `>` paragraph after the sentence');
    return undefined;
  }
  return {
    form: 'cloze',
    id: head.id,
    line: head.line,
    demand: head.demand,
    stem,
    answers: gaps[0]!,
    why: quotes[0]!.blocks,
  };
}

function gapsOf(nodes: readonly Inline[]): (readonly string[])[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'gap') return [node.answers];
    return node.kind === 'strong' || node.kind === 'em' || node.kind === 'link' ? gapsOf(node.children) : [];
  });
}
