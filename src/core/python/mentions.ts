/** Mentions in Python: what each name, keyword, string and comment of a file means. */
import type { SyntaxNode } from '@lezer/common';
import type { Engine } from '../engine.ts';
import type { Mention } from '../mention.ts';
import { fileImports } from './imports.ts';
import { keywordMention } from './keywords.ts';
import { memberMention, nameMention } from './names.ts';
import type { Program } from './program.ts';
import { fileModel } from './fileModel.ts';
import { blockAround, proseMentions } from './prose.ts';
import type { Site } from './refs.ts';
import { Repeated } from './repeated.ts';
import { stringMention } from './strings.ts';
import type { PythonTree } from './tree.ts';

/** A Python file or notebook under reading, and the tables to read it with. */
export interface Reading {
  readonly engine: Engine;
  readonly program: Program;
  /** Terms of prose blocks already read, by unit and start. */
  readonly prose: Map<PythonTree, Map<number, readonly Mention[]>>;
  /** Leaves out calls and models: for lists of a whole file, which show concepts alone. */
  readonly light?: boolean;
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

/** All mentions of one text, in its order. */
export function pythonMentionsIn(reading: Reading, unit: PythonTree): Mention[] {
  const found: Mention[] = [];
  const silent = fileImports(reading.program).level === 0;
  const repeated = new Repeated(reading.program, unit);
  let block = -1;
  unit.tree.iterate({
    enter(ref) {
      repeated.enter(ref);
      switch (ref.name) {
        case 'Comment':
        case 'String': {
          if (ref.name === 'String' && silent && !isDocstring(ref.node)) return;
          const prose = proseBlock(unit, ref.node);
          if (!prose) {
            const mention = stringMention(reading, { unit, node: ref.node });
            if (mention) found.push(mention);
          } else if (prose.start !== block) {
            block = prose.start;
            found.push(...proseMentions(reading, unit, prose));
          }
          return;
        }
        case 'VariableName':
        case 'PropertyName': {
          if (silent) return;
          const read = () => mentionOfNode(reading, { unit, node: ref.node }, ref.from);
          const mention = reading.light ? repeated.mention(ref, read) : read();
          if (mention) found.push(mention);
        }
      }
    },
    leave: (ref) => repeated.leave(ref),
  });
  return found;
}

function mentionOfNode(reading: Reading, site: Site, offset: number): Mention | undefined {
  const { unit, node } = site;
  switch (node.name) {
    case 'VariableName':
      if (fileImports(reading.program).level === 0) return undefined;
      return isKeyword(node) ? keywordMention(reading, site) : nameMention(reading, site);
    case 'PropertyName':
      return fileImports(reading.program).level === 0 ? undefined : memberMention(reading, site);
    case 'Comment':
    case 'String': {
      const block = proseBlock(unit, node);
      if (!block) return stringMention(reading, site);
      return proseMentions(reading, unit, block).find(
        ({ range }) => range.start <= offset && offset <= range.end,
      );
    }
    default:
      return undefined;
  }
}

/** The block of prose that a comment or docstring is; nothing for other strings. */
function proseBlock(unit: PythonTree, node: SyntaxNode): { start: number; end: number } | undefined {
  if (node.name === 'Comment') return blockAround(unit.text, node.from, node.to);
  return isDocstring(node) ? { start: node.from, end: node.to } : undefined;
}

/** A string that stands alone as a statement. */
function isDocstring(node: SyntaxNode): boolean {
  const parent = node.parent?.name === 'ContinuedString' ? node.parent.parent : node.parent;
  return parent?.name === 'ExpressionStatement';
}

function isKeyword(node: SyntaxNode): boolean {
  return node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp';
}
