/** Names of concepts in every way in which they may be typed. */
import type { Concept, Lang } from '../concept.ts';
import { formsOf, partsIn } from './analysis.ts';
import { STOP_WORDS } from './stopWords.ts';

/** Names and aliases as folded words. */
export function namesOf({ terms }: Concept): string[] {
  const names = (['en', 'es'] as const).flatMap((lang) => [terms[lang].name, ...terms[lang].aliases]);
  return [...new Set(names.map((name) => partsIn(name).join(' ')))].filter((form) => form !== '');
}

/** Every way in which a stored name may be typed, and whether it is the name itself or only its stems. */
export function waysOfWriting(name: string): [form: string, own: boolean][] {
  const parts = name.split(' ');
  const content = parts.filter((part) => !STOP_WORDS.has(part));
  const ways = content.length > 1 ? [parts, content] : [parts];
  const written = ways.flatMap((way) =>
    nameKeys(way).map((key, index): [string, boolean] => [key, index === 0]),
  );
  return [...written, [parts.join(''), true]];
}

/** A name as it is looked up: its words, and their stems in each language, so that plurals are the same name. */
export function nameKeys(tokens: readonly string[]): string[] {
  const stemmed = (lang: Lang) => tokens.map((token) => formsOf(token, lang).at(-1) ?? token).join(' ');
  return [...new Set([tokens.join(' '), stemmed('en'), stemmed('es')])];
}
