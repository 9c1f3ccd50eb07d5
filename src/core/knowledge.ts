/** The compiled base as the surfaces ask for it: concepts by id, by topic and by relation. */
import type { Concept, ConceptId, Lang, Topic } from './concept.ts';

/** What `dist/knowledge/core.json` holds; read at the first hover, search or page. */
export interface CoreData {
  readonly topics: readonly Topic[];
  readonly concepts: readonly Concept[];
}

/** The base with its look-ups. Immutable after {@link knowledgeOf}. */
export interface Knowledge {
  readonly topics: readonly Topic[];
  readonly concepts: readonly Concept[];
  /** A `Map`, because words such as `constructor` are looked up too. */
  readonly byId: ReadonlyMap<ConceptId, Concept>;
}

/** Builds the look-ups over compiled data. */
export function knowledgeOf(data: CoreData): Knowledge {
  return {
    topics: data.topics,
    concepts: data.concepts,
    byId: new Map(data.concepts.map((concept) => [concept.id, concept])),
  };
}

/** The ink of formula pictures, to be replaced by the theme's foreground: `currentColor` is black inside an image. */
export const FORMULA_COLOUR = '#010203';

/** A formula as an image: SVG markup and its size in CSS pixels. */
export interface FormulaPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A formula drawn ahead; `svg` refers to glyphs by id (`<use href="#I-1D44A"/>`) and has no `<defs>`. */
export type FormulaDrawing = FormulaPicture;

/** What `dist/knowledge/formulas.json` holds. Glyphs are kept once for all formulas: they are most of a picture. */
export interface FormulaData {
  /** The outline of each glyph, as the `d` of a path. */
  readonly glyphs: Readonly<Record<string, string>>;
  /** `es` only where the formula is written differently. */
  readonly drawings: Readonly<
    Record<ConceptId, { readonly en: FormulaDrawing; readonly es?: FormulaDrawing }>
  >;
}

/** The picture of a concept's formula in a language, in the colour asked for (a CSS hex colour). */
export function formulaPicture(
  { glyphs, drawings }: FormulaData,
  id: ConceptId,
  lang: Lang,
  colour: string,
): FormulaPicture | undefined {
  const drawn = Object.hasOwn(drawings, id) ? drawings[id] : undefined;
  const drawing = drawn?.[lang] ?? drawn?.en;
  if (!drawing) return undefined;
  const used = [...new Set([...drawing.svg.matchAll(/href="#([\w-]+)"/g)].map(([, glyph]) => glyph!))];
  const paths = used.map((glyph) => `<path id="${glyph}" d="${glyphs[glyph] ?? ''}"/>`);
  const defs = paths.length > 0 ? `<defs>${paths.join('')}</defs>` : '';
  const svg = drawing.svg.replace('>', () => `>${defs}`).replaceAll(FORMULA_COLOUR, colour);
  return { ...drawing, svg };
}
