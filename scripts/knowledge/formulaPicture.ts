/**
 * The first formula of a concept as a small SVG for the hover, where neither MathML nor math in HTML is shown.
 * MathJax draws it; what an image does not need is taken out, and repeated glyphs are shared when that is shorter.
 */
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import 'mathjax-full/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import type { LiteElement } from 'mathjax-full/js/adaptors/lite/Element.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import { FORMULA_COLOUR, type FormulaPicture } from '../../src/core/knowledge.ts';

/** CSS pixels of one em in a picture: a little over the 13 px of hover text, as formulas have small parts. */
const EM = 15;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const documents = (['none', 'local'] as const).map((fontCache) =>
  mathjax.document('', {
    InputJax: new TeX({
      packages: ['base', 'ams', 'boldsymbol'],
      formatError: (_: unknown, error: Error) => {
        throw new Error(error.message);
      },
    }),
    OutputJax: new SVG({ fontCache }),
  }),
);

/** Draws LaTeX; throws with MathJax's message when it does not parse. */
export function formulaPicture(tex: string): FormulaPicture {
  const drawings = documents.map((document) => {
    const node = document.convert(tex, { display: true }) as LiteElement;
    return compact(adaptor.innerHTML(node));
  });
  const svg = drawings.reduce((best, next) => (next.length < best.length ? next : best));
  const [, , , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)!.map(Number);
  return { svg, width: Math.ceil((width! * EM) / 1000), height: Math.ceil((height! * EM) / 1000) };
}

/** Thousandths of an em are fine enough to be whole; marks of MathJax and empty groups say nothing in a picture. */
function compact(svg: string): string {
  const ids = new Map<string, string>();
  const shortId = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `g${ids.size.toString(36)}`);
    return ids.get(id)!;
  };
  const bare = svg
    .replace(/ (?:data-[\w-]+|focusable|role|style|xmlns:xlink)="[^"]*"/g, '')
    .replace(/ (?:width|height)="[\d.]+ex"/g, '')
    .replace(/ xlink:href="#([^"]+)"/g, (_, id: string) => ` href="#${shortId(id)}"`)
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${shortId(id)}"`)
    .replace(/(transform|viewBox|x|y|width|height)="([^"]*)"/g, (_, name: string, value: string) => {
      return `${name}="${value.replace(/-?\d*\.\d+/g, (number) => (Math.abs(Number(number)) < 10 ? String(Number(Number(number).toFixed(3))) : String(Math.round(Number(number)))))}"`;
    })
    .replace(/currentColor/g, FORMULA_COLOUR)
    .replace(/<(path|use|rect|line)([^>]*)><\/\1>/g, '<$1$2/>');
  return unwrapped(bare);
}

/** Takes out `<g>` without attributes, with their closing tags. */
function unwrapped(svg: string): string {
  const kept: boolean[] = [];
  return svg.replace(/<g( [^>]*)?>|<\/g>/g, (tag, attributes: string | undefined) => {
    if (tag === '</g>') return kept.pop() ? tag : '';
    kept.push(attributes !== undefined);
    return attributes === undefined ? '' : tag;
  });
}
