/** Members of things that only their name tells: `self.sp_tokenizer.encode`, `optimizer_e.step`. */
import type { SyntaxNode } from '@lezer/common';
import { wordsOfName } from '../nameWords.ts';
import { fileImports } from './imports.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { conventionalMeaning } from './ownNames.ts';
import type { Ref, Site } from './refs.ts';

/** What the member at `from` means by a word in the name of what is before its dot, or of the class of `self`. */
export function receiverMeaning(
  reading: Reading,
  owner: Ref | undefined,
  source: string,
  from: number,
  text: string,
): Meaning | undefined {
  if (!reading.engine.conventions.members.has(text)) return undefined;
  if (owner && owner.kind !== 'object' && owner.kind !== 'instance') return undefined;
  const name = /\w+(?=\.$)/.exec(source.slice(Math.max(0, from - LONGEST), from))?.[0] ?? '';
  return memberOf(reading, name === 'self' && owner?.kind === 'object' ? nameOf(owner.site) : name, text);
}

/** What a method means that a class of the file defines, by a word in the name of the class. */
export function methodMeaning(reading: Reading, { unit, node }: Site, text: string): Meaning | undefined {
  if (!reading.engine.conventions.members.has(text)) return undefined;
  const owner = classAround(node);
  return owner && memberOf(reading, nameOf({ unit, node: owner }), text);
}

/** The class whose method it is that has this node as its name. */
export function classAround(node: SyntaxNode): SyntaxNode | undefined {
  let owner = node.parent?.parent ?? null;
  if (owner?.name === 'DecoratedStatement') owner = owner.parent;
  const around = owner?.name === 'Body' ? owner.parent : null;
  return around?.name === 'ClassDefinition' ? around : undefined;
}

function memberOf(reading: Reading, name: string, text: string): Meaning | undefined {
  const { conventions } = reading.engine;
  const { roots } = fileImports(reading.program);
  for (const word of wordsOfName(name)) {
    const dotted = `${word.toLowerCase()}.${text}`;
    if (conventions.find(dotted, roots)) return conventionalMeaning(reading, dotted);
  }
  return undefined;
}

function nameOf({ unit, node }: Site): string {
  const name = node.getChild('VariableName');
  return name ? unit.text.slice(name.from, name.to) : '';
}

const LONGEST = 40;
