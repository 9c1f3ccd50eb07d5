/** Word forms that count as the same word when terms are looked for in English and Spanish prose. */
import { remembering } from './memory.ts';
import { fold } from './text.ts';

/** The forms of one written word. */
export interface Forms {
  /** Without accents, case and plural: `Tokenizadores` -> `tokenizador`. */
  readonly noun: string;
  /** Without verb endings and gender too: `tuned`, `tuning`, `tune` -> `tun`. Only for words of longer terms. */
  readonly stem: string;
  /** Whether it is one of the Spanish prepositions that link nouns. */
  readonly links: boolean;
}

/**
 * Spanish links what is done to the noun that it is done to by one preposition or another, at the writer's choice:
 * *búsqueda en haz*, *por haz*, *de haz*; but *tokens por palabra* is not *token de la palabra*.
 */
export function isLink(word: string, before: string): boolean {
  return (
    isPreposition(word) &&
    /(?:[cs]i[oó]n|miento|aje|tud|ncia|ueda|uste|ad[ao]|enso|uerzo)(?:e?s)?$/i.test(before)
  );
}

/** The first letters of the prepositions that link. */
export const LINK_LETTERS = 'depcm';

function isPreposition(word: string): boolean {
  return /^(?:del?|en|por|con|para|mediante)$/i.test(word);
}

/** Whether a word is an article that may follow one that links: *búsqueda de la respuesta*. */
export function isArticle(word: string): boolean {
  return /^(?:el|l[ao]s?)$/i.test(word);
}

/** Both forms of a word. Common words are remembered. */
export function formsOf(word: string): Forms {
  return remembered(word)!;
}

const remembered = remembering((word): Forms => {
  const noun = singular(fold(word));
  return { noun, stem: stemOf(noun), links: isPreposition(word) };
});

function singular(word: string): string {
  // modelo del lenguaje and modelo de lenguaje
  if (word === 'del') return 'de';
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const one = infinitive(word.endsWith('s') ? word.slice(0, -1) : word);
  // redes -> red, so codes and code -> cod; but a lote is no lot, a probe no prob; three letters stay as they are
  const bare = one.length > 3 && /[cdlnrszxh]e$/.test(one) ? one.slice(0, -1) : one;
  if (bare.length < 5) return bare;
  // matriz and matrices
  if (/[ai]z$/.test(bare)) return `${bare.slice(0, -1)}c`;
  // preentrenada and preentrenado
  return /[^cd](?:ad|iv)a$/.test(bare) ? `${bare.slice(0, -1)}o` : bare;
}

/** *tokenizando*, *tokenizamos* -> *tokenizar*; only endings that no other word has. */
function infinitive(word: string): string {
  return word.replace(
    /^(\p{L}{3,})(?:ando|amo|aron)$|^(\p{L}{2,}iz)(?:an?|aban?|ad[ao]|ando|amo|aron|o|ar(?:an?|emo|ia|l[ao]))$/u,
    (_, verb?: string, izar?: string) => `${izar ?? verb}ar`,
  );
}

function stemOf(noun: string): string {
  // `a model based on BERT` is no base model, *modelos llamados* are no Llamas
  if (noun === 'based' || noun === 'llama') return noun;
  const bare = noun.replace(/^(.{3,}?)(?:ing|ed|er|ado|ada|ido|ida|ar|an)$/, '$1');
  const cut = bare.length > 4 ? bare.replace(/[aoe]$/, '') : bare;
  // tagging -> tag, stemming -> stem; but loss and pass stay
  return cut !== noun ? cut.replace(/([bdgmnpt])\1$/, '$1') : cut;
}
