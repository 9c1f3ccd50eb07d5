/** Both pages of a concept must say the same: same formulas, code, citations, questions, quiz items and right answers. */
import type { Lang } from '../concept.ts';
import { commentsOf, sharedCode } from './sharedCode.ts';
import type { PageDraft } from './page.ts';
import type { Report } from './problems.ts';
import { partsOf, type PagePart } from './walk.ts';

/** Compares the Spanish page with the English one; complaints point into the Spanish file. */
export function compareLanguages(en: PageDraft, es: PageDraft, report: Report): void {
  sameIds(
    en.questions.map((q) => q.id),
    es.questions.map((q) => q.id),
    'questions',
    lineOf(es, 'questions'),
    report,
  );
  sameIds(
    en.quiz.map((q) => q.id),
    es.quiz.map((q) => q.id),
    'quiz items',
    lineOf(es, 'quiz'),
    report,
  );
  const english = new Map(partsOf(en).map((part, index) => [keyOf(part, index, en), part]));
  partsOf(es).forEach((part, index) => {
    const other = english.get(keyOf(part, index, es));
    if (other) comparePart(other, part, report);
  });
  for (const item of es.quiz) {
    const other = en.quiz.find(({ id }) => id === item.id);
    if (!other) continue;
    if (other.form !== item.form || other.demand !== item.demand) {
      report(
        item.line,
        `tag \`${item.id}\` as on the English page (line ${other.line}): ${other.demand}, ${other.form}`,
      );
    } else if (item.form !== 'cloze' && other.form !== 'cloze') {
      const right = item.options.findIndex((option) => option.right);
      const expected = other.options.findIndex((option) => option.right);
      if (right !== expected)
        report(
          item.options[right]!.line,
          `keep the order of the English page (line ${other.line}): there option ${expected + 1} is right, here option ${right + 1}`,
        );
    }
  }
}

/** Sections are paired by place (their headings differ), questions and items by id. */
function keyOf(part: PagePart, index: number, page: PageDraft): string {
  return index <= page.sections.length
    ? index === 0
      ? 'summary'
      : page.sections[index - 1]!.kind
    : part.name;
}

function lineOf(page: PageDraft, part: 'questions' | 'quiz'): number {
  return page[part][0]?.line ?? 1;
}

function sameIds(
  en: readonly string[],
  es: readonly string[],
  what: string,
  line: number,
  report: Report,
): void {
  const missing = en.filter((id) => !es.includes(id));
  const extra = es.filter((id) => !en.includes(id));
  if (missing.length > 0) report(line, `add the ${what} of the English page: ${missing.join(', ')}`);
  if (extra.length > 0)
    report(line, `add these ${what} to the English page, or remove them here: ${extra.join(', ')}`);
  if (missing.length + extra.length === 0 && en.join() !== es.join())
    report(line, `put the ${what} in the order of the English page: ${en.join(', ')}`);
}

function comparePart(en: PagePart, es: PagePart, report: Report): void {
  compareLists(formulasOf(en, 'en'), formulasOf(es, 'es'), 'formula', en, es, report);
  compareCode(en, es, report);
  compareSets(citationsOf(en), citationsOf(es), 'citations', en, es, report);
  compareSets(linksOf(en), linksOf(es), 'links', en, es, report, 'warning');
  const shape = shapeOf(en);
  if (shape !== shapeOf(es))
    report(
      es.line,
      `${es.name} has ${shapeOf(es)}; the English page (line ${en.line}) has ${shape}`,
      'warning',
    );
}

interface Written {
  readonly text: string;
  readonly line: number;
  readonly shown: string;
}

/** Formulas may change places inside a part (word order differs), so they are compared as sorted lists. */
function compareLists(
  en: readonly Written[],
  es: readonly Written[],
  what: string,
  enPart: PagePart,
  esPart: PagePart,
  report: Report,
): void {
  const missing = without(en, es);
  const extra = without(es, en);
  const first = extra[0];
  if (first) {
    const twin = missing[0] ? `\`${missing[0].shown}\` (line ${missing[0].line})` : 'nothing';
    report(
      first.line,
      `make the ${what} \`${first.shown}\` equal on both pages; the English page has ${twin}`,
    );
  } else if (missing[0]) {
    report(
      esPart.line,
      `add to ${esPart.name} the ${what} \`${missing[0].shown}\` of the English page (line ${missing[0].line})`,
    );
  }
}

