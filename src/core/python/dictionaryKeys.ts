/** Keys that say something beside each other: parts of data, the description of a tool, families, settings of DeepSpeed. */
import type { SyntaxNode } from '@lezer/common';
import type { ConceptId } from '../concept.ts';
import { mentionOf } from '../engine.ts';
import { fileImports } from './imports.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import type { PythonTree } from './tree.ts';
import { stringOf } from './values.ts';

/** What a key means by the other keys of its dictionary. */
export function keyBesideOthers(
  reading: Reading,
  unit: PythonTree,
  dictionary: SyntaxNode,
  content: string,
): Meaning | undefined {
  if (fileImports(reading.program).level < 2) return undefined;
  const concepts = SPLIT.test(content)
    ? othersOf(unit, dictionary, content).some((key) => SPLIT.test(key)) && SPLITS
    : TOOL.has(content)
      ? isTool(content, othersOf(unit, dictionary, content)) && TOOLS
      : (settingOf(reading, content) ?? familyOf(reading, unit, dictionary, content));
  const mention = concepts ? mentionOf(reading.engine, concepts, { by: 'string' }) : undefined;
  return mention && { mention };
}

const SPLIT = /^(?:train|test|valid(?:ation)?|val|dev)$/;
const SPLITS: readonly ConceptId[] = ['train-validation-test-split', 'dataset'];

/** What describes a tool, or a call of one, and the keys that stand beside it. */
const TOOL: ReadonlyMap<string, readonly string[]> = new Map([
  ['function', ['type']],
  ['parameters', ['name', 'description']],
  ['input_schema', ['name']],
  ['inputSchema', ['name']],
  ['arguments', ['name']],
  ['toolSpec', []],
]);
const TOOLS: readonly ConceptId[] = ['tool-calling'];

function isTool(content: string, others: readonly string[]): boolean {
  return TOOL.get(content)!.every((key) => others.includes(key));
}

/** `"zero_optimization"`, `"overlap_comm"`: what only DeepSpeed's settings are called. */
function settingOf({ engine }: Reading, content: string): readonly ConceptId[] | undefined {
  if (!content.includes('_')) return undefined;
  const kind = engine.configs.kinds.find((one) => one.kind === 'deepspeed');
  return kind && Object.hasOwn(kind.keys, content) ? kind.keys[content]!.concepts : undefined;
}

/** `{"bert": ..., "gpt2": ...}`: one of several terms of language models. */
function familyOf(
  reading: Reading,
  unit: PythonTree,
  dictionary: SyntaxNode,
  content: string,
): readonly ConceptId[] | undefined {
  const own = termOf(reading, content);
  if (!own) return undefined;
  return othersOf(unit, dictionary, content).some((key) => termOf(reading, key)) ? own : undefined;
}

function termOf({ engine }: Reading, content: string): readonly ConceptId[] | undefined {
  if (!/^[a-zA-Z][\w-]{1,24}$/.test(content)) return undefined;
  const term = engine.lexicon.identifier(content) ?? engine.lexicon.identifier(content.toUpperCase());
  return term && !term.ambiguous && term.ofLanguage ? term.concepts : undefined;
}

function othersOf(unit: PythonTree, dictionary: SyntaxNode, content: string): string[] {
  return dictionary.getChildren('String').flatMap(({ from, to, nextSibling }) => {
    const key = nextSibling?.name === ':' ? stringOf(unit.text.slice(from, to)) : undefined;
    return key !== undefined && key !== content ? [key] : [];
  });
}
