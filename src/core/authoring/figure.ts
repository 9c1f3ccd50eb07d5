/** Checks a figure against the elements, attributes and classes that are allowed, and writes it in one language. */
import type { Lang } from '../concept.ts';
import { cleanText } from './characters.ts';
import { LIMITS } from './limits.ts';
import type { Report } from './problems.ts';

/** Checked SVG whose texts are still `{{English|Español}}`; {@link figureIn} makes one language of it. */
export type Figure = string;

/** Attributes that every element may have. */
const COMMON = ['class', 'transform', 'id'] as const;

/** The elements of a figure and their own attributes: shapes and text, nothing that runs or loads. */
export const FIGURE_ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['svg', ['xmlns', 'viewBox', 'role', 'aria-labelledby']],
  ['title', []],
  ['desc', []],
  ['g', []],
  ['rect', ['x', 'y', 'width', 'height', 'rx', 'ry']],
  ['circle', ['cx', 'cy', 'r']],
  ['ellipse', ['cx', 'cy', 'rx', 'ry']],
  ['line', ['x1', 'y1', 'x2', 'y2']],
  ['polyline', ['points']],
  ['polygon', ['points']],
  ['path', ['d']],
  ['text', ['x', 'y', 'dx', 'dy']],
  ['tspan', ['x', 'y', 'dx', 'dy']],
]);

/** The classes of a figure; the style sheet of the sidebar knows each of them. */
export const FIGURE_CLASSES = [
  ...[
    'box',
    'a',
    'b',
    'c',
    'd',
    'soft',
    'line',
    'dash',
    'arrow',
    'fill-a',
    'fill-b',
    'fill-c',
    'fill-d',
    'ink',
  ],
  ...['label', 'small', 'mono', 'strong', 'middle', 'end'],
] as const;

const TAG = /<(\/?)([A-Za-z][\w-]*)((?:[ \t\n]+[\w:-]+[ \t\n]*=[ \t\n]*"[^"<>]*")*)[ \t\n]*(\/?)>/y;
const ATTRIBUTE = /([\w:-]+)[ \t\n]*=[ \t\n]*"([^"]*)"/g;
const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ['xmlns', /^http:\/\/www\.w3\.org\/2000\/svg$/],
  ['viewBox', /^0 0 480 \d+$/],
  ['role', /^img$/],
  ['class', /^[\w -]*$/],
  ['transform', /^(?:(?:translate|rotate|scale)\([-\d., ]*\) ?)*$/],
  ['id', /^[\w-]+$/],
  ['aria-labelledby', /^[\w -]+$/],
  ['d', /^[MmLlHhVvCcSsQqTtAaZz\d\s.,+-]*$/],
]);
const NUMBERS = /^[-\d.,\s]*$/;

/** The figure for both languages; `undefined` when anything in it is not allowed. */
export function readFigure(source: string, report: Report): Figure | undefined {
  const text = cleanText(source, LIMITS.figure, report);
  if (text === undefined) return undefined;
  let fine = true;
  const complain: Report = (line, message, level) => {
    if (level !== 'warning') fine = false;
    report(line, message, level);
  };
  checkMarkup(text, complain);
  // HTML ends comments where XML does not (`--!>`): none of them goes into a page.
  const bare = text
    .replace(/^<\?xml[^]*?\?>/, '')
    .replace(/<!--[^]*?-->[ \t]*\n?/g, (comment) => '\n'.repeat(comment.split('\n').length - 1));
  checkTexts(bare, complain);
  return fine ? squeezed(bare) : undefined;
}

/** The figure in one language, ready to stand in a page. */
export function figureIn(figure: Figure, lang: Lang): string {
  return figure.replace(BOTH, (_, en: string, es: string) => (lang === 'en' ? en : es).trim());
}

/** `{{English|Español}}`, with no tags in it. */
const BOTH = /\{\{([^{}|<]*)\|([^{}|<]*)\}\}/g;

