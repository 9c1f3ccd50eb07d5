/** Members of things that only their name tells: `self.sp_tokenizer.encode`, `optimizer_e.step`. */
import type { SyntaxNode } from '@lezer/common';
import { wordsOfName } from '../nameWords.ts';
import { classOfAttribute, classOfVariable } from './classNames.ts';
import { fileImports } from './imports.ts';
import { infer } from './infer.ts';
import { nameBefore } from './keywords.ts';
import { lookUp } from './lookUp.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { conventionalMeaning } from './ownNames.ts';
import type { Ref, Site } from './refs.ts';
import { childNamed } from './syntax.ts';
import { isKnown, namesOfClass, withinMeaning } from './within.ts';

/**
 * What a member of something that the file does not show means by a word in the name of what is before its dot, or of
 * the class of `self`: `scaling` of a `LoRALayer`.
 */
export function innerMemberMeaning(
  reading: Reading,
  owner: Ref | undefined,
  ref: Ref | undefined,
  source: string,
  from: number,
  text: string,
): Meaning | undefined {
  const entries = reading.engine.conventions.within(text);
  if (!entries || isKnown(reading, ref) || ref?.kind === 'foreign') return undefined;
  if (owner && owner.kind !== 'object' && owner.kind !== 'class' && owner.kind !== 'instance')
    return undefined;
  const name = receiverAt(source, from);
  const around = owner && owner.kind !== 'instance' && OWN.has(name) ? namesOfClass(owner.site) : [name];
  return withinMeaning(reading, entries, text, around);
}

const OWN: ReadonlySet<string> = new Set(['self', 'cls']);

function receiverAt(source: string, from: number): string {
  return source[from - 1] === '.' ? nameBefore(source, from - 1) : '';
}

/**
 * What the member at `from` means by a word in the name of what is before its dot, or of the class of that: `encode` of
 * `t = CharTokenizer()`.
 */
export function receiverMeaning(
  reading: Reading,
  owner: Ref | undefined,
  unit: Site['unit'],
  member: () => SyntaxNode,
  from: number,
  text: string,
): Meaning | undefined {
  if (!reading.engine.conventions.isMember(text)) return undefined;
  if (owner && owner.kind !== 'object' && owner.kind !== 'instance') return undefined;
  const name = receiverAt(unit.text, from);
  const own = name === 'self' && owner?.kind === 'object' ? undefined : memberOf(reading, name, text);
  const made = own ? undefined : classOfReceiver(reading, owner, { unit, node: member() });
  return own ?? (made === undefined ? undefined : memberOf(reading, made, text));
}

/** The class of what is before the dot, where the file shows it or its project has it. */
function classOfReceiver(
  { program }: Reading,
  owner: Ref | undefined,
  { unit, node }: Site,
): string | undefined {
  if (owner) return owner.kind === 'object' ? nameOf(owner.site) : undefined;
  const receiver = node.parent?.firstChild;
  if (receiver?.name === 'VariableName') {
    const site = { unit, node: receiver };
    return classOfVariable(lookUp(program, site, unit.text.slice(receiver.from, receiver.to)), undefined);
  }
  const holder = receiver?.name === 'MemberExpression' ? receiver.firstChild : undefined;
  if (!receiver || holder?.name !== 'VariableName') return undefined;
  const name = unit.text.slice(receiver.lastChild!.from, receiver.to);
  return classOfAttribute(program, infer(program, { unit, node: holder }), undefined, name);
}

/** What a method means that a class of the file defines, by a word in the name of the class. */
export function methodMeaning(reading: Reading, { unit, node }: Site, text: string): Meaning | undefined {
  if (!reading.engine.conventions.isMember(text)) return undefined;
  const owner = classAround(node);
  return owner && memberOf(reading, nameOf({ unit, node: owner }), text, true);
}

/** The class whose method it is that has this node as its name. */
export function classAround(node: SyntaxNode): SyntaxNode | undefined {
  let owner = node.parent?.parent ?? null;
  if (owner?.name === 'DecoratedStatement') owner = owner.parent;
  const around = owner?.name === 'Body' ? owner.parent : null;
  return around?.name === 'ClassDefinition' ? around : undefined;
}

function memberOf(reading: Reading, name: string, text: string, isDefined = false): Meaning | undefined {
  const { conventions } = reading.engine;
  const { roots } = fileImports(reading.program);
  const words = wordsOfName(name);
  if (PLAIN.has(words.at(-1)?.toLowerCase() ?? '')) return undefined;
  for (const word of words) {
    const dotted = `${word.toLowerCase()}.${text}`;
    const known = conventions.find(dotted, roots);
    // many a class has a `save` of its own that is not worth a word
    if (known && !(isDefined && known.everyday)) return conventionalMeaning(reading, dotted);
  }
  return undefined;
}

function nameOf({ unit, node }: Site): string {
  const name = childNamed(node, 'VariableName');
  return name ? unit.text.slice(name.from, name.to) : '';
}

/** What is called so is a text, a place or settings, whatever it belongs to: `model_name.encode()`. */
const PLAIN: ReadonlySet<string> = new Set(
  'name names id ids path dir file url str string type text key args config cfg dict list state output'.split(
    ' ',
  ),
);
