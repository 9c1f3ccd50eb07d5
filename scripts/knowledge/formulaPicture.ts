/**
 * The first formula of a concept as a small SVG for the hover, where neither MathML nor math in HTML is shown.
 * MathJax draws it; what an image does not need is taken out, and the glyphs apart, to be kept once for all formulas.
 */
import 'mathjax-full/js/input/tex/ams/AmsConfiguration.js';
import 'mathjax-full/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import type { LiteElement } from 'mathjax-full/js/adaptors/lite/Element.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import { relativePath } from './relativePath.ts';
import { FORMULA_COLOUR, type FormulaDrawing } from '../../src/core/knowledge.ts';

/** CSS pixels of one em in a picture: a little over the 13 px of hover text, as formulas have small parts. */
const EM = 15;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const document = mathjax.document('', {
  InputJax: new TeX({
    packages: ['base', 'ams', 'boldsymbol'],
    formatError: (_: unknown, error: Error) => {
      throw new Error(error.message);
    },
  }),
  OutputJax: new SVG({ fontCache: 'local' }),
});

/** A drawing and the outlines of the glyphs that it refers to. */
export interface DrawnFormula {
  readonly drawing: FormulaDrawing;
  readonly glyphs: Readonly<Record<string, string>>;
}

/** Draws LaTeX; throws with MathJax's message when it does not parse. */
export function drawFormula(tex: string): DrawnFormula {
  const node = document.convert(tex, { display: true }) as LiteElement;
  const whole = adaptor.innerHTML(node).replace(/MJX-\d+-TEX-/g, '');
  const glyphs: Record<string, string> = {};
  const bare = whole.replace(/<defs>[^]*?<\/defs>/, (defs) => {
    for (const [, id, outline] of defs.matchAll(/<path id="([^"]+)" d="([^"]*)">/g)) glyphs[id!] = relativePath(outline!);
    return '';
  });
  const svg = compact(bare);
  const [, , , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)!.map(Number);
  const size = { width: Math.ceil((width! * EM) / 1000), height: Math.ceil((height! * EM) / 1000) };
  return { drawing: { svg, ...size }, glyphs };
}

/** Thousandths of an em are fine enough to be whole; marks of MathJax and empty groups say nothing in a picture. */
function compact(svg: string): string {
  const bare = svg
    .replace(/ (?:data-[\w-]+|focusable|role|style|xmlns:xlink)="[^"]*"/g, '')
    .replace(/ (?:width|height)="[\d.]+ex"/g, '')
    .replace(/ xlink:href=/g, ' href=')
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