function checkTexts(text: string, report: Report): void {
  const rest = text.replace(BOTH, (both: string, en: string, es: string) => {
    return en.trim() === '' || es.trim() === '' ? both : ' '.repeat(both.length);
  });
  const at = rest.search(/\{\{|\}\}/);
  if (at >= 0)
    report(lineAt(text, at), 'write text as `{{English|Español}}`, with one bar and no tags inside');
}

function checkMarkup(text: string, report: Report): void {
  const open: string[] = [];
  let at = text.startsWith('<?xml') ? text.indexOf('?>') + 2 : 0;
  let line = 1;
  let seen = 0;
  const seenTags = new Set<string>();
  const advance = (to: number): void => {
    for (; at < to; at += 1) if (text.charCodeAt(at) === 10) line += 1;
  };
  while (at < text.length) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      if (end < 0) return report(line, 'close the comment with `-->`');
      advance(end + 3);
      continue;
    }
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      const run = text.slice(at, end < 0 ? text.length : end);
      checkText(run, open[open.length - 1], line, report);
      advance(at + run.length);
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag) return report(line, 'write plain SVG tags with `attribute="value"`; text needs `&lt;` for `<`');
    const [whole, close, name, attributes, selfClosed] = tag as unknown as string[];
    if (close) {
      if (open.pop() !== name) return report(line, `close the tags in order: \`</${name}>\` does not match`);
    } else {
      if ((open.length === 0) !== (name === 'svg') || (name === 'svg' && seen > 0))
        report(line, 'keep one `<svg>` around everything');
      checkElement(name!, attributes!, line, report);
      seenTags.add(name!);
      if (!selfClosed) open.push(name!);
      if (open.length > LIMITS.yamlDepth) return report(line, `nest at most ${LIMITS.yamlDepth} elements`);
    }
    seen += 1;
    advance(at + whole!.length);
  }
  if (open.length > 0) report(line, `close \`<${open[open.length - 1]}>\``);
  for (const name of ['svg', 'title', 'desc'])
    if (!seenTags.has(name)) report(1, `add \`<${name}>\`: the figure needs it to be read aloud`);
}

function checkElement(name: string, attributes: string, line: number, report: Report): void {
  const own = FIGURE_ELEMENTS.get(name);
  if (!own)
    return report(line, `remove \`<${name}>\`: a figure may have ${[...FIGURE_ELEMENTS.keys()].join(', ')}`);
  for (const [, attribute, value] of attributes.matchAll(ATTRIBUTE)) {
    const key = attribute!;
    if (![...COMMON, ...own].includes(key))
      report(line, `remove \`${key}\` from \`<${name}>\`: colours, fonts and strokes come from classes`);
    else if (!(VALUES.get(key) ?? NUMBERS).test(value!)) {
      report(line, key === 'viewBox' ? 'write `viewBox="0 0 480 H"`' : `write a plain value for \`${key}\``);
    } else if (key === 'class') {
      const unknown = value!
        .split(' ')
        .filter((part) => part !== '' && !(FIGURE_CLASSES as readonly string[]).includes(part));
      if (unknown.length > 0)
        report(line, `use the classes of docs/knowledge-format.md; ${unknown.join(', ')} is not one`);
    }
  }
}

function checkText(run: string, parent: string | undefined, line: number, report: Report): void {
  if (run.trim() === '') return;
  if (parent === undefined || !['text', 'tspan', 'title', 'desc'].includes(parent))
    report(line, 'put text inside `<text>`');
  if (/&(?!(?:amp|lt|gt|quot|#\d{1,6});)/.test(run)) report(line, 'write `&amp;` for `&`');
  // One word may be a name, and short ones are symbols.
  if (!run.includes('{{') && parent !== undefined && (run.match(/\p{L}{3,}/gu) ?? []).length > 1) {
    report(line, 'write the text in both languages: `{{English|Español}}`', 'warning');
  }
}

/** Indentation is for people; blank lines would end an HTML block in Markdown. */
function squeezed(svg: string): string {
  return svg.replace(/\s*\n\s*/g, '\n').trim();
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}
