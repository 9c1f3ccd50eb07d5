/** What a binding gives its name: imports, assignments, annotations, parameters, loops; else what the name is used for. */
import type { SyntaxNode } from '@lezer/common';
import { annotated } from './annotations.ts';
import { fileImports } from './imports.ts';
import { infer } from './infer.ts';
import { iterated, project } from './items.ts';
import { isElsewhere } from './others.ts';
import { bindingsBeside, earlier, type Bound } from './lookUp.ts';
import { DEEPEST, type Program } from './program.ts';
import { FOREIGN, LITERAL, type Ref, type Site } from './refs.ts';
import type { Binding } from './scopes.ts';

/** What the binding gives its name. */
export function inferBound(program: Program, bound: Bound, name: string): Ref | undefined {
  const { binding } = bound;
  if (binding.ref !== undefined) return binding.ref ?? undefined;
  if (program.depth > DEEPEST) return undefined;
  binding.ref = null;
  program.depth++;
  const ref = readBinding(program, bound, name);
  program.depth--;
  if (ref) binding.ref = ref;
  return ref;
}

/** What a name by itself says, in a file that imports what the convention belongs to. */
export function conventional(program: Program, name: string): Ref | undefined {
  const known = program.conventional.get(name);
  if (known !== undefined) return known ?? undefined;
  const type = program.conventions.find(name, fileImports(program).roots)?.type;
  const ref: Ref | null = type ? { kind: 'instance', type, assumed: true } : null;
  program.conventional.set(name, ref);
  return ref ?? undefined;
}

function readBinding(program: Program, bound: Bound, name: string): Ref | undefined {
  const { unit, binding, scope } = bound;
  switch (binding.kind) {
    case 'import':
      if (program.catalogue.libraryOf(binding.path)) return { kind: 'name', path: binding.path };
      return isElsewhere(binding.path) ? FOREIGN : undefined;
    case 'definition':
      return {
        kind: binding.node.name === 'ClassDefinition' ? 'class' : 'function',
        site: { unit, node: binding.node },
      };
    case 'value': {
      const value = { unit, node: binding.value };
      const ref = project(program, infer(program, value), binding.index);
      if (ref) return ref;
      // `model = wrap(model)` most often gives the same kind of thing back
      if (mentions(value, name)) {
        const before = earlier(program, bound, name);
        return before ? inferBound(program, before, name) : conventional(program, name);
      }
      return conventional(program, name);
    }
    case 'annotated': {
      const ref = annotated(program, { unit, node: binding.annotation });
      if (ref && ref.kind !== 'foreign') return ref;
      const value = binding.value && infer(program, { unit, node: binding.value });
      const written = textOf(unit, binding.annotation);
      const plain = isBuiltinAnnotation(written) ? LITERAL : ANYTHING.test(written) ? undefined : ref;
      return value ?? plain ?? conventional(program, name);
    }
    case 'item':
      return iterated(
        program,
        infer(program, { unit, node: binding.of }),
        { unit, node: binding.of },
        binding.index,
      );
    case 'parameter':
      return parameter(program, unit, binding, name);
    case 'opaque':
    case 'update':
      return (scope.kind === 'module' || scope.kind === 'expression') &&
        bindingsBeside(bound, name).length === 1
        ? conventional(program, name)
        : undefined;
  }
}

function parameter(
  program: Program,
  unit: Site['unit'],
  { of: node, order, annotation }: Binding & { kind: 'parameter' },
  name: string,
): Ref | undefined {
  if (order === 0 && (name === 'self' || name === 'cls')) {
    const owner = node.parent?.name === 'DecoratedStatement' ? node.parent.parent : node.parent;
    const inClass = owner?.name === 'Body' ? owner.parent : undefined;
    if (inClass?.name === 'ClassDefinition')
      return { kind: name === 'self' ? 'object' : 'class', site: { unit, node: inClass } };
  }
  const ref = annotation && annotated(program, { unit, node: annotation });
  if (ref && ref.kind !== 'foreign') return ref;
  return annotation && isBuiltinAnnotation(textOf(unit, annotation)) ? LITERAL : conventional(program, name);
}

function textOf(unit: Site['unit'], node: SyntaxNode): string {
  return unit.text.slice(node.from, node.to);
}

/** Whether an annotation names a number, a text or a collection of them: it says nothing of what is held. */
export function isBuiltinAnnotation(text: string): boolean {
  return BUILTIN_ANNOTATION.test(text);
}

/** `int`, `Optional[int]`, `Union[str, Path]`, `int | None`: numbers, texts and collections of them. */
const BUILTIN_ANNOTATION =
  /^:\s*(?:(?:typing\.)?(?:Optional|Union)\[)?(?:typing\.)?(?:str|int|float|bool|bytes|list|dict|tuple|set|Path|List|Dict|Tuple|Sequence|Literal)\b/;

/** It says nothing of what is held either, which the name then may. */
const ANYTHING = /^:\s*(?:typing\.)?(?:Any|Callable|object)\b/;

function mentions({ unit, node }: Site, name: string): boolean {
  const text = unit.text.slice(node.from, node.to);
  let at = text.indexOf(name);
  while (at >= 0) {
    if (!/[\w'"]/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? '')) return true;
    at = text.indexOf(name, at + 1);
  }
  return false;
}
