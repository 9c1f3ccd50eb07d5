/** Names of concepts in every way in which they may be typed. */
import type { Concept } from '../concept.ts';
import { formsOf, partsIn } from './analysis.ts';
import { STOP_WORDS } from './stopWords.ts';

/** Names and aliases as folded words. */
export function namesOf({ terms }: Concept): string[] {
  const names = (['en', 'es'] as const).flatMap((lang) => [terms[lang].name, ...terms[lang].aliases]);
  return [...new Set(names.map((name) => partsIn(name).join(' ')))].filter((form) => form !== '');
}

/** Every way in which a stored name may be typed, and whether it is the name itself or only its stems. */
export function waysOfWriting(name: string): [form: string, own: boolean][] {
  const written = phrasings(name).flatMap((parts) =>
    [0, 1, 2].map((way): [string, boolean] => [
      parts.map((part) => wordKeys(part)[way]).join(' '),
      way === 0,
    ]),
  );
  const anyOrder = unordered(contentOf(name).map(wordKeys)).map((form): [string, boolean] => [form, false]);
  return [...written, ...anyOrder, [name.replaceAll(' ', ''), true]];
}

/** The beginnings of the ways in which a name may be typed. */
export function startsOf(name: string): string[] {
  const starts = phrasings(name).map(([first = '', second]) => startOf(first, second));
  return [...new Set([...starts, startOf(name.replaceAll(' ', '')), unorderedStart(contentOf(name))])];
}

/** The beginnings of a word and of the one behind it: what stems leave of them, at least. */
export function startOf(word: string, next?: string): string {
  return next === undefined ? word.slice(0, 3) : `${word.slice(0, 3)} ${next.slice(0, 3)}`;
}

/** A word as it is looked up in a name: itself, and its stem in each language, so that plurals are the same name. */
export function wordKeys(word: string): readonly [own: string, en: string, es: string] {
  return [word, formsOf(word, 'en').at(-1) ?? word, formsOf(word, 'es').at(-1) ?? word];
}

/** Words in any order: `modelado de lenguaje causal` is `modelado causal del lenguaje`. */
export function unordered(words: readonly (readonly [own: string, en: string, es: string])[]): string[] {
  if (words.length < 2) return [];
  return [1, 2].map(
    (way) =>
      `=${words
        .map((keys) => keys[way])
        .sort()
        .join(' ')}`,
  );
}

/** The beginnings of words in any order. */
export function unorderedStart(words: readonly string[]): string {
  return `=${words
    .map((word) => startOf(word))
    .sort()
    .slice(0, 2)
    .join(' ')}`;
}

/** A name with all its words, and with those that carry a subject. */
function phrasings(name: string): string[][] {
  const parts = name.split(' ');
  const content = contentOf(name);
  return content.length > 1 && content.length < parts.length ? [parts, content] : [parts];
}

function contentOf(name: string): string[] {
  return name.split(' ').filter((part) => !STOP_WORDS.has(part));
}
