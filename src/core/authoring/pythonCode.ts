/** Python of a page's code block as a tree. Broken code is refused at its first error: mending it costs ten times as much. */
import type { Tree } from '@lezer/common';
import { parser } from '@lezer/python';

const strict = parser.configure({ strict: true });

/** Correct Python that the parser cannot read; blanked before it is parsed. */
const GAPS = [/(?<=^|[\s=(])yield(?=\s*(?:$|\)))/gm, /(?<=\bfor\s.*,\s*)\*(?=\w+\s+in\b)/gm];

/** The tree, whose offsets are those of the code, or the line inside the code, from 1, where it stops making sense. */
export function pythonTree(code: string): { readonly tree: Tree } | { readonly errorLine: number } {
  const plain = GAPS.reduce((text, gap) => text.replace(gap, (match) => '0'.padEnd(match.length)), code);
  try {
    return { tree: strict.parse(plain) };
  } catch (error) {
    const at = Number(/\d+$/.exec(error instanceof Error ? error.message : '')?.[0] ?? 0);
    return { errorLine: code.slice(0, at).split('\n').length };
  }
}
