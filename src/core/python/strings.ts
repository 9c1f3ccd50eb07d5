/** Mentions in string literals: model and data set ids, values of arguments, keys, command-line options. */
import type { SyntaxNode } from '@lezer/common';
import type { ApiArgument } from '../api.ts';
import type { Found } from '../catalogue.ts';
import { mentionOf } from '../engine.ts';
import type { Mention, Range } from '../mention.ts';
import { conceptsOfModel } from '../models.ts';
import { callAt } from './calls.ts';
import { settingOf } from '../structured/settings.ts';
import { datasetIn } from './datasetIds.ts';
import { isClassName, isPublished } from './ids.ts';
import { fileImports } from './imports.ts';
import { infer } from './infer.ts';
import { keywordMention, unboundKeyword } from './keywords.ts';
import { foundMeaning, placed, type Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { conventionalMeaning, partMeaning } from './ownNames.ts';
import { quotedMeaning } from './quotedWords.ts';
import type { Site } from './refs.ts';
import type { PythonTree } from './tree.ts';
import { specialTokensIn } from '../specialTokens.ts';
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

type Place =
  | {
      readonly kind: 'argument';
      readonly call: SyntaxNode;
      readonly name?: string;
      readonly position: number;
    }
  | { readonly kind: 'subscript'; readonly base: SyntaxNode }
  | { readonly kind: 'key'; readonly dictionary: SyntaxNode }
  | { readonly kind: 'value'; readonly key: SyntaxNode | undefined; readonly dictionary: SyntaxNode }
  | { readonly kind: 'other' };

function placeOf(node: SyntaxNode): Place {
  const parent = node.parent;
  if (parent?.name === 'ArgList' && parent.parent?.name === 'CallExpression')
    return inArguments(node, parent);
  if (parent?.name === 'MemberExpression' && node.prevSibling?.name === '[') {
    return { kind: 'subscript', base: parent.firstChild! };
  }
  if (parent?.name === 'DictionaryExpression') {
    if (node.nextSibling?.name === ':') return { kind: 'key', dictionary: parent };
    return { kind: 'value', key: node.prevSibling?.prevSibling ?? undefined, dictionary: parent };
  }
  return { kind: 'other' };
}

function inArguments(node: SyntaxNode, list: SyntaxNode): Place {
  const call = list.parent!;
  const equals = node.prevSibling;
  if (equals?.name === 'AssignOp') return { kind: 'argument', call, position: -1 };
  let position = 0;
  for (let child = list.firstChild; child && child.from < node.from; child = child.nextSibling) {
    if (child.name === ',') position++;
  }
  return { kind: 'argument', call, position };
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
  const callee = call.firstChild ? unit.text.slice(call.firstChild.from, call.firstChild.to) : '';
  if (/(^|\.)(add_argument|option)$/.test(callee)) return option(reading, site, content);
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
    const family = engine.models.dataset(content);
    const concepts =
      family?.concepts ?? (/^[\w.-]+\/[\w.-]+$/.test(content) ? engine.catalogue.concepts(argument) : []);
    const dataset = family && { id: content, family };
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
  const range = contentOf(site.unit.text, site.node);
  return (
    dataset && mentionOf(reading.engine, dataset.family.concepts, { range, text, by: 'string', dataset })
  );
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

/** `parser.add_argument("--lora_alpha")`. */
function option(reading: Reading, { unit, node }: Site, content: string): Mention | undefined {
  const name = /^--([\w-]+)$/.exec(content)?.[1]?.replaceAll('-', '_');
  if (!name) return undefined;
  const meaning =
    unboundKeyword(reading, name) ?? settingMeaning(reading, name) ?? partMeaning(reading, name);
  return meaning && { ...inQuotes({ unit, node }, meaning, content), by: 'keyword' };
}

/** What the option says on a command line, in a file about language: `--model`, `--train_file`. */
function settingMeaning({ engine, program }: Reading, name: string): Meaning | undefined {
  const kind = engine.configs.kinds.find((one) => one.kind === COMMAND_LINE);
  if (!kind || fileImports(program).level < 2) return undefined;
  const { concepts, api } = settingOf(engine, kind, name, '');
  const mention = mentionOf(engine, concepts, { by: 'keyword', argument: name, ...(api ? { api } : {}) });
  return mention && { mention };
}

const COMMAND_LINE = 'command-line';

/** `inputs["attention_mask"]`. */
function keyOf(reading: Reading, site: Site, base: SyntaxNode, content: string): Mention | undefined {
  const ref = infer(reading.program, { unit: site.unit, node: base });
  // a column of a table bears any name
  if (ref?.kind === 'foreign') return undefined;
  const found = ref?.kind === 'instance' ? reading.engine.catalogue.member(ref.type, content) : undefined;
  const member = found && foundMeaning(reading.engine, found, 'member');
  const meaning = member ?? conventionalMeaning(reading, content);
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
  const node = passedTo(reading, site, dictionary);
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

/** The call that a dictionary, or the variable it is assigned to, is spread into in the same text. */
function passedTo({ program }: Reading, { unit }: Site, dictionary: SyntaxNode): SyntaxNode | undefined {
  const parent = dictionary.parent;
  if (dictionary.prevSibling?.name === '**' && parent?.name === 'ArgList') return parent.parent ?? undefined;
  const target = parent?.name === 'AssignStatement' ? parent.firstChild : null;
  if (target?.name !== 'VariableName') return undefined;
  const name = unit.text.slice(target.from, target.to);
  let known = program.spreads.get(unit);
  if (!known) program.spreads.set(unit, (known = new Map()));
  if (!known.has(name)) known.set(name, spreadOf(unit, name));
  return known.get(name) ?? undefined;
}

/** The first call with `**name`. */
function spreadOf(unit: PythonTree, name: string): SyntaxNode | null {
  const spread = `**${name}`;
  for (let at = unit.text.indexOf(spread); at >= 0; at = unit.text.indexOf(spread, at + 1)) {
    if (/\w/.test(unit.text[at + spread.length] ?? '')) continue;
    const list = unit.tree.resolveInner(at + 2, 1).parent;
    if (list?.name === 'ArgList' && list.parent?.name === 'CallExpression') return list.parent;
  }
  return null;
}

/** Names in a list: `target_modules=["q_proj", "v_proj"]`. */
function listed(reading: Reading, site: Site, content: string): Mention | undefined {
  const meaning = /^\w+$/.test(content) ? conventionalMeaning(reading, content) : undefined;
  return meaning && inQuotes(site, meaning, content);
}

/** A word that means the same wherever it is quoted. */
function quoted(reading: Reading, site: Site, content: string, call?: SyntaxNode): Mention | undefined {
  const callee = call?.firstChild ? { unit: site.unit, node: call.firstChild } : undefined;
  const meaning = quotedMeaning(reading, content, callee);
  return meaning && { ...inQuotes(site, meaning, content), by: 'string' };
}

/** The range between the quotes, however many and with whatever prefix. */
function contentOf(text: string, node: SyntaxNode): Range {
  const written = text.slice(node.from, node.to);
  const quote = /^[A-Za-z]*('''|"""|'|")/.exec(written);
  const start = node.from + (quote?.[0].length ?? 0);
  const closed = quote?.[1] !== undefined && written.length > quote[0].length && written.endsWith(quote[1]);
  return { start, end: closed ? node.to - quote[1]!.length : node.to };
}

function inQuotes({ unit, node }: Site, meaning: Meaning, text: string): Mention {
  const { start, end } = contentOf(unit.text, node);
  return placed(meaning, text, start, end);
}
