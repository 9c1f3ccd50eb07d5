/**
 * All mentions of a Python text, in one walk over its tree. The walk carries what hovering one place has to climb for:
 * the scopes around, the expression before a dot or a bracket.
 */
import { IterMode, type SyntaxNode, type SyntaxNodeRef } from '@lezer/common';
import type { Found } from '../catalogue.ts';
import type { Mention } from '../mention.ts';
import type { Block } from '../prose.ts';
import { calleeAt, foundOf } from './calls.ts';
import { fileImports } from './imports.ts';
import { isBeforeEquals, isOfOther, keywordMeaning } from './keywords.ts';
import { aroundIn, lookUpFrom, type Around } from './lookUp.ts';
import { placed, type Meaning } from './meaning.ts';
import { memberOfOwner } from './members.ts';
import { innerMemberMeaning, receiverMeaning } from './receivers.ts';
import { nameMeaning, propertyMeaning, type Reading } from './mentions.ts';
import { variable } from './names.ts';
import { commentBlock, isDocstring, proseMentions } from './prose.ts';
import type { Ref } from './refs.ts';
import { stringMention, tokensInString, wordOf } from './strings.ts';
import { isGenerator } from './syntax.ts';
import { kindsOf, type PythonTree } from './tree.ts';
import { asUsed } from './uses.ts';

/**
 * All mentions of one text, in its order. They carry no calls, and no models and concepts of these: lists of a whole
 * file show concepts alone.
 */
export function pythonMentionsIn(reading: Reading, unit: PythonTree): Mention[] {
  const walk = new Walk(reading, unit);
  // what `tree.iterate` does, without two calls back for each node
  const cursor = unit.tree.cursor(IterMode.IncludeAnonymous);
  for (;;) {
    if (!cursor.type.isAnonymous) walk.enter(cursor);
    if (cursor.firstChild()) continue;
    for (;;) {
      if (!cursor.type.isAnonymous) walk.leave(cursor);
      if (cursor.nextSibling()) break;
      if (!cursor.parent()) return walk.found;
    }
  }
}

/** What a node is to the walk. */
type Kind =
  | 'variable'
  | 'property'
  | 'string'
  | 'template'
  | 'comment'
  | 'statement'
  | 'import'
  | 'definition'
  /** Where the scope of a definition is in force. */
  | 'inside'
  /** Comprehensions and lambdas, which are scopes as a whole. */
  | 'scope'
  | 'arguments'
  | 'other';

const BY_NAME: Readonly<Record<string, Kind>> = {
  VariableName: 'variable',
  PropertyName: 'property',
  String: 'string',
  FormatString: 'template',
  Comment: 'comment',
  ExpressionStatement: 'statement',
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
};
const KINDS = kindsOf(BY_NAME, 'other');

/** The arguments that the walk is in. */
interface Arguments {
  readonly depth: number;
  /** What is called, where that is a chain of names; of others, the call. */
  readonly ref: Ref | undefined;
  readonly call: SyntaxNode | undefined;
  /** Where the name before the brackets ends. */
  readonly calledTo: number;
  /** What the catalogue has for it, once a keyword asked; null where it has nothing. */
  callee?: Found | null;
}

class Walk {
  readonly found: Mention[] = [];
  readonly #silent: boolean;
  #around: Around | undefined;
  readonly #outer: (Around | undefined)[] = [];
  readonly #arguments: Arguments[] = [];
  /** How many nodes are around: tells children from grandchildren without asking the tree, which takes longer. */
  #depth = 0;
  #isImport = false;
  /** The next name is the one that a function or class gives itself. */
  #isDefined = false;
  /** Where the chain of names read last ended, and what it stands for. */
  #chainEnd = -1;
  #chain: Ref | undefined;
  #statementDepth = -1;
  #proseEnd = -1;
  /** Where the next `for` is. */
  #nextFor = -1;

  constructor(
    private readonly reading: Reading,
    private readonly unit: PythonTree,
  ) {
    this.#silent = fileImports(reading.program).level === 0;
  }

