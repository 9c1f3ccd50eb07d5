/** What a type annotation says of a name: `model: PreTrainedModel | None`, `"Trainer"`, `list[Dataset]`. */
import type { SyntaxNode } from '@lezer/common';
import { elements } from './displays.ts';
import { infer, inferName } from './infer.ts';
import type { Program } from './program.ts';
import { LITERAL, type Ref, type Site } from './refs.ts';

/** The object that a name with this annotation (a TypeDef, or an expression in one) holds. */
export function annotated(program: Program, { unit, node }: Site): Ref | undefined {
  const at = (child: SyntaxNode | null | undefined): Ref | undefined =>
    child ? annotated(program, { unit, node: child }) : undefined;
  switch (node.name) {
    case 'TypeDef':
      return at(node.lastChild);
    case 'VariableName':
      return objectOf(program, infer(program, { unit, node }));
    case 'MemberExpression': {
      if (node.lastChild?.name === 'PropertyName') return objectOf(program, infer(program, { unit, node }));
      return generic(program, { unit, node });
    }
    case 'BinaryExpression': {
      const first = at(node.firstChild);
      return first && first.kind !== 'foreign' ? first : (at(node.lastChild) ?? first);
    }
    case 'String':
      return quoted(program, { unit, node });
    default:
      return undefined;
  }
}

/** `Optional[X]` and `Union[X, Y]` are X; `list[X]` holds X. */
function generic(program: Program, { unit, node }: Site): Ref | undefined {
  const name = node.firstChild ? unit.text.slice(node.firstChild.from, node.firstChild.to) : '';
  const [base, ...inner] = elements(node);
  const refs = inner.map((part) => annotated(program, { unit, node: part }));
  const ref = refs[0];
  // `Union[str, PreTrainedModel]`: a model, or its name
  if (/(^|\.)(Optional|Union)$/.test(name)) return refs.find((one) => one && one.kind !== 'foreign') ?? ref;
  if (/(^|\.)(Annotated|Final|ClassVar)$/.test(name)) return ref;
  if (/(^|\.)(list|List|Sequence|Iterable|Iterator)$/.test(name)) {
    const first = inner[0];
    const isPlain = first && /^(?:str|int|float|bool)$/.test(unit.text.slice(first.from, first.to));
    return { kind: 'list', item: isPlain ? LITERAL : ref };
  }
  return base && annotated(program, { unit, node: base });
}

/** A quoted annotation: the first name in it that is a class of ours or of the file. */
function quoted(program: Program, { unit, node }: Site): Ref | undefined {
  for (const [path] of unit.text.slice(node.from, node.to).matchAll(/[A-Za-z_][\w.]*/g)) {
    const [first = '', ...rest] = path.split('.');
    const ref = inferName(program, { unit, node }, first);
    const full: Ref | undefined =
      ref?.kind === 'name' ? { kind: 'name', path: [ref.path, ...rest].join('.') } : ref;
    const object = rest.length && ref?.kind !== 'name' ? undefined : objectOf(program, full);
    if (object && object.kind !== 'foreign') return object;
  }
  return undefined;
}

/** From a class to an object of it. */
function objectOf(program: Program, ref: Ref | undefined): Ref | undefined {
  if (ref?.kind === 'class') return { kind: 'object', site: ref.site };
  if (ref?.kind !== 'name') return ref?.kind === 'foreign' ? ref : undefined;
  const found = program.catalogue.named(ref.path);
  return found?.isClass ? { kind: 'instance', type: found.name } : undefined;
}
