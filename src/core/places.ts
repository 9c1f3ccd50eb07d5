/** Where a card stands, so that people can leave some of these places out. */
import type { MentionBy } from './mention.ts';

/** The places of the setting `nlpLens.cards.places`. */
export type CardPlace = 'code' | 'comments' | 'markdown' | 'configs';

/**
 * The place of a mention in a document of a language (VS Code's id), or `undefined` where the engine reads nothing.
 * Prose in Python can only be a comment or a docstring.
 */
export function placeOf(language: string, by: MentionBy): CardPlace | undefined {
  switch (language) {
    case 'python':
      return by === 'term' ? 'comments' : 'code';
    case 'shellscript':
      return 'code';
    case 'markdown':
    case 'mdx':
      return 'markdown';
    case 'yaml':
    case 'json':
    case 'jsonc':
    case 'toml':
    case 'ini':
    case 'properties':
      return 'configs';
    default:
      return undefined;
  }
}

/** Whether the engine reads documents of this language at all. */
export function isRead(language: string): boolean {
  return placeOf(language, 'symbol') !== undefined;
}
