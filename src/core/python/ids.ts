/** Ids of models and data sets in strings: by their form, and by the name that they are given under. */
import type { SyntaxNode } from '@lezer/common';
import type { PythonTree } from './tree.ts';

/** `org/name-7b`: an id whatever the file is about. */
export function isPublished(content: string): boolean {
  return (
    /^[A-Za-z][\w-]+\/[\w.-]*(?:\d[bm]\b|bert|gpt|instruct|llama|qwen|mistral)[\w.-]*$/i.test(content) &&
    !FOLDER.test(content)
  );
}

const FOLDER =
  /^(?:data|src|scripts?|models?|examples?|outputs?|saves?|configs?|tests?|docs?|checkpoints?|results?|runs?|logs?|assets)\//;

/** What a string is called where it stands: a keyword, a key, a variable, or the flag whose default it is. */
export function announcedBy(unit: PythonTree, node: SyntaxNode): string {
  const item = node.parent?.name === 'ArrayExpression' ? node.parent : node;
  const sign = item.prevSibling;
  if (sign?.name !== 'AssignOp' && sign?.name !== ':') return '';
  const name = sign.prevSibling ? unit.text.slice(sign.prevSibling.from, sign.prevSibling.to) : '';
  const call = item.parent?.parent;
  return name === 'default' && call ? flagOf(unit.text.slice(call.from, call.from + 200)) : name;
}

/** `--data_path` of `add_argument("--data_path", ...)`. */
function flagOf(call: string): string {
  return /^[^(]*\(\s*["'](--[\w-]+)/.exec(call)?.[1] ?? '';
}
