/**
 * All mentions of a Python text, in one walk over its tree. The walk carries what hovering one place has to climb for:
 * the scopes around, the expression before a dot or a bracket.
 */
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { Found } from '../catalogue.ts';
import type { Mention } from '../mention.ts';
import { calleeAt, foundOf } from './calls.ts';
import { fileImports } from './imports.ts';
import { keywordMeaning } from './keywords.ts';
import { aroundIn, lookUpFrom, type Around } from './lookUp.ts';
import { placed, type Meaning } from './meaning.ts';
import { memberOfOwner } from './members.ts';
import { isKeyword, nameMeaning, propertyMeaning, type Reading } from './mentions.ts';
import { variableMeaning, variableRef } from './names.ts';
import { proseBlock, proseMentions } from './prose.ts';
import type { Ref } from './refs.ts';
import { stringMention } from './strings.ts';
import { kindsOf, type PythonTree } from './tree.ts';

/**
 * All mentions of one text, in its order. They carry no calls, and no models and concepts of these: lists of a whole
 * file show concepts alone.
 */
export function pythonMentionsIn(reading: Reading, unit: PythonTree): Mention[] {
  const walk = new Walk(reading, unit);
  unit.tree.iterate({
    enter: (ref) => walk.enter(ref),
    leave: (ref) => walk.leave(ref),
  });
  return walk.found;
}

/** What a node is to the walk. */
type Kind =
  | 'variable'
  | 'property'
  | 'string'
  | 'comment'
  | 'import'
  | 'definition'
  /** Where the scope of a definition is in force. */
  | 'inside'
  /** Comprehensions and lambdas, which are scopes as a whole. */
  | 'scope'
  | 'arguments';

const KINDS = kindsOf<Kind>({
  VariableName: 'variable',
  PropertyName: 'property',
  String: 'string',
  Comment: 'comment',
  ImportStatement: 'import',
  FunctionDefinition: 'definition',
  ClassDefinition: 'definition',
  Body: 'inside',
  ParamList: 'inside',
  ArrayComprehensionExpression: 'scope',
  SetComprehensionExpression: 'scope',
  DictionaryComprehensionExpression: 'scope',
  ComprehensionExpression: 'scope',
  LambdaExpression: 'scope',
  ArgList: 'arguments',
});

/** The callee of the arguments that the walk is in; of callees that are no chain of names, the call. */
interface Callee {
  readonly ref: Ref | undefined;
  readonly call: SyntaxNode | undefined;
}

class Walk {
  readonly found: Mention[] = [];
  readonly #silent: boolean;
  #around: Around | undefined;
  readonly #outer: (Around | undefined)[] = [];
  readonly #callees: Callee[] = [];
  #isImport = false;
  /** The next name is the one that a function or class gives itself. */
  #isDefined = false;
  /** Where the chain of names read last ended, and what it stands for. */
  #chainEnd = -1;
  #chain: Ref | undefined;
  #proseEnd = -1;

  constructor(
    private readonly reading: Reading,
    private readonly unit: PythonTree,
  ) {
    this.#silent = fileImports(reading.program).level === 0;
  }

  enter(ref: SyntaxNodeRef): void {
    switch (KINDS[ref.type.id]) {
      case 'variable':
        if (!this.#silent) this.#variable(ref);
        return;
      case 'property':
        if (!this.#silent) this.#property(ref);
        return;
      case 'string':
      case 'comment':
        return this.#text(ref);
      case 'import':
        this.#isImport = true;
        return;
      case 'definition':
        this.#isDefined = true;
        return;
      case 'inside': {
        this.#outer.push(this.#around);
        const parent = ref.node.parent;
        if (parent && KINDS[parent.type.id] === 'definition') this.#open(parent);
        return;
      }
      case 'scope':
        this.#outer.push(this.#around);
        return this.#open(ref.node);
      case 'arguments': {
        const isChain = this.#chainEnd === ref.from;
        const call = isChain ? undefined : (ref.node.parent ?? undefined);
        this.#callees.push({ ref: isChain ? this.#chain : undefined, call });
        return;
      }
      default:
    }
  }

  leave(ref: SyntaxNodeRef): void {
    switch (KINDS[ref.type.id]) {
      case 'inside':
      case 'scope':
        this.#around = this.#outer.pop();
        return;
      case 'import':
        this.#isImport = false;
        return;
      case 'arguments':
        this.#callees.pop();
        return;
      default:
    }
  }

  #open(node: SyntaxNode): void {
    if (!this.#silent) this.#around = aroundIn(this.reading.program, { unit: this.unit, node });
  }

  #variable(ref: SyntaxNodeRef): void {
    const { reading, unit } = this;
    const { from, to } = ref;
    const text = unit.text.slice(from, to);
    if (this.#isImport || this.#isDefined) {
      this.#isDefined = false;
      this.#put(nameMeaning(reading, { unit, node: ref.node }), text, ref);
    } else if (isBeforeEquals(unit.text, to) && isKeyword(ref.node)) {
      this.#put(keywordMeaning(reading, this.#callee(), text), text, ref);
    } else {
      const bound = lookUpFrom(reading.program, unit, this.#around, ref, text);
      this.#chainEnd = to;
      this.#chain = variableRef(reading, bound, text);
      this.#put(variableMeaning(reading, bound, text), text, ref);
    }
  }

  #property(ref: SyntaxNodeRef): void {
    const { reading, unit } = this;
    const { from, to } = ref;
    const text = unit.text.slice(from, to);
    if (this.#chainEnd !== from - 1) {
      this.#put(propertyMeaning(reading, { unit, node: ref.node }), text, ref);
      return;
    }
    const member = memberOfOwner(reading, this.#chain, text);
    this.#chainEnd = to;
    this.#chain = member.ref;
    this.#put(member.meaning, text, ref);
  }

  #text({ from, to, node }: SyntaxNodeRef): void {
    if (from < this.#proseEnd) return;
    const { reading, unit } = this;
    const prose = proseBlock(unit, node);
    if (prose) {
      this.#proseEnd = prose.end;
      for (const mention of proseMentions(reading, unit, prose)) this.found.push(mention);
    } else if (!this.#silent && to - from > 2) {
      const mention = stringMention(reading, { unit, node }, false);
      if (mention) this.found.push(mention);
    }
  }

  #put(meaning: Meaning | undefined, text: string, { from, to }: SyntaxNodeRef): void {
    if (meaning) this.found.push(placed(meaning, text, from, to));
  }

  #callee(): Found | undefined {
    const callee = this.#callees.at(-1);
    if (!callee) return undefined;
    const { program } = this.reading;
    if (!callee.call) return foundOf(program, callee.ref, true);
    return callee.call.name === 'CallExpression'
      ? calleeAt(program, { unit: this.unit, node: callee.call })
      : undefined;
  }
}

/** Whether the name may be that of a keyword argument: a cheap test before the tree is asked. */
function isBeforeEquals(text: string, to: number): boolean {
  let next = to;
  while (text[next] === ' ') next++;
  return text[next] === '=' && text[next + 1] !== '=';
}
