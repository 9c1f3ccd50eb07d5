/** What indexing, unpacking and looping give: `batch["input_ids"]`, `a, b = f()`, `for row in dataset`. */
import type { SyntaxNode } from '@lezer/common';
import { typed } from './callResults.ts';
import { elements, entryOf } from './displays.ts';
import { infer } from './infer.ts';
import type { Program } from './program.ts';
import { FOREIGN, type Ref, type Site } from './refs.ts';
import { childNamed } from './syntax.ts';

/** The meaning of a MemberExpression with a subscript. */
export function subscript(program: Program, { unit, node }: Site): Ref | undefined {
  const first = node.firstChild;
  const base = first && infer(program, { unit, node: first });
  const index = first?.nextSibling?.nextSibling;
  const text = index ? unit.text.slice(index.from, index.to) : '';
  if (SECRET.test(unit.text.slice(node.from, node.to))) return FOREIGN;
  switch (base?.kind) {
    case 'instance':
      return itemOf(program, base);
    case 'list':
      return base.item;
    case 'tuple':
      return base.items.at(Number.parseInt(text, 10) || 0);
    case 'dict': {
      const value = index?.name === 'String' && entryOf(base.site, text.slice(1, -1));
      return value ? infer(program, { unit: base.site.unit, node: value }) : undefined;
    }
    default:
      return undefined;
  }
}

/** What opens the doors of services: `os.environ["HF_TOKEN"]`. */
const SECRET = /\benviron\[\s*['"]\w*(?:TOKEN|KEY|SECRET|PASS|AUTH)/i;

/** What a loop variable holds; `enumerate` and `zip` hand on what they loop over. */
export function iterated(
  program: Program,
  ref: Ref | undefined,
  of: Site,
  index: readonly number[],
): Ref | undefined {
  const args = of.node.name === 'CallExpression' ? elements(childNamed(of.node, 'ArgList') ?? of.node) : [];
  const callee = of.node.firstChild ? of.unit.text.slice(of.node.firstChild.from, of.node.firstChild.to) : '';
  if (args.length && /^(enumerate|tqdm|trange|zip|reversed|iter)$|\.tqdm$|\.track$/.test(callee)) {
    const [first = 0, ...rest] = index;
    if (callee === 'enumerate') {
      return first === 1 || !index.length ? iteratedNode(program, of, args[0], rest) : FOREIGN;
    }
    if (callee === 'zip') return iteratedNode(program, of, args[first], rest);
    return iteratedNode(program, of, args[0], index);
  }
  if (ref?.kind === 'instance') return project(program, itemOf(program, ref), index);
  if (ref?.kind === 'list') return project(program, ref.item, index);
  if (ref?.kind === 'tuple') return project(program, ref.items[0], index);
  return undefined;
}

/** Takes a tuple apart. */
export function project(program: Program, ref: Ref | undefined, index: readonly number[]): Ref | undefined {
  let part = ref;
  for (const i of index) {
    if (part?.kind === 'tuple') part = part.items[i];
    else if (part?.kind === 'list') part = part.item;
    else if (part?.kind === 'instance') part = itemOf(program, part);
    else return part?.kind === 'foreign' ? part : undefined;
  }
  return part;
}

function iteratedNode(
  program: Program,
  of: Site,
  node: SyntaxNode | undefined,
  index: readonly number[],
): Ref | undefined {
  if (!node) return undefined;
  const site = { unit: of.unit, node };
  return iterated(program, infer(program, site), site, index);
}

function itemOf(program: Program, instance: Ref & { kind: 'instance' }): Ref | undefined {
  const items = program.catalogue.itemsOf(instance.type);
  return items === undefined ? undefined : typed(items, instance.type, instance.made);
}
