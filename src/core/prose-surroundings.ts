/** What stands around a block of prose: where its own words leave a doubt, the lines and the text around decide. */
import type { ConceptId } from './concept.ts';
import type { Lexicon } from './lexicon.ts';
import type { Block, Level } from './prose.ts';

/** What is known of the text around a block of prose. */
export interface Surroundings {
  readonly level: Level;
  /** Whether that is what a program imports and names: at level 1 it may as well learn from pictures. */
  readonly isCode?: boolean;
  /** Parts of the same text that belong to the block: the heading above, the code that a comment speaks of. */
  near?(): readonly Block[];
  /** Whether a name in the code that the block speaks of means a concept: `# hide the rest` over `attention_mask`. */
  isInCode?(concept: ConceptId): boolean;
  /** Whether the text around an offset names a concept beyond doubt. */
  named?(concept: ConceptId, at: number): boolean;
}

/** Whether the text around an offset names a concept by a term that means it wherever it stands. */
export type Named = (concept: ConceptId, at: number) => boolean;

const STRETCH = 65_536;

/** Looks in the stretch of the text that the offset is in: a short text is one, a long one has many. */
export function namedAround(text: string, lexicon: Lexicon): Named {
  const stretches = new Map<number, (concept: ConceptId) => boolean>();
  return (concept, at) => {
    const number = Math.floor(at / STRETCH);
    let names = stretches.get(number);
    if (!names) {
      const stretch = text.slice(number * STRETCH, (number + 1) * STRETCH);
      stretches.set(number, (names = namesIn([stretch], lexicon)));
    }
    return names(concept);
  };
}

/** Which concepts texts name beyond doubt; each is looked for when it is asked for, once. */
export function namesIn(texts: readonly string[], lexicon: Lexicon): (concept: ConceptId) => boolean {
  const small = texts.map((text) => text.toLowerCase());
  const known = new Map<ConceptId, boolean>();
  return (concept) => {
    let isNamed = known.get(concept);
    if (isNamed === undefined) {
      isNamed = small.some((text) => lexicon.isNamed(concept, text));
      known.set(concept, isNamed);
    }
    return isNamed;
  };
}
