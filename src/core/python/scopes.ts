/** What each scope of a Python text binds, in the order of the text; nested bodies are read when they are asked for. */
import type { SyntaxNode, TreeCursor } from '@lezer/common';

/** Where a name gets its value. `at` is the offset of the name that is bound. */
export type Binding =
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
  | { readonly kind: 'parameter'; readonly at: number; readonly of: SyntaxNode; readonly order: number }
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

/** The names of one module, class or function body. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function';
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

/** Reads the bindings of the module, or of one function or class definition. */
export function scopeOf(node: SyntaxNode, text: string): Scope {
  return new Scanner(node, text).scope();
}

/** The whole name of a chain `a.b.c`, or nothing where calls or subscripts are in it. */
export function dotted(node: SyntaxNode, text: string): string | undefined {
  if (node.name === 'VariableName') return text.slice(node.from, node.to);
  if (node.name !== 'MemberExpression' || node.lastChild?.name !== 'PropertyName') return undefined;
  const owner = node.firstChild ? dotted(node.firstChild, text) : undefined;
  return owner && `${owner}.${text.slice(node.lastChild.from, node.lastChild.to)}`;
}

class Scanner {
  private readonly bindings = new Map<string, Binding[]>();
  private readonly attributes: AttributeBinding[] = [];
  private readonly definitions: SyntaxNode[] = [];
  private readonly stars: string[] = [];
  private readonly returns: SyntaxNode[] = [];

  constructor(
    private readonly node: SyntaxNode,
    private readonly text: string,
  ) {}

  scope(): Scope {
    const { node, bindings, attributes, definitions, stars, returns } = this;
    const kind =
      node.name === 'FunctionDefinition' ? 'function' : node.name === 'ClassDefinition' ? 'class' : 'module';
    if (kind === 'function') this.parameters();
    const body = kind === 'module' ? node : node.getChild('Body');
    if (body) this.block(body.cursor());
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
        return this.assignment(cursor.node);
      case 'ImportStatement':
        return this.imports(cursor);
      case 'FunctionDefinition':
      case 'ClassDefinition':
        return this.definition(cursor.node);
      case 'ForStatement':
        this.loop(cursor.node);
        return this.block(cursor);
      case 'WithStatement':
        this.context(cursor.node);
        return this.block(cursor);
      case 'TryStatement':
        this.handlers(cursor.node);
        return this.block(cursor);
      case 'ReturnStatement': {
        const value = cursor.node.lastChild;
        if (value && value.name !== 'return') this.returns.push(value);
        return;
      }
      case 'UpdateStatement': {
        const target = cursor.node.firstChild;
        if (target?.name === 'VariableName') this.bind(target, { kind: 'update', at: target.from });
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

  private assignment(node: SyntaxNode): void {
    const targets: SyntaxNode[][] = [];
    let group: SyntaxNode[] = [];
    let annotation: SyntaxNode | undefined;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'AssignOp') {
        targets.push(group);
        group = [];
      } else if (child.name === 'TypeDef') annotation = child;
      else if (child.name !== ',' && child.name !== 'Comment' && !child.type.isError) group.push(child);
    }
    if (!targets.length && annotation) {
      targets.push(group);
      group = [];
    }
    const value = group[0];
    for (const target of targets) {
      if (target.length === 1) this.target(target[0]!, value, annotation, []);
      // `a, b = 1, 2` pairs them up; `a, b = f()` takes the result apart
      else if (group.length === target.length)
        target.forEach((one, i) => this.target(one, group[i], undefined, []));
      else target.forEach((one, i) => this.target(one, value, undefined, [i]));
    }
  }

  private target(
    node: SyntaxNode,
    value: SyntaxNode | undefined,
    annotation: SyntaxNode | undefined,
    index: readonly number[],
  ): void {
    const at = node.from;
    if (node.name === 'VariableName') {
      if (annotation) this.bind(node, { kind: 'annotated', at, annotation, ...(value ? { value } : {}) });
      else this.bind(node, value ? { kind: 'value', at, value, index } : { kind: 'opaque', at });
    } else if (node.name === 'MemberExpression') {
      const target = dotted(node, this.text);
      if (target) {
        this.attributes.push({
          target,
          at,
          index,
          ...(value ? { value } : {}),
          ...(annotation ? { annotation } : {}),
        });
      }
    } else if (node.name === 'TupleExpression' || node.name === 'ArrayExpression') {
      let i = 0;
      for (const child of children(node)) {
        if (/^[[\](),*]$/.test(child.name)) continue;
        this.target(child, value, undefined, [...index, i++]);
      }
    } else if (node.name === 'ParenthesizedExpression') {
      const inner = node.firstChild?.nextSibling;
      if (inner) this.target(inner, value, annotation, index);
    }
  }

