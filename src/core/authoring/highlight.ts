/** Code with its words in `<span class="tok-...">`, coloured by the theme; done ahead, so that no page parses code. */
import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
import { escapeHtml } from './escape.ts';
import { pythonTree } from './pythonCode.ts';

/** The classes that the style sheet of the sidebar colours. */
export const TOKEN_CLASSES = [
  ...[
    'tok-keyword',
    'tok-string',
    'tok-number',
    'tok-comment',
    'tok-function',
    'tok-type',
    'tok-constant',
    'tok-key',
  ],
] as const;

/** The HTML of a code block's text; other languages than python, yaml, bash and json come back plain. */
export function highlight(code: string, language: string): string {
  if (language === 'python') return python(code);
  const pattern = PATTERNS.get(language);
  return pattern ? tokens(code, pattern) : escapeHtml(code);
}

const pythonClasses = tagHighlighter([
  { tag: tags.keyword, class: 'tok-keyword' },
  { tag: tags.operatorKeyword, class: 'tok-keyword' },
  { tag: tags.string, class: 'tok-string' },
  { tag: tags.number, class: 'tok-number' },
  { tag: tags.comment, class: 'tok-comment' },
  { tag: tags.function(tags.variableName), class: 'tok-function' },
  { tag: tags.function(tags.propertyName), class: 'tok-function' },
  { tag: tags.definition(tags.className), class: 'tok-type' },
  { tag: tags.bool, class: 'tok-constant' },
  { tag: tags.null, class: 'tok-constant' },
  { tag: tags.meta, class: 'tok-function' },
]);

function python(code: string): string {
  const read = pythonTree(code);
  if ('errorLine' in read) return escapeHtml(code);
  let html = '';
  const put = (text: string, classes: string): void => {
    html +=
      classes === ''
        ? escapeHtml(text)
        : `<span class="${classes.split(' ')[0]!}">${escapeHtml(text)}</span>`;
  };
  highlightCode(code, read.tree, pythonClasses, put, () => (html += '\n'));
  return html;
}

/** One alternative per class, tried at each place from left to right; none of them can backtrack far. */
const PATTERNS: ReadonlyMap<string, RegExp> = new Map([
  [
    'yaml',
    /(?<comment>(?<=^|\s)#[^\n]*)|(?<string>"[^"\n]*"|'[^'\n]*')|(?<key>(?<=^|[\s{,-])[\w.-]+(?=:(?:\s|$)))|(?<constant>(?<=[\s[,])(?:true|false|null)(?![\w-]))|(?<number>(?<=[\s[,])-?\d[\d.e+-]*(?![\w.-]))/gm,
  ],
  [
    'json',
    /(?<key>"[^"\n]*"(?=\s?:))|(?<string>"[^"\n]*")|(?<constant>\b(?:true|false|null)\b)|(?<number>-?\b\d[\d.eE+-]*)/g,
  ],
  [
    'bash',
    /(?<comment>(?<=^|\s)#[^\n]*)|(?<string>"[^"\n]*"|'[^'\n]*')|(?<constant>\$\w+|\$\{[^}\n]*\})|(?<key>(?<=\s)--?[A-Za-z][\w-]*)|(?<function>(?<=^|[|&] )[\w./-]+)/gm,
  ],
]);

function tokens(code: string, pattern: RegExp): string {
  let html = '';
  let from = 0;
  for (const match of code.matchAll(pattern)) {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] ?? '';
    html += `${escapeHtml(code.slice(from, match.index))}<span class="tok-${kind}">${escapeHtml(match[0])}</span>`;
    from = match.index + match[0].length;
  }
  return html + escapeHtml(code.slice(from));
}
