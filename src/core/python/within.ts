/** Names that say something only by what is around them: `mask` in `class CausalAttention`, `beta` in `def dpo_loss`. */
import type { SyntaxNode } from '@lezer/common';
import { wordsOfName } from '../nameWords.ts';
import { fileImports } from './imports.ts';
import type { Bound } from './lookUp.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { meaningOfConvention } from './ownNames.ts';
import type { Ref, Site } from './refs.ts';

/** What a name means by a word in one of the names around it, the innermost first. */
export function withinMeaning(
  reading: Reading,
  text: string,
  around: () => Iterable<string>,
): Meaning | undefined {
  const { engine, program } = reading;
  const entries = engine.conventions.within(text);
  if (!entries) return undefined;
  const { roots } = fileImports(program);
  for (const name of around()) {
    for (const word of wordsIn(name)) {
      const fitting = entries.get(word)?.find((one) => !one.with || one.with.some((root) => roots.has(root)));
      if (fitting) return meaningOfConvention(engine, fitting, text);
    }
  }
  return undefined;
}

/** The words of a name, then each with the next: `LoRALinear` has `lora`, `Word2Vec` has `word2vec`. */
function wordsIn(name: string): string[] {
  const words = wordsOfName(name).map((word) => word.toLowerCase());
  return [...words, ...words.slice(1).map((word, i) => words[i]! + word)];
}

/** Whether the file shows what a name stands for, and that is about language. */
export function isKnown({ engine }: Reading, ref: Ref | undefined): boolean {
  if (ref?.kind === 'instance') return !ref.assumed && engine.catalogue.aboutOf(ref.type) === 'nlp';
  return ref?.kind === 'name' || ref?.kind === 'member';
}

/** The functions and classes around a binding, and what the classes extend. */
export function namesAround({ unit, scope }: Bound): string[] {
  return namesFrom({ unit, node: scope.node });
}

/** The name of a definition, and those of the definitions around it. */
export function namesFrom({ unit, node }: Site): string[] {
  const names: string[] = [];
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name === 'FunctionDefinition') names.push(...textsOf(unit, at, 'VariableName'));
    else if (at.name === 'ClassDefinition') names.push(...namesOfClass({ unit, node: at }));
  }
  return names;
}

/** The name of a class and of those that it extends. */
export function namesOfClass({ unit, node }: Site): string[] {
  const bases = node.getChild('ArgList');
  return [
    ...textsOf(unit, node, 'VariableName'),
    ...(bases ? [...textsOf(unit, bases, 'VariableName'), ...textsOf(unit, bases, 'MemberExpression')] : []),
  ];
}

function textsOf(unit: Site['unit'], node: SyntaxNode, kind: string): string[] {
  return node.getChildren(kind).map(({ from, to }) => unit.text.slice(from, to).replace(/^.*\./, ''));
}