/** What of `list` is not matched one to one in `other`. */
function without(list: readonly Written[], other: readonly Written[]): Written[] {
  const left = new Map<string, number>();
  for (const { text } of other) left.set(text, (left.get(text) ?? 0) + 1);
  return list.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function compareSets(
  en: ReadonlySet<string>,
  es: ReadonlySet<string>,
  what: string,
  enPart: PagePart,
  esPart: PagePart,
  report: Report,
  level: 'error' | 'warning' = 'error',
): void {
  const missing = [...en].filter((id) => !es.has(id));
  const extra = [...es].filter((id) => !en.has(id));
  if (missing.length > 0)
    report(
      esPart.line,
      `add to ${esPart.name} the ${what} of the English page: ${missing.join(', ')}`,
      level,
    );
  if (extra.length > 0)
    report(
      esPart.line,
      `${esPart.name} has ${what} that the English page (line ${enPart.line}) lacks: ${extra.join(', ')}`,
      level,
    );
}

/** Display formulas one to one; inline ones at least once each, since a symbol may be named more often in one language. */
function formulasOf({ blocks, inlines }: PagePart, lang: Lang): Written[] {
  const display = blocks.flatMap((block) => (block.kind === 'formula' ? [block] : []));
  const inline = inlines.flatMap((node) => (node.kind === 'formula' ? [node] : []));
  const written = ({ tex, line }: { readonly tex: string; readonly line: number }): Written => {
    return { text: neutralFormula(tex, lang), line, shown: short(tex) };
  };
  const once = new Map(inline.map((node) => written(node)).map((formula) => [formula.text, formula]));
  return [
    ...display.map((block) => ({ ...written(block), text: `$${written(block).text}` })),
    ...once.values(),
  ];
}

/** A formula without what each language writes its own way: decimal sign, thousands, list separators, spaces, words. */
export function neutralFormula(tex: string, lang: Lang): string {
  const numbers =
    lang === 'en'
      ? tex.replace(/(\d)(?:\{,\}|,|\\,)(?=\d{3}(?!\d))/g, '$1')
      : tex.replace(/(\d)(?:\\,|~|\\ )(?=\d{3}(?!\d))/g, '$1').replace(/(\d)(?:\{,\}|,)(?=\d)/g, '$1.');
  return numbers
    .replace(/\\(?:text|textbf|textit)\{[^{}]*\}/g, '\\text{}')
    .replace(/\\(?:mathrm|operatorname)\*?\{[\p{L}\p{M}\s.,-]{3,}\}/gu, '\\text{}')
    .replace(/\\[,;:! ]|~/g, '')
    .replace(/;/g, ',')
    .replace(/\s+/g, '')
    .replace(/[.,]$/, '');
}

/** Code blocks one to one; the complaint shows the first line that differs. */
function compareCode(en: PagePart, es: PagePart, report: Report): void {
  const english = codeOf(en);
  const spanish = codeOf(es);
  if (english.length !== spanish.length) {
    report(
      es.line,
      `${es.name} has ${spanish.length} code blocks; the English page (line ${en.line}) has ${english.length}`,
    );
    return;
  }
  spanish.forEach(({ lines, line, language, comments }, index) => {
    const other = english[index]!;
    const left = comments.find(
      ({ text }) => IN_ENGLISH.test(text) && other.comments.some((c) => c.text === text),
    );
    if (left)
      report(line + 1 + left.line, `write the comment in Spanish: \`${short(left.text)}\``, 'warning');
    if (language !== other.language) {
      if (other.language !== '')
        report(
          line,
          `write the code block in ${other.language}, as on the English page (line ${other.line})`,
        );
      return;
    }
    const at = lines.findIndex((text, i) => text !== other.lines[i]);
    const differs = at >= 0 ? at : lines.length < other.lines.length ? lines.length : -1;
    if (differs < 0) return;
    const [here, there] = [lines, other.lines].map((code) =>
      code[differs] === undefined ? 'nothing' : `\`${short(code[differs])}\``,
    );
    report(
      line,
      `make the code equal on both pages, but for comments and sentences: ${here} here, ${there} in English (line ${other.line})`,
    );
  });
}

/** Words that tell an English comment from a Spanish one; commented code and printed values do not count. */
const IN_ENGLISH =
  /^# (?![[({'"]|from \w+ import).*\b(?:the(?! \d)|of|and|with|for|not|are|from|each|only|this|that|when|without)\b/i;

interface Code {
  readonly lines: readonly string[];
  readonly comments: ReturnType<typeof commentsOf>;
  readonly line: number;
  readonly language: string;
}

function codeOf({ blocks }: PagePart): Code[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'code') return [];
    return [
      {
        lines: sharedCode(block.text, block.language).split('\n'),
        comments: commentsOf(block.text, block.language),
        line: block.line,
        language: block.language,
      },
    ];
  });
}

function citationsOf({ inlines }: PagePart): ReadonlySet<string> {
  return new Set(inlines.flatMap((node) => (node.kind === 'cite' ? node.ids : [])));
}

function linksOf({ inlines }: PagePart): ReadonlySet<string> {
  return new Set(inlines.flatMap((node) => (node.kind === 'link' ? [node.target] : [])));
}

/** `2 tables, 1 list of 3`: what a reader would notice missing. */
function shapeOf({ blocks }: PagePart): string {
  const shapes = blocks.flatMap((block) => {
    if (block.kind === 'list') return [`a list of ${block.items.length}`];
    if (block.kind === 'table') return [`a table of ${block.rows.length} rows`];
    return block.kind === 'heading' ? ['a heading'] : [];
  });
  return shapes.length === 0 ? 'no lists or tables' : shapes.join(', ');
}

function short(text: string): string {
  const line = text.trim().split('\n')[0]!.replace(/`/g, "'");
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