  enter(ref: SyntaxNodeRef): void {
    this.#depth++;
    const kind = KINDS[ref.type.id];
    if (kind === 'other') return;
    switch (kind) {
      case 'variable':
        if (!this.#silent) this.#variable(ref);
        return;
      case 'property':
        if (!this.#silent) this.#property(ref);
        return;
      case 'string':
        return this.#string(ref);
      case 'template':
        this.found.push(...this.#tokensIn(ref));
        return;
      case 'comment':
        return this.#comment(ref);
      case 'statement':
        this.#statementDepth = this.#depth;
        return;
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
        const chain = isChain ? this.#chain : undefined;
        this.#arguments.push({ depth: this.#depth, ref: chain, call, calledTo: ref.from });
        this.#outer.push(this.#around);
        if (this.#mayLoop(ref) && isGenerator(ref.node)) this.#open(ref.node);
        return;
      }
      default:
    }
  }

  leave(ref: SyntaxNodeRef): void {
    this.#depth--;
    const kind = KINDS[ref.type.id];
    if (kind === 'other') return;
    switch (kind) {
      case 'inside':
      case 'scope':
        this.#around = this.#outer.pop();
        return;
      case 'import':
        this.#isImport = false;
        return;
      case 'arguments':
        this.#arguments.pop();
        this.#around = this.#outer.pop();
        return;
      default:
    }
  }

  /** Whether a comprehension can be in the node: a cheap test before the tree is asked. */
  #mayLoop({ from, to }: SyntaxNodeRef): boolean {
    const { text } = this.unit;
    if (this.#nextFor < from) {
      let at = text.indexOf('for', from);
      while (at >= 0 && isInName(text, at, at + 3)) at = text.indexOf('for', at + 3);
      this.#nextFor = at < 0 ? Infinity : at;
    }
    return this.#nextFor < to;
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
      return;
    }
    const args = this.#arguments.at(-1);
    if (args?.depth === this.#depth - 1 && isBeforeEquals(unit.text, to)) {
      if (isOfOther(args.ref, unit.text, args.calledTo)) return;
      const callee = this.#calleeOf(args);
      this.#put(keywordMeaning(reading, callee, text, unit.text, args.calledTo), text, ref);
      return;
    }
    const { ref: chain, meaning } = variable(
      reading,
      lookUpFrom(reading.program, unit, this.#around, ref, text),
      text,
    );
    this.#chainEnd = to;
    this.#chain = chain;
    this.#put(meaning, text, ref);
  }

  #property(ref: SyntaxNodeRef): void {
    const { reading, unit } = this;
    const { from, to } = ref;
    const text = unit.text.slice(from, to);
    if (this.#chainEnd !== from - 1) {
      this.#put(propertyMeaning(reading, { unit, node: ref.node }), text, ref);
      return;
    }
    const owner = this.#chain;
    const member = memberOfOwner(reading, owner, text);
    this.#chainEnd = to;
    this.#chain = member.ref;
    const meaning =
      innerMemberMeaning(reading, owner, member.ref, unit.text, from, text) ??
      member.meaning ??
      receiverMeaning(reading, owner, unit, () => ref.node, from, text);
    this.#put(meaning, text, ref);
  }

  #comment({ from, to }: SyntaxNodeRef): void {
    if (from >= this.#proseEnd) this.#prose(commentBlock(this.unit.text, from, to));
  }

  #prose(block: Block): void {
    this.#proseEnd = block.end;
    for (const mention of proseMentions(this.reading, this.unit, block)) this.found.push(mention);
  }

  #string(ref: SyntaxNodeRef): void {
    const { reading, unit } = this;
    const { from, to } = ref;
    if (from < this.#proseEnd) return;
    // the string itself, or one of several that are continued
    if (this.#depth - this.#statementDepth <= 2 && isDocstring(ref.node)) {
      this.#prose({ start: from, end: to });
      return;
    }
    const text = unit.text.slice(from, to);
    const tokens = this.#tokensIn(ref);
    if (tokens.length) {
      this.found.push(...tokens);
      return;
    }
    const word = this.#silent && !/\/|\d[bB]\b/.test(text) ? undefined : wordOf(text);
    if (word === undefined) return;
    const mention = stringMention(reading, { unit, node: ref.node }, word, false, this.#innermostCallee);
    if (mention) this.found.push(mention);
  }

  #tokensIn(ref: SyntaxNodeRef): readonly Mention[] {
    return this.#silent ? [] : tokensInString(this.reading, this.unit.text, ref);
  }

  #put(known: Meaning | undefined, text: string, ref: SyntaxNodeRef): void {
    if (!known) return;
    const meaning = asUsed(this.reading, this.unit.text, ref, known);
    if (meaning) this.found.push(placed(meaning, text, ref.from, ref.to));
  }

  /** What is called with the arguments around. One function for all strings: few of them ask. */
  readonly #innermostCallee = (): Found | undefined => {
    const args = this.#arguments.at(-1);
    return args && this.#calleeOf(args);
  };

  #calleeOf(args: Arguments): Found | undefined {
    if (args.callee === undefined) args.callee = this.#readCallee(args) ?? null;
    return args.callee ?? undefined;
  }

  #readCallee({ ref, call }: Arguments): Found | undefined {
    const { program } = this.reading;
    if (!call) return foundOf(program, ref, true);
    return call.name === 'CallExpression' ? calleeAt(program, { unit: this.unit, node: call }) : undefined;
  }
}

/** Whether letters or underscores go on before or after: `for` in `transformers`. A number may stand right before. */
function isInName(text: string, from: number, to: number): boolean {
  return /[A-Za-z_]/.test(text[from - 1] ?? '') || /\w/.test(text[to] ?? '');
}
