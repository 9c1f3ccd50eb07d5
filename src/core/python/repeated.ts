/** Names that mean the same all over their scope: in the list of a whole file they are understood once. */
import type { SyntaxNodeRef } from '@lezer/common';
import type { Mention } from '../mention.ts';
import { bindingsBeside, lookUp } from './lookUp.ts';
import type { Program } from './program.ts';
import type { PythonTree } from './tree.ts';

/** Remembers, for one text, what names and dotted chains meant in the scopes on the way. */
export class Repeated {
  readonly #known = new Map<string, Mention | null>();
  readonly #scopes: number[] = [];

  constructor(
    private readonly program: Program,
    private readonly unit: PythonTree,
  ) {}

  /** To be called for every node on the way down; scopes are told apart by where they begin. */
  enter(ref: SyntaxNodeRef): void {
    if (OPENS_SCOPE.test(ref.name)) this.#scopes.push(ref.from);
  }

  leave(ref: SyntaxNodeRef): void {
    if (OPENS_SCOPE.test(ref.name)) this.#scopes.pop();
  }

  /** The mention of a name, from memory where its chain is plain and its first name is bound once at most. */
  mention(ref: SyntaxNodeRef, read: () => Mention | undefined): Mention | undefined {
    const chain = chainBefore(this.unit.text, ref.from, ref.to);
    if (chain === undefined) return read();
    const key = `${this.#scopes.at(-1) ?? -1} ${chain}`;
    const known = this.#known.get(key);
    if (known === null) return undefined;
    if (known) return { ...known, range: { start: ref.from, end: ref.to } };
    const mention = read();
    if (this.#isStable(ref, chain)) this.#known.set(key, mention ?? null);
    return mention;
  }

  #isStable(ref: SyntaxNodeRef, chain: string): boolean {
    const dot = chain.indexOf('.');
    const name = dot < 0 ? chain : chain.slice(0, dot);
    const bound = lookUp(this.program, { unit: this.unit, node: ref.node }, name);
    return !bound || bindingsBeside(bound, name).length === 1;
  }
}

const OPENS_SCOPE = /^(?:FunctionDefinition|ClassDefinition|LambdaExpression|\w*Comprehension\w*)$/;
const CHAIN_END = /[\w.]/;

/** `self.model.generate` up to the end of the name; nothing after brackets, in imports, definitions and keywords. */
function chainBefore(text: string, from: number, to: number): string | undefined {
  let start = from;
  while (start > 0 && CHAIN_END.test(text[start - 1]!)) start--;
  const before = text[start - 1];
  if (text[start] === '.' || before === ')' || before === ']' || before === '"' || before === "'")
    return undefined;
  // `name =` may be a keyword or a binding, and calls give their callee another meaning
  let next = to;
  while (text[next] === ' ') next++;
  if (text[next] === '=' && text[next + 1] !== '=') return undefined;
  if (
    /(?:import|from|as|def|class)[ \t]+(?:[\w.]+,[ \t]*)*$/.test(text.slice(Math.max(0, start - 60), start))
  )
    return undefined;
  return text.slice(start, to);
}
