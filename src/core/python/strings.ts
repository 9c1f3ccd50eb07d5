/** Mentions in string literals: model and data set ids, values of arguments, keys, command-line options. */
import type { SyntaxNode } from '@lezer/common';
import type { ApiArgument } from '../api.ts';
import type { Found } from '../catalogue.ts';
import { mentionOf } from '../engine.ts';
import type { Mention, Range } from '../mention.ts';
import { conceptsOfModel } from '../models.ts';
import { specialTokensIn } from '../specialTokens.ts';
import { callAt } from './calls.ts';
import { messageMeaning } from './chatMessages.ts';
import { choiceMeaning } from './choices.ts';
import { datasetIn } from './datasetIds.ts';
import { isClassName, isPublished } from './ids.ts';
import { fileImports } from './imports.ts';
import { infer } from './infer.ts';
import { keywordMention } from './keywords.ts';
import { foundMeaning, placed, type Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { keyBesideOthers } from './dictionaryKeys.ts';
import { addsOption, optionMeaning } from './options.ts';
import { conventionalMeaning, partMeaning } from './ownNames.ts';
import { pathMeaning } from './pathNames.ts';
import { quotedMeaning } from './quotedWords.ts';
import type { Site } from './refs.ts';
import { passedTo } from './spreads.ts';
import { placeOf, type Place } from './stringPlaces.ts';
import { unfamiliarId } from './unfamiliarIds.ts';
import { stringOf } from './values.ts';

const LONGEST = 120;

/** The text of a string literal that may mean something: one word, not too long. */
export function wordOf(literal: string): string | undefined {
  const content = literal.length > LONGEST ? undefined : stringOf(literal);
  return !content || /\s/.test(content.trim()) ? undefined : content;
}

/** A String that is not a docstring, by its {@link wordOf}; with the call that it is given to, or without. */
export function stringMention(
  reading: Reading,
  site: Site,
  content: string,
  withCalls: boolean,
  calleeOf: (call: SyntaxNode) => Found | undefined,
): Mention | undefined {
  if (fileImports(reading.program).level === 0)
    return isPublished(content) ? idMention(reading, site, content) : undefined;
  const place = placeOf(site.node);
  return (
    meantAt(reading, site, content, place, withCalls, calleeOf) ??
    placedIn(site, messageMeaning(reading, site, content, place), content) ??
    placedIn(
      site,
      choiceMeaning(reading, site, content, () =>
        place.kind === 'argument' ? calleeOf(place.call) : undefined,
      ),
      content,
    ) ??
    (place.kind === 'key'
      ? placedIn(site, keyBesideOthers(reading, site.unit, place.dictionary, content), content)
      : undefined) ??
    placedIn(site, pathMeaning(reading, content), content) ??
    unfamiliar(reading, site, content)
  );
}

function meantAt(
  reading: Reading,
  site: Site,
  content: string,
  place: Place,
  withCalls: boolean,
  calleeOf: (call: SyntaxNode) => Found | undefined,
): Mention | undefined {
  switch (place.kind) {
    case 'argument':
      return (
        argumentValue(reading, site, content, place, withCalls, calleeOf) ??
        datasetMention(reading, site, content) ??
        idMention(reading, site, content) ??
        quoted(reading, site, content, place.call)
      );
    case 'subscript':
      return keyOf(reading, site, place.base, content) ?? datasetMention(reading, site, content);
    case 'key':
      return (
        dictionaryKey(reading, site, place.dictionary, content, withCalls) ??
        datasetMention(reading, site, content) ??
        (isPublished(content) ? idMention(reading, site, content) : undefined)
      );
    case 'value':
      return (
        dictionaryValue(reading, site, place.key, content) ??
        datasetMention(reading, site, content) ??
        idMention(reading, site, content) ??
        quoted(reading, site, content)
      );
    case 'other':
      return (
        datasetMention(reading, site, content) ??
        idMention(reading, site, content) ??
        listed(reading, site, content) ??
        quoted(reading, site, content)
      );
  }
}

/** The special tokens in a literal, of a template as well: `f"<|im_start|>user\\n{text}<|im_end|>"`. */
export function tokensInString(
  { engine, program }: Reading,
  text: string,
  { from, to }: Pick<SyntaxNode, 'from' | 'to'>,
): readonly Mention[] {
  return fileImports(program).level === 0 ? [] : specialTokensIn(engine, text, { start: from, end: to });
}

function argumentValue(
  reading: Reading,
  site: Site,
  content: string,
  { call, position }: Place & { kind: 'argument' },
  withCalls: boolean,
  calleeOf: (call: SyntaxNode) => Found | undefined,
): Mention | undefined {
  const { unit, node } = site;
  const { engine, program } = reading;
  const first = call.firstChild;
  if (first && addsOption(unit.text.slice(first.from, first.to))) {
    const meaning = optionMeaning(reading, content);
    return meaning && { ...inQuotes(site, meaning, content), by: 'keyword' };
  }
  const found = calleeOf(call);
  const keyword = position < 0 ? node.prevSibling!.prevSibling : undefined;
  const name = keyword
    ? unit.text.slice(keyword.from, keyword.to)
    : found && engine.catalogue.params(found)[position];
  const argument =
    (found && name ? engine.catalogue.argument(found, name) : undefined) ??
    (name ? engine.catalogue.distinctiveArguments.get(name) : undefined);
  if (!argument) return undefined;
  const value = valueMention(reading, site, content, argument, name!);
  if (!value) return found && argument.concepts.length ? termMention(reading, site, content) : undefined;
  const known = found && withCalls ? callAt(program, { unit, node: call })?.call : undefined;
  return known ? { ...value, call: known } : value;
}

function valueMention(
  reading: Reading,
  { unit, node }: Site,
  content: string,
  argument: ApiArgument,
  name: string,
): Mention | undefined {
  const { engine } = reading;
  const range = contentOf(unit.text, node);
  if (argument.holds === 'dataset') {
    const dataset = engine.models.dataset(content);
    const concepts =
      dataset?.family.concepts ??
      (/^[\w.-]+\/[\w.-]+$/.test(content) ? engine.catalogue.concepts(argument) : []);
    return mentionOf(engine, concepts, {
      range,
      text: content,
      by: 'string',
      argument: name,
      ...(dataset ? { dataset } : {}),
    });
  }
  const value =
    argument.values && Object.hasOwn(argument.values, content) ? argument.values[content] : undefined;
  if (!value) return undefined;
  const concepts = [...value.concepts, ...engine.catalogue.concepts(argument)];
  const api = {
    ...engine.catalogue.filled(argument),
    concepts,
    ...(value.meaning ? { meaning: value.meaning } : {}),
  };
  return mentionOf(engine, concepts, { range, text: content, by: 'string', api, argument: name });
}

/** A value that is itself a term: `pipeline("summarization")`, `Dense(8, activation="softmax")`. */
function termMention(reading: Reading, site: Site, content: string): Mention | undefined {
  const { engine } = reading;
  const { unit, node } = site;
  if (!/^[a-z][\w-]{3,}$/i.test(content)) return undefined;
  const convention = conventionalMeaning(reading, content, true);
  if (convention) return { ...inQuotes(site, convention, content), by: 'string' };
  const term = engine.lexicon.identifier(content);
  if (!term || term.ambiguous) return undefined;
  const range = contentOf(unit.text, node);
  return mentionOf(engine, term.concepts, { range, text: content, by: 'string' });
}

/** The id of a data set. */
function datasetMention(reading: Reading, site: Site, text: string): Mention | undefined {
  const dataset = datasetIn(reading, site, text);
  if (!dataset) return undefined;
  const range = contentOf(site.unit.text, site.node);
  return mentionOf(reading.engine, dataset.family.concepts, { range, text, by: 'string', dataset });
}

/** A model id of a known family. */
function idMention(reading: Reading, { unit, node }: Site, content: string): Mention | undefined {
  const { engine } = reading;
  // `"bert."` is the beginning of other names
  const model = content.endsWith('.') ? undefined : engine.models.model(content);
  if (!model) return undefined;
  const range = contentOf(unit.text, node);
  if (isClassName(content)) {
    const found = engine.catalogue.unmistakable(content);
    const concepts = found ? engine.catalogue.concepts(found) : [];
    return mentionOf(engine, concepts, { range, text: content, by: 'string' });
  }
  return mentionOf(engine, conceptsOfModel(model), { range, text: content, by: 'string', model });
}

/** An id of no known family. */
function unfamiliar(reading: Reading, site: Site, text: string): Mention | undefined {
  const found = unfamiliarId(reading, site, text);
  if (!found) return undefined;
  const { concepts, model } = found;
  const range = contentOf(site.unit.text, site.node);
  return mentionOf(reading.engine, concepts, { range, text, by: 'string', ...(model ? { model } : {}) });
}

/** `inputs["attention_mask"]`. */
function keyOf(reading: Reading, site: Site, base: SyntaxNode, content: string): Mention | undefined {
  const ref = infer(reading.program, { unit: site.unit, node: base });
  // a column of a table bears any name
  if (ref?.kind === 'foreign') return undefined;
  const found = ref?.kind === 'instance' ? reading.engine.catalogue.member(ref.type, content) : undefined;
  const member = found && foundMeaning(reading.engine, found, 'member');
  const meaning =
    member ??
    conventionalMeaning(reading, content) ??
    (/^\w+_\w+$/.test(content) ? partMeaning(reading, content) : undefined);
  return meaning && inQuotes(site, meaning, content);
}

/** A key of a dictionary: an argument where the dictionary is passed on as `**kwargs`. */
function dictionaryKey(
  reading: Reading,
  site: Site,
  dictionary: SyntaxNode,
  content: string,
  withCalls: boolean,
): Mention | undefined {
  const { unit } = site;
  const node = passedTo(reading.program, site.unit, dictionary);
  const call = node?.name === 'CallExpression' ? { unit, node } : undefined;
  const mention = keywordMention(reading, call, content, site, withCalls);
  return mention && { ...mention, text: content, range: contentOf(unit.text, site.node) };
}

function dictionaryValue(
  reading: Reading,
  site: Site,
  key: SyntaxNode | undefined,
  content: string,
): Mention | undefined {
  const name = key?.name === 'String' ? stringOf(site.unit.text.slice(key.from, key.to)) : undefined;
  const argument = name === undefined ? undefined : reading.engine.catalogue.distinctiveArguments.get(name);
  return argument && valueMention(reading, site, content, argument, name!);
}

/** Names in a list: `target_modules=["q_proj", "v_proj"]`. */
function listed(reading: Reading, site: Site, content: string): Mention | undefined {
  const meaning = /^\w+$/.test(content) ? conventionalMeaning(reading, content) : undefined;
  return meaning && inQuotes(site, meaning, content);
}

/** A word that means the same wherever it is quoted. */
function quoted(reading: Reading, site: Site, content: string, call?: SyntaxNode): Mention | undefined {
  const meaning = quotedMeaning(reading, content, site.unit, call);
  return meaning && { ...inQuotes(site, meaning, content), by: 'string' };
}

/** The range between the quotes, however many and with whatever prefix. */
function contentOf(text: string, node: SyntaxNode): Range {
  const { from, to } = node;
  let quote = from;
  while (quote < to && /[A-Za-z]/.test(text[quote]!)) quote++;
  const mark = text[quote]!;
  if (quote === to || (mark !== '"' && mark !== "'")) return { start: from, end: to };
  const three = mark === '"' ? '"""' : "'''";
  const marks = text.startsWith(three, quote) && quote + 3 <= to ? three : mark;
  const start = quote + marks.length;
  const isClosed = to > start && text.startsWith(marks, to - marks.length);
  return { start, end: isClosed ? to - marks.length : to };
}

/** What is told by where a string stands, as a mention of the string. */
function placedIn(site: Site, meaning: Meaning | undefined, content: string): Mention | undefined {
  return meaning && { ...inQuotes(site, meaning, content), by: 'string' };
}

function inQuotes({ unit, node }: Site, meaning: Meaning, text: string): Mention {
  const { start, end } = contentOf(unit.text, node);
  return placed(meaning, text, start, end);
}
