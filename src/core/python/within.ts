/** Names that say something only by what is around them: `mask` in `class CausalAttention`, `beta` in `def dpo_loss`. */
import type { SyntaxNode } from '@lezer/common';
import { countsAmong, type EntriesWithin } from '../conventions.ts';
import { wordsOfName } from '../nameWords.ts';
import { fileImports } from './imports.ts';
import type { Bound } from './lookUp.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { meaningOfConvention } from './ownNames.ts';
import type { Program } from './program.ts';
import type { Ref, Site } from './refs.ts';
import { childNamed } from './syntax.ts';

/**
 * What a name means by a word in one of the names around it, the innermost first. Its entries are asked for before the
 * names around are: most names have none.
 */
export function withinMeaning(
  { engine, program }: Reading,
  entries: EntriesWithin,
  text: string,
  around: Iterable<string>,
): Meaning | undefined {
  const { roots } = fileImports(program);
  for (const name of around) {
    for (const word of wordsIn(program, name)) {
      const fitting = entries.get(word)?.find((one) => countsAmong(one, roots));
      if (fitting) return meaningOfConvention(engine, fitting, text);
    }
  }
  return undefined;
}

/** The words of a name, then each with the next: `LoRALinear` has `lora`, `Word2Vec` has `word2vec`. */
function wordsIn(program: Program, name: string): readonly string[] {
  // the same few names are around all names of a file
  let known = WORDS.get(program);
  if (!known) WORDS.set(program, (known = new Map()));
  let words = known.get(name);
  if (!words) {
    const single = wordsOfName(name).map((word) => word.toLowerCase());
    known.set(name, (words = [...single, ...single.slice(1).map((word, i) => single[i]! + word)]));
  }
  return words;
}

const WORDS = new WeakMap<Program, Map<string, readonly string[]>>();

/** Whether the file shows what a name stands for, and that is about language. */
export function isKnown({ engine }: Reading, ref: Ref | undefined): boolean {
  if (ref?.kind === 'instance') return !ref.assumed && engine.catalogue.aboutOf(ref.type) === 'nlp';
  return ref?.kind === 'name' || ref?.kind === 'member';
}

/** The functions and classes around a binding, and what the classes extend. */
export function namesAround({ unit, scope }: Bound): readonly string[] {
  let names = AROUND.get(scope);
  if (!names) AROUND.set(scope, (names = namesFrom({ unit, node: scope.node })));
  return names;
}

const AROUND = new WeakMap<Bound['scope'], readonly string[]>();

/** The name of a definition, and those of the definitions around it. */
function namesFrom({ unit, node }: Site): string[] {
  const names: string[] = [];
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name === 'FunctionDefinition') names.push(...textsOf(unit, at, 'VariableName'));
    else if (at.name === 'ClassDefinition') names.push(...namesOfClass({ unit, node: at }));
  }
  return names;
}

/** The name of a class and of those that it extends. */
export function namesOfClass({ unit, node }: Site): string[] {
  const bases = childNamed(node, 'ArgList');
  return [
    ...textsOf(unit, node, 'VariableName'),
    ...(bases ? [...textsOf(unit, bases, 'VariableName'), ...textsOf(unit, bases, 'MemberExpression')] : []),
  ];
}

function textsOf(unit: Site['unit'], node: SyntaxNode, kind: string): string[] {
  return node.getChildren(kind).map(({ from, to }) => unit.text.slice(from, to).replace(/^.*\./, ''));
}
