/** Formulas as MathML for pages. Temml writes some inline styles, which a strict CSP drops: they become classes here. */
import temml from 'temml';
import { escapeHtml } from './escape.ts';

/** A formula as MathML, or what is wrong with its LaTeX. */
export type MathMl = { readonly html: string } | { readonly error: string };

/** Each inline style of Temml as a class; `src/webview/math.css` has one rule per class. */
export const MATH_CLASSES: ReadonlyMap<string, string> = new Map([
  // `class="tml-display"` says the same.
  ['display:block math', ''],
  ['math-depth:0', 'math-depth-0'],
  ['padding-left:0em', 'pad-left-0'],
  ['padding-right:0em', 'pad-right-0'],
  ['padding-left:0', 'pad-left-0'],
  ['padding-right:0', 'pad-right-0'],
  ['padding-left:1em', 'pad-left-1'],
  ['padding-right:1em', 'pad-right-1'],
  ['padding-left:2em', 'pad-left-2'],
  ['padding-left:5.9776pt', 'pad-left-column'],
  ['padding-right:5.9776pt', 'pad-right-column'],
  ['margin-left:-0.1667em', 'negative-thin'],
  ['padding:3pt', 'boxed'],
  ['border:1px solid', ''],
  ['font-weight:bold', 'bold-math'],
  ['border-bottom:0.06em solid', 'rule-below'],
  ['border-top:0.06em solid', 'rule-above'],
  ['border-right:0.06em solid', 'rule-right'],
  ['border-left:0.06em solid', 'rule-left'],
  ['padding-top:0', ''],
  ['padding-bottom:0', ''],
]);

/** Renders LaTeX without anything that could load, run or style; `alttext` keeps the LaTeX. Never throws. */
export function mathMl(tex: string, display: boolean): MathMl {
  try {
    const raw = temml.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
    });
    const math = withoutStyles(raw);
    if ('error' in math) return math;
    return { html: math.html.replace('<math', () => `<math alttext="${escapeHtml(tex)}"`) };
  } catch (error) {
    const text = error instanceof Error ? error.message : 'it does not parse';
    return {
      error: text
        .replace(/\u0332/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 160),
    };
  }
}

/** Temml writes `class` before `style`; the classes of the style join it. */
function withoutStyles(raw: string): MathMl {
  let unknown: string | undefined;
  const html = raw.replace(
    /<([a-z]+)((?: [\w-]+="[^"]*")*)>/g,
    (tag: string, name: string, attributes: string) => {
      const style = / style="([^"]*)"/.exec(attributes)?.[1];
      if (style === undefined) return tag;
      const classes = style
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => {
          if (!MATH_CLASSES.has(part)) unknown ??= part;
          return MATH_CLASSES.get(part) ?? '';
        });
      const own = / class="([^"]*)"/.exec(attributes)?.[1] ?? '';
      const all = [...new Set([own, ...classes].filter((part) => part !== ''))].join(' ');
      const rest = attributes.replace(/ (?:style|class)="[^"]*"/g, '');
      return `<${name}${rest}${all === '' ? '' : ` class="${all}"`}>`;
    },
  );
  return unknown === undefined
    ? { html }
    : { error: `a page cannot style formulas (${unknown}): use LaTeX without colours or boxes` };
}