  private imports(cursor: TreeCursor): void {
    let module = '';
    let path = '';
    let name: { readonly from: number; readonly to: number } | undefined;
    let from = false;
    let named = false;
    let alias = false;
    const finish = (): void => {
      if (!name) return;
      const bound = this.text.slice(name.from, name.to);
      const full = from
        ? `${module}${module.endsWith('.') ? '' : '.'}${path}`
        : alias
          ? path
          : path.split('.')[0]!;
      this.add(bound, { kind: 'import', at: name.from, path: full });
      path = '';
      name = undefined;
      alias = false;
    };
    if (!cursor.firstChild()) return;
    do {
      const word = cursor.name;
      if (word === 'from') from = true;
      else if (word === 'import') {
        named = true;
        module = path;
        path = '';
        name = undefined;
      } else if (word === '*') this.stars.push(module);
      else if (word === ',') finish();
      else if (word === '.') path += '.';
      else if (word === '...') path += '...';
      else if (word === 'as') alias = true;
      else if (word === 'VariableName') {
        if (!alias) path += this.text.slice(cursor.from, cursor.to);
        if (named && (alias || !name)) name = { from: cursor.from, to: cursor.to };
      }
    } while (cursor.nextSibling());
    cursor.parent();
    finish();
  }

  private definition(node: SyntaxNode): void {
    this.definitions.push(node);
    const name = node.getChild('VariableName');
    if (name) this.bind(name, { kind: 'definition', at: name.from, node });
  }

  private loop(node: SyntaxNode): void {
    const targets: SyntaxNode[] = [];
    let of: SyntaxNode | undefined;
    let after = false;
    for (const child of children(node)) {
      if (child.name === 'in') after = true;
      else if (child.name === 'Body') break;
      else if (after) of ??= child;
      else if (child.name !== 'for' && child.name !== 'async' && child.name !== ',') targets.push(child);
    }
    targets.forEach((target, i) => this.item(target, of, targets.length > 1 ? [i] : []));
  }

  private item(target: SyntaxNode, of: SyntaxNode | undefined, index: readonly number[]): void {
    if (target.name === 'VariableName') {
      this.bind(
        target,
        of ? { kind: 'item', at: target.from, of, index } : { kind: 'opaque', at: target.from },
      );
    } else if (target.name === 'TupleExpression') {
      let i = 0;
      for (const child of children(target)) {
        if (!/^[(),*]$/.test(child.name)) this.item(child, of, [...index, i++]);
      }
    }
  }

  private context(node: SyntaxNode): void {
    let value: SyntaxNode | undefined;
    let as = false;
    for (const child of children(node)) {
      if (child.name === 'as') as = true;
      else if (child.name === 'Body') return;
      else if (child.name === ',' || child.name === 'with') as = false;
      else if (as) this.target(child, value, undefined, []);
      else value = child;
    }
  }

  private handlers(node: SyntaxNode): void {
    for (const child of children(node)) {
      if (child.name === 'as' && child.nextSibling?.name === 'VariableName') {
        this.bind(child.nextSibling, { kind: 'opaque', at: child.nextSibling.from });
      }
    }
  }

  private parameters(): void {
    const list = this.node.getChild('ParamList');
    if (!list) return;
    let order = 0;
    let previous = '';
    for (const child of children(list)) {
      if (child.name === 'VariableName' && previous !== 'AssignOp') {
        this.bind(child, { kind: 'parameter', at: child.from, of: this.node, order: order++ });
      }
      previous = child.name;
    }
  }

  private bind(name: SyntaxNode, binding: Binding): void {
    this.add(this.text.slice(name.from, name.to), binding);
  }

  private add(name: string, binding: Binding): void {
    const list = this.bindings.get(name);
    if (list) list.push(binding);
    else this.bindings.set(name, [binding]);
  }
}

function* children(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}
