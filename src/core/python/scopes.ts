/** What each scope of a Python text binds, in the order of the text; nested bodies are read when they are asked for. */
import type { SyntaxNode, TreeCursor } from '@lezer/common';
import { importedBy } from './importStatement.ts';
import type { Bound } from './lookUp.ts';
import type { BoundUnderstanding } from './meaning.ts';
import type { Ref } from './refs.ts';
import { childNamed } from './syntax.ts';
import { assignment, comprehension, context, handlers, loop, type Sink } from './targets.ts';

/** Where a name gets its value. `at` is the offset of the name that is bound. */
export type Binding = BindingKind & Answers;

/** What was found out of a binding, which is asked for with each use of its name. */
interface Answers {
  /** What it gives its name: null is nothing, or not yet. */
  ref?: Ref | null;
  /** What its name means to the reading that asked last. */
  meant?: BoundUnderstanding;
  /** The binding with where it is. */
  bound?: Bound;
}

type BindingKind =
  | { readonly kind: 'import'; readonly at: number; readonly path: string }
  | {
      readonly kind: 'value';
      readonly at: number;
      readonly value: SyntaxNode;
      readonly index: readonly number[];
    }
  | {
      readonly kind: 'annotated';
      readonly at: number;
      readonly annotation: SyntaxNode;
      readonly value?: SyntaxNode;
    }
  | { readonly kind: 'item'; readonly at: number; readonly of: SyntaxNode; readonly index: readonly number[] }
  | {
      readonly kind: 'parameter';
      readonly at: number;
      readonly of: SyntaxNode;
      readonly order: number;
      readonly annotation: SyntaxNode | undefined;
    }
  | { readonly kind: 'definition'; readonly at: number; readonly node: SyntaxNode }
  /** `x += 1`: no new type, but no constant either. */
  | { readonly kind: 'update'; readonly at: number }
  | { readonly kind: 'opaque'; readonly at: number };

/** `a.b = value`: the target as written, without spaces. */
export interface AttributeBinding {
  readonly target: string;
  readonly at: number;
  readonly value?: SyntaxNode;
  readonly annotation?: SyntaxNode;
  readonly index: readonly number[];
}

/** The names of one module, class or function body, or of one comprehension or lambda. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'expression';
  readonly node: SyntaxNode;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  readonly attributes: readonly AttributeBinding[];
  /** Functions and classes defined directly in it. */
  readonly definitions: readonly SyntaxNode[];
  /** Modules of `from module import *`. */
  readonly stars: readonly string[];
  /** Values given back by `return`, for functions. */
  readonly returns: readonly SyntaxNode[];
}

/** Reads the bindings of the module, of one function or class definition, of a comprehension or lambda. */
export function scopeOf(node: SyntaxNode, text: string): Scope {
  return new Scanner(node, text).scope();
}

class Scanner implements Sink {
  private readonly bindings = new Map<string, Binding[]>();
  private readonly attributes: AttributeBinding[] = [];
  private readonly definitions: SyntaxNode[] = [];
  private readonly stars: string[] = [];
  private readonly returns: SyntaxNode[] = [];

  constructor(
    private readonly node: SyntaxNode,
    readonly text: string,
  ) {}

  scope(): Scope {
    const { node, bindings, attributes, definitions, stars, returns } = this;
    const kind = KINDS[node.name] ?? 'expression';
    if (kind === 'expression') this.variables();
    else {
      if (kind === 'function') this.parameters();
      // the last child, where the text is whole: asking for it by name looks at all
      const last = node.lastChild;
      const body = kind === 'module' ? node : last?.name === 'Body' ? last : childNamed(node, 'Body');
      if (body) this.block(body.cursor());
    }
    return { kind, node, bindings, attributes, definitions, stars, returns };
  }

  private block(cursor: TreeCursor): void {
    if (!cursor.firstChild()) return;
    do this.statement(cursor);
    while (cursor.nextSibling());
    cursor.parent();
  }

  private statement(cursor: TreeCursor): void {
    switch (cursor.name) {
      case 'AssignStatement':
        return assignment(this, cursor.node);
      case 'ImportStatement':
        return this.imports(cursor);
      case 'FunctionDefinition':
      case 'ClassDefinition':
        return this.definition(cursor.node);
      case 'ForStatement':
        loop(this, cursor.node);
        return this.block(cursor);
      case 'WithStatement':
        context(this, cursor.node);
        return this.block(cursor);
      case 'TryStatement':
        handlers(this, cursor.node);
        return this.block(cursor);
      case 'ReturnStatement': {
        const value = cursor.node.lastChild;
        if (value && value.name !== 'return') this.returns.push(value);
        return;
      }
      case 'UpdateStatement': {
        const target = cursor.node.firstChild;
        if (target?.name === 'VariableName') this.name(target, { kind: 'update', at: target.from });
        return;
      }
      case 'Body':
      case 'DecoratedStatement':
      case 'IfStatement':
      case 'WhileStatement':
      case 'MatchStatement':
      case 'MatchBody':
      case 'MatchClause':
      case 'StatementGroup':
        return this.block(cursor);
      default:
        return;
    }
  }

  private imports(cursor: TreeCursor): void {
    const { names, star } = importedBy(cursor, this.text);
    for (const { name, at, path } of names) this.add(name, { kind: 'import', at, path });
    if (star !== undefined) this.stars.push(star);
  }

  private definition(node: SyntaxNode): void {
    this.definitions.push(node);
    const name = childNamed(node, 'VariableName');
    if (name) this.name(name, { kind: 'definition', at: name.from, node });
  }

  private variables(): void {
    if (this.node.name !== 'LambdaExpression') return comprehension(this, this.node);
    for (const name of childNamed(this.node, 'ParamList')?.getChildren('VariableName') ?? [])
      this.name(name, { kind: 'opaque', at: name.from });
  }

  private parameters(): void {
    const list = childNamed(this.node, 'ParamList');
    if (!list) return;
    let order = 0;
    let previous = '';
    for (let child = list.firstChild; child;) {
      const { name, from: at, nextSibling: next } = child;
      if (name === 'VariableName' && previous !== 'AssignOp') {
        const annotation = next?.name === 'TypeDef' ? next : undefined;
        this.name(child, { kind: 'parameter', at, of: this.node, order: order++, annotation });
      }
      previous = name;
      child = next;
    }
  }

  name(name: SyntaxNode, binding: Binding): void {
    this.add(this.text.slice(name.from, name.to), binding);
  }

  attribute(binding: AttributeBinding): void {
    this.attributes.push(binding);
  }

  private add(name: string, binding: Binding): void {
    const list = this.bindings.get(name);
    if (list) list.push(binding);
    else this.bindings.set(name, [binding]);
  }
}

const KINDS: Readonly<Record<string, Scope['kind']>> = {
  Script: 'module',
  FunctionDefinition: 'function',
  ClassDefinition: 'class',
};
