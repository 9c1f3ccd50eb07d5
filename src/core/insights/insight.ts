/** What the values that the user wrote mean. */
import type { Lang } from '../concept.ts';
import type { Reading } from './reading.ts';

/** One thing worth saying about the values of a mention. */
export interface Insight {
  /** One or two sentences of plain text with `code`. */
  readonly text: string;
  readonly picture?: Picture;
  /** The interactive figure that continues from these values. */
  readonly play?: Play;
}

/** A small drawing for the card. */
export interface Picture {
  /** SVG markup in which {@link INK} stands for the theme's foreground. */
  readonly svg: string;
  /** The same in words: pictures are not read aloud. */
  readonly alt: string;
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** An explorable and the values that it starts with. */
export interface Play {
  readonly explorable: string;
  readonly values: Readonly<Record<string, number | string>>;
}

/** The colour that pictures are drawn in; the card puts the theme's foreground in its place. */
export const INK = '#010203';

/** A family of insights: what it has to say of a mention, the most important first. Never throws, often empty. */
export type InsightFamily = (reading: Reading) => readonly Insight[];

/** The text of one language. */
export function either(lang: Lang, en: string, es: string): string {
  return lang === 'en' ? en : es;
}

/** The honest answer where a value is an expression. */
export function atRunTime(what: string, lang: Lang): Insight {
  return { text: either(lang, `${what}: decided at run time.`, `${what}: se decide al ejecutar.`) };
}

/** " (default)" behind a value that the library supplies. */
export function defaultMark(isDefault: boolean, lang: Lang): string {
  return isDefault ? either(lang, ' (default)', ' (por defecto)') : '';
}
