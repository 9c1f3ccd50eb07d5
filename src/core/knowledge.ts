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

/** A formula drawn ahead: SVG markup in {@link FORMULA_COLOUR}, and its size in CSS pixels. */
export interface FormulaPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What `dist/knowledge/formulas.json` holds; `es` only where the formula is written differently. */
export type FormulaPictures = Readonly<
  Record<ConceptId, { readonly en: FormulaPicture; readonly es?: FormulaPicture }>
>;

/** The picture of a concept's formula in a language, in the colour asked for (a CSS hex colour). */
export function formulaPicture(
  pictures: FormulaPictures,
  id: ConceptId,
  lang: Lang,
  colour: string,
): FormulaPicture | undefined {
  const drawn = Object.hasOwn(pictures, id) ? pictures[id] : undefined;
  const picture = drawn?.[lang] ?? drawn?.en;
  return picture && { ...picture, svg: picture.svg.replaceAll(FORMULA_COLOUR, colour) };
}
