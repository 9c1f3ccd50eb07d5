/** Word forms that count as the same word when terms are looked for in English and Spanish prose. */
import { remembering } from './memory.ts';
import { fold } from './text.ts';

/** The forms of one written word. */
export interface Forms {
  /** Without accents, case and plural: `Tokenizadores` -> `tokenizador`. */
  readonly noun: string;
  /** Without verb endings and gender too: `tuned`, `tuning`, `tune` -> `tun`. Only for words of longer terms. */
  readonly stem: string;
}

/** Both forms of a word. Common words are remembered. */
export function formsOf(word: string): Forms {
  return remembered(word)!;
}

const remembered = remembering((word): Forms => {
  const noun = singular(fold(word));
  return { noun, stem: stemOf(noun) };
});

function singular(word: string): string {
  // modelo del lenguaje and modelo de lenguaje
  if (word === 'del') return 'de';
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  const one = word.endsWith('s') ? word.slice(0, -1) : word;
  // redes -> red, codes and code -> cod; three letters stay as they are
  return one.length > 3 && one.endsWith('e') ? one.slice(0, -1) : one;
}

function stemOf(noun: string): string {
  // `a model based on BERT` is no base model
  if (noun === 'based') return noun;
  const bare = noun.replace(/^(.{3,}?)(?:ing|ed|er|ado|ada|ido|ida)$/, '$1');
  const cut = bare.length > 4 ? bare.replace(/[aoe]$/, '') : bare;
  // tagging -> tag, stemming -> stem; but loss and pass stay
  return cut !== noun ? cut.replace(/([bdgmnpt])\1$/, '$1') : cut;
}
