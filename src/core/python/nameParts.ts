/** What a longer name means by a part of it: `clear_kv_cache`, `get_sft_collate_fn`, `TransformerWordEmbeddings`. */
import type { ConceptId } from '../concept.ts';
import { mentionOf } from '../engine.ts';
import { wordsOfName } from '../nameWords.ts';
import type { Meaning } from './meaning.ts';
import { isOutOfPlace } from './outOfPlace.ts';
import type { Setting } from './sharedNames.ts';

/** The mention is of the concept that the longest part with a meaning has, of so many words at least; see `partMeaning`. */
export function meaningOfParts(setting: Setting, text: string, least = 1): Meaning | undefined {
  if (setting.level < 2) return undefined;
  if (text.length > LONGEST || text.startsWith('__')) return undefined;
  const words = wordsOfName(text);
  const all = words.map((word) => word.toLowerCase());
  for (let length = words.length - 1; length >= least; length--) {
    if (length === 1) {
      const concepts = ofAcronym(setting, words);
      if (concepts) return meant(setting, concepts);
    }
    for (let from = words.length - length; from >= 0; from--) {
      if (length === 1 && setting.engine.conventions.isOther(all, from)) continue;
      const part = words.slice(from, from + length).join('_');
      const small = part.toLowerCase();
      if (SEALED.has(small)) return undefined;
      const concepts = conceptsOf(setting, small) ?? conceptsOf(setting, small.replace(/\d+$/, ''));
      if (concepts) return meant(setting, concepts);
    }
  }
  return least > 1 ? undefined : (ofSingleWord(setting, all) ?? ofModel(setting, words));
}

/** Models whose names end in a number: `ExportT5`. */
function ofModel(setting: Setting, words: readonly string[]): Meaning | undefined {
  const concepts = words.length > 1 ? ofAcronym(setting, words, /^[A-Z]{1,4}\d+$/) : undefined;
  return concepts && meant(setting, concepts);
}

/** Acronyms in the names of classes say more than the words beside them: `KTOLoss`, `BPETrainer`. */
function ofAcronym(
  setting: Setting,
  words: readonly string[],
  isAcronym = /^[A-Z]{3,}$/,
): readonly ConceptId[] | undefined {
  for (const word of words) {
    if (!isAcronym.test(word)) continue;
    const term = setting.engine.lexicon.identifier(word);
    if (term && !term.ambiguous) return term.concepts;
  }
  return undefined;
}

/** By a word that says something only within a longer name, the last first: `masks` of `query_masks`. */
function ofSingleWord(setting: Setting, words: readonly string[]): Meaning | undefined {
  if (words.length < 2 || words.length > MOST) return undefined;
  for (const word of [...words].reverse()) {
    const found = setting.engine.conventions.part(word, words, setting.roots);
    if (found?.concepts.length) return meant(setting, found.concepts);
  }
  return undefined;
}

function meant({ engine, roots }: Setting, concepts: readonly ConceptId[]): Meaning | undefined {
  if (isOutOfPlace(engine, roots, concepts)) return undefined;
  const mention = mentionOf(engine, concepts, { by: 'term' });
  return mention && { mention };
}

/** What the part means as a name of its own, where it is no everyday word. */
function conceptsOf({ engine, roots }: Setting, part: string): readonly ConceptId[] | undefined {
  if (WEAK.has(part)) return undefined;
  const convention = engine.conventions.find(part, roots);
  if (convention?.concepts.length)
    return convention.everyday && !part.includes('_') ? undefined : convention.concepts;
  const term = part.length < 5 ? undefined : engine.lexicon.identifier(part);
  return term && !term.ambiguous ? term.concepts : undefined;
}

const LONGEST = 60;

/** Of more words than these a single one says too little. */
const MOST = 4;

/** Names that say what they are for only as a whole: `reset_parameters`, `hidden_act`, `generate_table`. */
const WEAK = new Set(
  (
    'parameters hidden nlp generate generated processor base_model auto_model pre_trained epoch queries router flash layers ' +
    'validate blocks streaming linear proj w1 w2 w3 ff pe activation transformer tokens smoothing deepspeed model_path ' +
    'model_name model_id half amp'
  ).split(' '),
);

/** Names that mean something else in any longer one: blocks of memory, of weights, of kernels. */
const SEALED: ReadonlySet<string> = new Set(['block_size']);
