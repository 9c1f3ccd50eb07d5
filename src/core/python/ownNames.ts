/** Names that say enough by themselves: by convention, or because one library alone has them. */
import type { Convention } from '../conventions.ts';
import { mentionOf, type Engine } from '../engine.ts';
import { CLIENT, fileImports, OTHER_FIELD, type FileImports } from './imports.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { meaningOfParts } from './nameParts.ts';
import { isOutOfPlace } from './outOfPlace.ts';
import { sharedNames, type Finds, type OwnNames, type Setting } from './sharedNames.ts';

/** The names of files with these imports. */
export function ownNamesOf(engine: Engine, { level, roots }: FileImports): OwnNames {
  let known = memory.get(engine);
  if (!known) memory.set(engine, (known = sharedNames(engine, FINDS)));
  const asked = [...roots].filter((root) => engine.conventions.roots.has(root) || FIELDS.has(root));
  return known([level, ...asked.sort()].join(' '))!;
}

const memory = new WeakMap<Engine, (imports: string) => OwnNames | undefined>();

const FIELDS: ReadonlySet<string> = new Set([CLIENT, OTHER_FIELD]);

const FINDS: Finds = {
  conventional: (setting, name, ofResults) => conventional(setting, ofResults, name, false),
  ofResults: (setting, name, ofResults) => conventional(setting, ofResults, name, true),
  likely: (setting, name) => likely(setting, name) ?? meaningOfParts(setting, name),
  byParts: (setting, name) => meaningOfParts(setting, name),
  // one word of several is less there than in code, which shows what the name is given
  inProse: (setting, name, ofResults) =>
    conventional(setting, ofResults, name, false) ??
    (name.includes('_') ? meaningOfParts(setting, name, 2) : undefined),
};

/**
 * A name by which people mean the same everywhere, in a file about ML: `W_query`, `attention_mask`. `isResult` says
 * that it is given what some call gave that is not known, which everyday words do not survive.
 */
export function conventionalMeaning(
  { ownNames }: Reading,
  text: string,
  isResult = false,
): Meaning | undefined {
  return isResult ? ownNames.ofResults(text) : ownNames.conventional(text);
}

/** What the entry says of a name. */
export function meaningOfConvention(
  engine: Engine,
  { concepts, meaning }: Convention,
  text: string,
): Meaning | undefined {
  const api = { name: text, concepts, ...(meaning ? { meaning } : {}) };
  const mention = mentionOf(engine, concepts, { by: 'symbol', api });
  return mention && { mention };
}

/**
 * A name of several words, in a file about language, by the longest of its parts that means the same everywhere; of
 * parts of one length by the last, which in English is the thing named.
 */
export function partMeaning({ ownNames }: Reading, text: string): Meaning | undefined {
  return ownNames.byParts(text);
}

/**
 * A name that is an everyday word, but one that in a file about language mostly means its concept: `embedding`; else the
 * meaning of its parts.
 */
export function likelyMeaning({ ownNames }: Reading, text: string): Meaning | undefined {
  return ownNames.likely(text);
}

/** A method that says enough by its name, on a receiver that the file does not show. */
export function distinctiveMeaning({ engine, program }: Reading, text: string): Meaning | undefined {
  if (fileImports(program).level < 2) return undefined;
  const { catalogue } = engine;
  const entry = catalogue.distinctive.get(text);
  const concepts = entry && catalogue.concepts(entry);
  if (!concepts || isOutOfPlace(engine, fileImports(program).roots, concepts)) return undefined;
  const mention = mentionOf(engine, concepts, {
    by: 'member',
    api: catalogue.filled(entry),
  });
  return mention && { mention };
}

/** A keyword that says enough by its name, whatever is called. */
export function distinctiveKeyword({ engine, program }: Reading, name: string): Meaning | undefined {
  return keywordOf({ engine, ...fileImports(program) }, name);
}

function keywordOf({ engine, level, roots }: Setting, name: string): Meaning | undefined {
  if (level < 2) return undefined;
  const { catalogue } = engine;
  const argument = catalogue.distinctiveArguments.get(name);
  const concepts = argument && catalogue.concepts(argument);
  const mention =
    concepts &&
    !isOutOfPlace(engine, roots, concepts) &&
    mentionOf(engine, concepts, {
      by: 'keyword',
      api: catalogue.filled(argument!),
      argument: name,
    });
  return mention ? { mention } : undefined;
}

/** A class of the file that is called like one that a library alone has: a `BertForMaskedLM` written anew. */
export function namesakeMeaning({ engine, program }: Reading, text: string): Meaning | undefined {
  const found = fileImports(program).level === 2 ? engine.catalogue.unmistakable(text) : undefined;
  const mention = found && mentionOf(engine, engine.catalogue.concepts(found), { by: 'symbol' });
  return mention && { mention };
}

function conventional(
  setting: Setting,
  ofResults: OwnNames['ofResults'],
  text: string,
  isResult: boolean,
): Meaning | undefined {
  const { engine, level, roots } = setting;
  if (level === 0 || text.length < 2) return undefined;
  const convention = engine.conventions.find(text, roots);
  if (convention?.everyday && isResult) return undefined;
  if (convention && isOutOfPlace(engine, roots, convention.concepts)) return undefined;
  if (convention?.concepts.length) return meaningOfConvention(engine, convention, text);
  if (engine.catalogue.distinctiveArguments.has(text) && level === 2) return keywordOf(setting, text);
  // short names of small letters are too often something else; `T5` and `BERT` are not
  if (text.length < 5 && !(level === 2 && /^[A-Z][A-Z0-9]/.test(text))) return undefined;
  const term = engine.lexicon.identifier(text);
  if (!term) return level === 2 ? ofInnerName(ofResults, text) : undefined;
  if (term.ambiguous || (term.length === 1 && level < 2)) return undefined;
  if (isOutOfPlace(engine, roots, term.concepts)) return undefined;
  const mention = mentionOf(engine, term.concepts, { by: 'term' });
  return mention && { mention };
}

function likely({ engine, level, roots }: Setting, text: string): Meaning | undefined {
  if (text.length < 5 || level < 2) return undefined;
  const term = engine.lexicon.identifier(text);
  const isLikely = term?.sense?.likelyName && !isOutOfPlace(engine, roots, term.concepts);
  const mention = isLikely ? mentionOf(engine, term.concepts, { by: 'term' }) : undefined;
  return mention && { mention };
}

/** `get_accuracy`, `lda_model`, `count_vectorizer`: what is left without the words that say what is done with it. */
function ofInnerName(ofResults: OwnNames['ofResults'], text: string): Meaning | undefined {
  const inner = text.replace(BEFORE, '').replace(AFTER, '');
  return inner === text || (inner.length < 3 && !/\d/.test(inner)) ? undefined : ofResults(inner);
}

const BEFORE =
  /^_*(?:(?:get|compute|calc|calculate|build|make|create|load|train|run|init|my|new|src|trg|tgt|binary|per_class|average|avg|mean)_)+(?=[a-z]\w)/i;
const AFTER =
  /(?<=\w[a-z0-9])_(?:model|layer|matrix|vectorizer|scores?|fn|func|function|config|dict|list|name)$|(?<=[A-Za-z0-9])(?:Model|Embeddings)$/i;
