/** Mentions in Python: what each name, keyword, string and comment of a file means. */
import type { SyntaxNode } from '@lezer/common';
import type { Engine } from '../engine.ts';
import type { Mention } from '../mention.ts';
import { calleeAt } from './calls.ts';
import { fileModel } from './fileModel.ts';
import { fileImports } from './imports.ts';
import { infer } from './infer.ts';
import { isBeforeEquals, keywordMention } from './keywords.ts';
import { lookUp } from './lookUp.ts';
import { noMeanings, placedWithCall, type Meaning, type Meanings } from './meaning.ts';
import { memberMeaning } from './members.ts';
import { definedMeaning, variable } from './names.ts';
import { ownNamesOf } from './ownNames.ts';
import type { Program } from './program.ts';
import { proseBlock, proseMentionAt, type ProseReading } from './prose.ts';
import { innerMemberMeaning, receiverMeaning } from './receivers.ts';
import type { Site } from './refs.ts';
import type { OwnNames } from './sharedNames.ts';
import { stringMention, tokensInString, wordOf } from './strings.ts';
import type { PythonTree } from './tree.ts';
import { asUsed } from './uses.ts';

/** A Python file or notebook under reading, the tables to read it with, and what was found so far. */
export interface Reading {
  readonly engine: Engine;
  readonly program: Program;
  readonly ownNames: OwnNames;
  readonly meanings: Meanings;
  /** Terms of prose blocks already read, by unit and start. */
  readonly prose: Map<PythonTree, Map<number, ProseReading>>;
  /** Examples inside of examples are not read. */
  readonly isExcerpt?: boolean;
}

/** Starts with nothing found. */
export function readingOf(engine: Engine, program: Program): Reading {
  const ownNames = ownNamesOf(engine, fileImports(program));
  return { engine, program, ownNames, meanings: noMeanings(), prose: new Map() };
}

/** The mention under an offset. */
export function pythonMentionAt(reading: Reading, unit: PythonTree, offset: number): Mention | undefined {
  for (const side of [1, -1] as const) {
    const node = unit.tree.resolveInner(offset, side);
    const mention = mentionOfNode(reading, { unit, node }, offset);
    if (!mention) continue;
    const base = mention.call && !mention.model ? fileModel(reading) : undefined;
    return base ? { ...mention, base } : mention;
  }
  return undefined;
}

/** Whether a VariableName is the name of a keyword argument. */
function isKeyword(text: string, { parent, to }: SyntaxNode): boolean {
  return parent?.name === 'ArgList' && isBeforeEquals(text, to);
}

/** The meaning of a VariableName that is no keyword. */
export function nameMeaning(reading: Reading, site: Site): Meaning | undefined {
  const text = site.unit.text.slice(site.node.from, site.node.to);
  if (DEFINING.test(site.node.parent?.name ?? '')) return definedMeaning(reading, site, text);
  return variable(reading, lookUp(reading.program, site, text), text).meaning;
}

/** The meaning of a PropertyName. */
export function propertyMeaning(reading: Reading, { unit, node }: Site): Meaning | undefined {
  const member = node.parent!;
  const owner = member.firstChild ? infer(reading.program, { unit, node: member.firstChild }) : undefined;
  const ref = infer(reading.program, { unit, node: member });
  const text = unit.text.slice(node.from, node.to);
  return (
    innerMemberMeaning(reading, owner, ref, unit.text, node.from, text) ??
    memberMeaning(reading, owner, ref, text) ??
    receiverMeaning(reading, owner, unit, () => node, node.from, text)
  );
}

const DEFINING = /^(?:ImportStatement|FunctionDefinition|ClassDefinition)$/;

function mentionOfNode(reading: Reading, site: Site, offset: number): Mention | undefined {
  const { unit, node } = site;
  const { engine, program } = reading;
  switch (node.name) {
    case 'VariableName':
    case 'PropertyName': {
      if (fileImports(program).level === 0) return undefined;
      if (node.name === 'VariableName' && isKeyword(unit.text, node)) {
        const call = node.parent!.parent;
        const called = call?.name === 'CallExpression' ? { unit, node: call } : undefined;
        return keywordMention(reading, called, unit.text.slice(node.from, node.to), site);
      }
      const known =
        node.name === 'VariableName' ? nameMeaning(reading, site) : propertyMeaning(reading, site);
      const meaning = asUsed(reading, unit.text, node, known);
      return meaning && placedWithCall(engine, program, site, meaning);
    }
    case 'Comment':
    case 'String': {
      const block = proseBlock(unit, node);
      if (block) return proseMentionAt(reading, unit, block, offset);
      const token = tokenAt(reading, site, offset);
      if (token) return token;
      const word = wordOf(unit.text.slice(node.from, node.to));
      if (word === undefined) return undefined;
      return stringMention(reading, site, word, true, (call) => calleeAt(program, { unit, node: call }));
    }
    case 'FormatString':
      return tokenAt(reading, site, offset);
    default:
      return undefined;
  }
}

function tokenAt(reading: Reading, { unit, node }: Site, offset: number): Mention | undefined {
  const tokens = tokensInString(reading, unit.text, node);
  return tokens.find(({ range }) => range.start <= offset && offset <= range.end);
}
