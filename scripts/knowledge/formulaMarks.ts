/** Drawn formulas as the marks that are shipped: nested groups become places, glyphs become letters. */
import type { FormulaData, FormulaDrawing, Glyphs } from '../../src/core/formulaPicture.ts';
import { advanceOf, letterOf } from '../../src/core/formulaPicture.ts';
import type { ConceptId } from '../../src/core/concept.ts';

/** A formula as MathJax draws it: its box, and what is in it. */
export interface DrawnFormula {
  readonly box: readonly [top: number, width: number, height: number];
  readonly shapes: readonly Shape[];
  /** The outlines of the glyphs that it refers to, by their ids. */
  readonly glyphs: Readonly<Record<string, string>>;
}

/** A glyph, a bar, or markup that is neither; places in thousandths of an em. */
export type Shape = { readonly x: number; readonly y: number; readonly size: number } & (
  | { readonly glyph: string }
  | { readonly bar: readonly [width: number, height: number] }
  | { readonly markup: string }
);

/** Formulas by concept and language as marks. */
export function formulaData(
  drawn: readonly { readonly id: ConceptId; readonly en: DrawnFormula; readonly es?: DrawnFormula }[],
): FormulaData {
  const all = drawn.flatMap(({ en, es }) => (es ? [en, es] : [en]));
  const counts = new Map<string, number>();
  for (const id of all.flatMap(glyphsIn)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([id]) => id);
  const outlines = new Map(all.flatMap(({ glyphs }) => Object.entries(glyphs)));
  const advances = advancesIn(all);
  const glyphs: Glyphs = {
    outlines: ids.map((id) => outlines.get(id) ?? ''),
    advances: ids.map((id) => advances.get(id) ?? 0),
  };
  const places = new Map(ids.map((id, place) => [id, place]));
  const marked = (formula: DrawnFormula): FormulaDrawing => `${formula.box.join(' ')} ${marksOf(formula.shapes, places, glyphs)}`;
  return {
    glyphs,
    drawings: Object.fromEntries(drawn.map(({ id, en, es }) => [id, { en: marked(en), ...(es && { es: marked(es) }) }])),
  };
}

function glyphsIn({ shapes }: DrawnFormula): string[] {
  return shapes.flatMap((shape) => ('glyph' in shape ? [shape.glyph] : 'markup' in shape ? referred(shape.markup) : []));
}

function referred(markup: string): string[] {
  return [...markup.matchAll(REFERENCE)].map(([, id]) => id!);
}

/** What most often lies between the beginnings of a glyph and of the next one on the line. */
function advancesIn(all: readonly DrawnFormula[]): Map<string, number> {
  const seen = new Map<string, Map<number, number>>();
  for (const { shapes } of all)
    shapes.forEach((shape, at) => {
      const next = shapes[at + 1];
      if (!('glyph' in shape) || !next || next.size !== shape.size) return;
      const distance = Math.round(((next.x - shape.x) * 1000) / shape.size);
      const distances = seen.get(shape.glyph) ?? new Map<number, number>();
      seen.set(shape.glyph, distances.set(distance, (distances.get(distance) ?? 0) + 1));
    });
  return new Map([...seen].map(([id, distances]) => [id, [...distances].sort(([a, left], [b, right]) => right - left || a - b)[0]![0]]));
}

function marksOf(shapes: readonly Shape[], places: ReadonlyMap<string, number>, glyphs: Glyphs): string {
  let [x, y, size] = [0, 0, 1000];
  let marks = '';
  for (const shape of shapes) {
    const scaled = !('bar' in shape);
    if (scaled && shape.size !== size) marks += `*${(size = shape.size)}`;
    if (shape.y !== y) marks += `^${shape.y - y}`;
    if (shape.x !== x) marks += `>${shape.x - x}`;
    ({ x, y } = shape);
    if ('bar' in shape) marks += `=${shape.bar.join(',')};`;
    else if ('markup' in shape) marks += `{${shape.markup.replace(REFERENCE, (_, id: string) => `"#${letterOf(places.get(id)!)}"`)}}`;
    else {
      marks += letterOf(places.get(shape.glyph)!);
      x += advanceOf(places.get(shape.glyph)!, size, glyphs);
    }
  }
  return marks;
}

const REFERENCE = /"#([\w-]+)"/g;
