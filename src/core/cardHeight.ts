/**
 * How tall VS Code will draw a card, near enough to decide what to leave out. Core cannot measure text: the numbers
 * are those of the real hover at 750 px and 13 px text, rounded up, and `npm run test:cards` holds them to it.
 */

/** One paragraph of a card: its visible characters, or a picture. */
export interface Paragraph {
  /** Text as shown, without links' addresses. */
  readonly text?: string;
  /** Height of a picture in CSS pixels. */
  readonly picture?: number;
}

/** The height of a card of these paragraphs in CSS pixels. */
export function cardHeight(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + heightOf(paragraph), FRAME);
}

/** The card's border and padding. */
const FRAME = 15;
const LINE = 19.5;
const GAP = 8;
/** Characters that surely fit on a line; `code` is wider and counts more. */
const PER_LINE = 100;
const CODE = 1.25;

function heightOf({ text = '', picture }: Paragraph): number {
  if (picture !== undefined) return picture + GAP + 6;
  const code = [...text.matchAll(/`([^`]*)`/g)].reduce((sum, [, inner = '']) => sum + inner.length, 0);
  const plain = text.replaceAll('`', '').length - code;
  return Math.ceil((plain + code * CODE) / PER_LINE) * LINE + GAP;
}
