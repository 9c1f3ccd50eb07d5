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
import { GLYPH_UNIT } from '../../src/core/formulaPicture.ts';
import type { DrawnFormula, Shape } from './formulaMarks.ts';

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

/** Draws LaTeX; throws with MathJax's message when it does not parse. */
export function drawFormula(tex: string): DrawnFormula {
  const node = document.convert(tex, { display: true }) as LiteElement;
  const whole = adaptor.innerHTML(node).replace(/MJX-\d+-TEX-/g, '');
  const glyphs: Record<string, string> = {};
  const bare = whole.replace(/<defs>[^]*?<\/defs>/, (defs) => {
    for (const [, id, outline] of defs.matchAll(/<path id="([^"]+)" d="([^"]*)">/g))
      glyphs[id!] = relativePath(outline!, GLYPH_UNIT);
    return '';
  });
  const svg = compact(bare);
  const [, left, top, width, height] = /^<svg[^>]* viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)!.map(Number);
  if (left !== 0) throw new Error(`the picture of ${tex} does not begin at 0`);
  return { box: [top!, width!, height!], shapes: shapesIn(svg), glyphs };
}

/** Marks of MathJax say nothing in a picture, thousandths of an em are fine enough to be whole. */
function compact(svg: string): string {
  return svg
    .replace(/ (?:data-[\w-]+|focusable|role|style|fill|stroke|stroke-width|xmlns:xlink)="[^"]*"/g, '')
    .replace(/ (?:width|height)="[\d.]+ex"/g, '')
    .replace(/ xlink:href=/g, ' href=')
    .replace(/-?\d*\.\d+/g, (number) => String(Number(Number(number).toFixed(Math.abs(Number(number)) < 10 ? 3 : 0))))
    .replace(/<(path|use|rect|line)([^>]*)><\/\1>/g, '<$1$2/>');
}

/** Where something is drawn, and how large. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The shapes of a picture; what is neither a glyph nor a bar (stretched pieces, letters of other fonts) stays markup. */
function shapesIn(svg: string): Shape[] {
  const shapes: Shape[] = [];
  // The outermost group turns the picture over, which `formulaPicture` does again.
  const inner = /^<svg[^>]*><g[^>]*>([^]*)<\/g><\/svg>$/.exec(svg)![1]!;
  const frames: Frame[] = [{ x: 0, y: 0, size: 1 }];
  for (const { 0: tag, groups = {} } of inner.matchAll(PIECE)) {
    const { attributes = '' } = groups;
    const name = groups['whole'] ?? groups['tag'];
    if (tag === '</g>') {
      frames.pop();
      continue;
    }
    const attribute = (key: string): string => new RegExp(` ${key}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const outer = frames.at(-1)!;
    if (name === 'svg' || name === 'text') shapes.push({ ...whole(outer), markup: tag });
    else if (name === 'rect') {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => Number(attribute(key)));
      const frame = { ...outer, x: outer.x + x! * outer.size, y: outer.y + y! * outer.size };
      shapes.push({ ...whole(frame), bar: [Math.round(width! * outer.size), Math.round(height! * outer.size)] });
    } else {
      const frame = moved(outer, attribute('transform'));
      if (name === 'g') frames.push(frame);
      else shapes.push({ ...whole(frame), glyph: attribute('href').slice(1) });
    }
  }
  return shapes;
}

/** A whole element that stays markup, or one tag. */
const PIECE = /<(?<whole>svg|text)\b[^]*?<\/\k<whole>>|<(?<tag>use|rect|g)\b(?<attributes>[^>]*?)\/?>|<\/g>/g;

function whole({ x, y, size }: Frame): Frame {
  return { x: Math.round(x), y: Math.round(y), size: Math.round(size * 1000) };
}

function moved(frame: Frame, transform: string): Frame {
  let { x, y, size } = frame;
  for (const [, name, numbers] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [first = 0, second] = numbers!.split(/[ ,]+/).map(Number);
    if (name === 'translate') {
      x += first * size;
      y += (second ?? 0) * size;
    } else if (name === 'scale' && (second === undefined || second === first)) size *= first;
    else throw new Error(`a glyph with ${transform} is not understood`);
  }
  return { x, y, size };
}
