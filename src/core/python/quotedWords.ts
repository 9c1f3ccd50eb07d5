/** What words in quotes mean by themselves: `"input_ids"`, `"adamw_8bit"`, `"ner"`, `"zero-shot-react-description"`. */
import type { SyntaxNode } from '@lezer/common';
import { mentionOf } from '../engine.ts';
import { fileImports } from './imports.ts';
import { infer } from './infer.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { conventionalMeaning, partMeaning } from './ownNames.ts';
import type { Site } from './refs.ts';
import type { PythonTree } from './tree.ts';

/**
 * A string that only code would write so, in a file about language: a name of several words, or the abbreviation of a
 * concept. Plain words are for readers as often as for machines, and stand under plots and in columns of tables. `call`
 * is what the string is given to.
 */
export function quotedMeaning(
  reading: Reading,
  content: string,
  unit: PythonTree,
  call: SyntaxNode | undefined,
): Meaning | undefined {
  const meaning = wordMeaning(reading, content);
  const callee = meaning && call?.firstChild;
  return callee && isForeign(reading, { unit, node: callee }) ? undefined : meaning;
}

function wordMeaning(reading: Reading, content: string): Meaning | undefined {
  if (fileImports(reading.program).level < 2 || !WORD.test(content)) return undefined;
  const name = content.replaceAll('-', '_');
  if (!SEVERAL.test(name)) return abbreviated(reading, content);
  const own = conventionalMeaning(reading, content, true) ?? conventionalMeaning(reading, name, true);
  return own ?? (name === content ? undefined : partMeaning(reading, name));
}

const WORD = /^[A-Za-z][\w-]{2,60}$/;
/** More than one word, or a word with a number. */
const SEVERAL = /[A-Za-z0-9]_[A-Za-z0-9]|[a-z]\d/;

/** `"ner"`, `"sft"`: what is an abbreviation of language alone when it is written in capitals. */
function abbreviated({ engine }: Reading, content: string): Meaning | undefined {
  if (content.length > LONGEST) return undefined;
  const capitals = content.toUpperCase();
  if (content !== capitals && content !== content.toLowerCase()) return undefined;
  const term = engine.lexicon.identifier(capitals);
  if (!term || term.ambiguous || !term.ofLanguage || engine.lexicon.identifier(content.toLowerCase())?.sense)
    return undefined;
  const mention = mentionOf(engine, term.concepts, { by: 'string' });
  return mention && { mention };
}

const LONGEST = 5;

/** `plt.title("n_layers")`, but not `getattr(config, "n_layers")` and the choices of `parser.add_argument`. */
function isForeign({ program }: Reading, { unit, node }: Site): boolean {
  if (/^(?:get|has|set)attr$|\.add_argument$/.test(unit.text.slice(node.from, node.to))) return false;
  return infer(program, { unit, node })?.kind === 'foreign';
}
