/**
 * Formulas as images for cards, drawn ahead and kept as marks: a formula is its glyphs, one letter each, and a pen
 * that moves on by itself. Outlines are kept once for all formulas.
 *
 * Marks: `>n` and `^n` move the pen to the right and up, by thousandths of an em; `*n` is the size in thousandths;
 * `=w,h;` a bar with its lower left corner at the pen; `{...}` SVG with its origin at the pen, in which `#x` stands
 * for glyph `x`; any other letter is a glyph, after which the pen stands behind it.
 */
import type { ConceptId, Lang } from './concept.ts';

/** A formula as an image: SVG markup and its size in CSS pixels. */
export interface FormulaPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A formula drawn ahead: the top edge, width and height in thousandths of an em, and marks, with blanks between. */
export type FormulaDrawing = string;

/** What `dist/knowledge/formulas.json` holds. */
export interface FormulaData {
  readonly glyphs: Glyphs;
  /** `es` only where the formula is written differently. */
  readonly drawings: Readonly<
    Record<ConceptId, { readonly en: FormulaDrawing; readonly es?: FormulaDrawing }>
  >;
}

/** The glyphs of all formulas, the most frequent first. */
export interface Glyphs {
  /** The `d` of a path, in units of {@link GLYPH_UNIT}. */
  readonly outlines: readonly string[];
  /** How far the pen moves on, in thousandths of an em. */
  readonly advances: readonly number[];
}

/** Thousandths of an em that are a step of an outline: a fifteenth of a pixel. */
export const GLYPH_UNIT = 4;

/** CSS pixels of one em in a picture: a little over the 13 px of hover text, as formulas have small parts. */
const EM = 15;

/** The picture of a concept's formula in a language, in the colour asked for (a CSS hex colour). */
export function formulaPicture(
  { glyphs, drawings }: FormulaData,
  id: ConceptId,
  lang: Lang,
  colour: string,
): FormulaPicture | undefined {
  const drawn = Object.hasOwn(drawings, id) ? drawings[id] : undefined;
  const drawing = drawn?.[lang] ?? drawn?.en;
  const [, top, width, height, marks] = /^(\S+) (\S+) (\S+) ([^]*)$/.exec(drawing ?? '') ?? [];
  if (marks === undefined) return undefined;
  const used = new Set<number>();
  const shapes = [...shapesOf(marks, glyphs, used)];
  const defs = [...used].map(
    (glyph) =>
      `<path id="${idOf(glyph)}" d="${glyphs.outlines[glyph] ?? ''}" transform="scale(${GLYPH_UNIT})"/>`,
  );
  const ink = `stroke="${colour}" fill="${colour}" stroke-width="0"`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${top} ${width} ${height}"><defs>${defs.join('')}</defs><g ${ink} transform="scale(1,-1)">${shapes.join('')}</g></svg>`,
    width: Math.ceil((Number(width) * EM) / 1000),
    height: Math.ceil((Number(height) * EM) / 1000),
  };
}

/** The place of a glyph among the glyphs, by its letter. */
export function glyphOf(letter: string): number {
  const place = LETTERS.indexOf(letter);
  return place < 0 ? letter.charCodeAt(0) - OTHERS + LETTERS.length : place;
}

/** The letter of a glyph, by its place. */
export function letterOf(glyph: number): string {
  return LETTERS[glyph] ?? String.fromCharCode(OTHERS + glyph - LETTERS.length);
}

/** How far the pen moves behind a glyph, for a size in thousandths. */
export function advanceOf(glyph: number, size: number, { advances }: Glyphs): number {
  return Math.round(((advances[glyph] ?? 0) * size) / 1000);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Behind the blank and the signs of Latin-1. */
const OTHERS = 0xc0;
const MARK = /([>^*])(-?\d+)|=(\d+),(\d+);|\{([^}]*)\}|(.)/gu;

/** The shapes one after the other; the glyphs that they use are added to `used`. */
function* shapesOf(marks: string, glyphs: Glyphs, used: Set<number>): Generator<string> {
  let [x, y, size] = [0, 0, 1000];
  for (const [, move, by, width, height, markup, letter] of marks.matchAll(MARK)) {
    if (move === '>') x += Number(by);
    else if (move === '^') y += Number(by);
    else if (move === '*') size = Number(by);
    else if (width !== undefined) yield `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;
    else if (markup !== undefined) yield `<g${placed(x, y, size)}>${withGlyphs(markup, used)}</g>`;
    else if (letter !== undefined) {
      const glyph = glyphOf(letter);
      used.add(glyph);
      yield `<use href="#${idOf(glyph)}"${placed(x, y, size)}/>`;
      x += advanceOf(glyph, size, glyphs);
    }
  }
}

function placed(x: number, y: number, size: number): string {
  const scale = size === 1000 ? '' : `scale(${size / 1000})`;
  const place = x === 0 && y === 0 ? '' : `translate(${x},${y})`;
  return place + scale === '' ? '' : ` transform="${place}${scale}"`;
}

function withGlyphs(markup: string, used: Set<number>): string {
  return markup.replace(/#(.)/gu, (_, letter: string) => {
    used.add(glyphOf(letter));
    return `#${idOf(glyphOf(letter))}`;
  });
}

function idOf(glyph: number): string {
  return `g${glyph}`;
}
