/** Plain words that are chosen for something: `device_map="auto"`, `tok.padding_side = "left"`, `pooling == "cls"`. */
import type { SyntaxNode } from '@lezer/common';
import type { Found } from '../catalogue.ts';
import type { ConceptId } from '../concept.ts';
import { mentionOf } from '../engine.ts';
import { fileImports } from './imports.ts';
import { flagOf } from './ids.ts';
import { keywordMeaning, nameBefore, unboundKeyword } from './keywords.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { addsOption, optionMeaning } from './options.ts';
import { conventionalMeaning, namesakeMeaning, partMeaning } from './ownNames.ts';
import type { Site } from './refs.ts';
import type { PythonTree } from './tree.ts';

/** What a word means by the argument, attribute or option that it is given to; `callee` is what is called, if known. */
export function choiceMeaning(
  reading: Reading,
  { unit, node }: Site,
  content: string,
  callee: () => Found | undefined,
): Meaning | undefined {
  if (fileImports(reading.program).level < 2) return undefined;
  if (DEVICE.test(content)) return meaningOf(reading, DEVICES);
  if (!CHOICE.test(content)) return undefined;
  if (SPLIT.test(content) && isSubscriptOfData(unit, node)) return meaningOf(reading, SPLITS);
  if (isExported(unit, node)) return exportedMeaning(reading, content);
  const keyword = keywordOf(unit, node);
  const flag = OPTION.test(keyword) ? flagAround(unit, node) : '';
  const target = keyword ? '' : targetOf(unit, node);
  const term = KIND.test(flag || keyword || target) ? termMeaning(reading, content) : undefined;
  if (term) return term;
  const meaning = flag
    ? optionMeaning(reading, flag)
    : keyword
      ? OPTION.test(keyword)
        ? undefined
        : keywordMeaning(reading, callee(), keyword, '', 0)
      : unboundKeyword(reading, target);
  return meaning && !NAMED.has(meaning.mention.concept) ? meaning : undefined;
}

/** Names of what is one of several kinds: `rnn_type="GRU"`, `--encoder lstm`. */
const KIND =
  /(?:^|[_-])(?:type|rnn|cell|arch(?:itecture)?|encoder|decoder|backbone|method|algo(?:rithm)?|loss|metric|pool(?:ing|er)?|embed(?:ding)?s?|tokenizer|vectorizer|model|variant|mode)$/i;

/** A value that is a term by itself. */
function termMeaning({ engine }: Reading, content: string): Meaning | undefined {
  const term = engine.lexicon.identifier(content) ?? engine.lexicon.identifier(content.toUpperCase());
  const mention = term && !term.ambiguous ? mentionOf(engine, term.concepts, { by: 'string' }) : undefined;
  return mention && { mention };
}

/** In the list of the names that a module gives away. */
function isExported(unit: PythonTree, { parent }: SyntaxNode): boolean {
  if (!/^(?:Array|Tuple)Expression$/.test(parent?.name ?? '')) return false;
  const target = parent!.parent?.firstChild;
  return target?.name === 'VariableName' && unit.text.slice(target.from, target.to) === '__all__';
}

function exportedMeaning(reading: Reading, content: string): Meaning | undefined {
  return (
    namesakeMeaning(reading, content) ??
    conventionalMeaning(reading, content, true) ??
    partMeaning(reading, content)
  );
}

/** One word, or several as one name. */
const CHOICE =
  /^(?!(?:none|default|main|string|same|valid)$)[A-Za-z][A-Za-z0-9]{0,20}(?:[_-][A-Za-z0-9]+){0,3}$/i;
const OPTION = /^(?:default|choices|help|type|action|dest|metavar)$/;

/** What people find names of their own for. */
const NAMED: ReadonlySet<string> = new Set(
  (
    'dataset model-checkpoint from-pretrained base-model prompt system-prompt tokenizer agent rag vector-database ' +
    'question-answering text-generation reward-model precision-recall-f1 prompt-tuning speech-recognition ' +
    'large-language-model language-model embedding model-config special-tokens trainer-api'
  ).split(' '),
);

/** Where tensors are, wherever that is said. */
const DEVICE = /^(?:cuda|cpu|mps)(?::\d+)?$/;
const DEVICES: readonly ConceptId[] = ['device-placement'];

const SPLIT = /^(?:train|test|valid(?:ation)?|val|dev)$/;
const SPLITS: readonly ConceptId[] = ['train-validation-test-split', 'dataset'];

/** `dataset["train"]`, `raw_ds["test"]`, `splits["dev"]`. */
function isSubscriptOfData(unit: PythonTree, { parent, prevSibling }: SyntaxNode): boolean {
  if (parent?.name !== 'MemberExpression' || prevSibling?.name !== '[') return false;
  return /(?:data_?sets?|data|_?ds|splits?|corpus|imdb|squad|glue)\d?$/i.test(
    nameBefore(unit.text, prevSibling.from),
  );
}

function meaningOf({ engine }: Reading, concepts: readonly ConceptId[]): Meaning | undefined {
  const mention = mentionOf(engine, concepts, { by: 'string' });
  return mention && { mention };
}

/** The keyword that a string is the value of, in a call; or nothing. */
function keywordOf(unit: PythonTree, { parent, prevSibling }: SyntaxNode): string {
  if (parent?.name !== 'ArgList' || prevSibling?.name !== 'AssignOp') return '';
  const name = prevSibling.prevSibling;
  return name ? unit.text.slice(name.from, name.to) : '';
}

/** `--pooling` of `add_argument("--pooling", default="mean")`. */
function flagAround(unit: PythonTree, { parent, prevSibling }: SyntaxNode): string {
  const name = prevSibling?.prevSibling;
  const call = parent?.parent;
  if (!name || unit.text.slice(name.from, name.to) !== 'default' || !call?.firstChild) return '';
  const { from, to } = call.firstChild;
  return addsOption(unit.text.slice(from, to)) ? flagOf(unit.text.slice(call.from, call.from + 200)) : '';
}

/** The last name of what a string is assigned to or compared with. */
function targetOf(unit: PythonTree, { parent, prevSibling }: SyntaxNode): string {
  const isMeant =
    (parent?.name === 'AssignStatement' && prevSibling?.name === 'AssignOp') ||
    (parent?.name === 'BinaryExpression' && prevSibling?.name === 'CompareOp');
  const left = isMeant ? prevSibling!.prevSibling : undefined;
  const name = left?.name === 'MemberExpression' ? left.lastChild : left;
  return name && /^(?:Variable|Property)Name$/.test(name.name) ? unit.text.slice(name.from, name.to) : '';
}
