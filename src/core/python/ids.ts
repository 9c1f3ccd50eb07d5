/** Ids of models and data sets in strings: by their form, and by the name that they are given under. */
import type { SyntaxNode } from '@lezer/common';
import type { PythonTree } from './tree.ts';

/** `org/name-7b`, `Name-2-7B-Chat`: an id whatever the file is about. */
export function isPublished(content: string): boolean {
  return (
    /^[A-Z][\w.-]*-\d+(?:\.\d+)?[bB](?:-[\w.]+)*$/.test(content) ||
    (/^[A-Za-z][\w-]+\/[\w.-]*(?:\d[bm]\b|bert|gpt|instruct|llama|qwen|mistral|whisper|gemma|deepseek|t5-|bart-|-(?:base|small|large|mini|tiny)\b)[\w.-]*$/i.test(
      content,
    ) &&
      !isInFolder(content))
  );
}

/** `models/mine`: the name of a folder of one's own before the slash, and of no organization. */
export function isInFolder(content: string): boolean {
  return FOLDER.test(content);
}

const FOLDER =
  /^(?:data|src|scripts?|models?|examples?|outputs?|saves?|configs?|tests?|docs?|checkpoints?|results?|runs?|logs?|assets|ckpts?|datasets?|cache|tmp|exp|experiments?)\//;

/** `BertForMaskedLM`, `GPT2ModelPipe`: no id, though the family is in it. */
export function isClassName(content: string): boolean {
  return /^[A-Z]\w*(?:Config|Tokenizer(?:Fast)?|Model\w*|For[A-Z]\w+|Layer|Norm|Attention|MLP|Block)$/.test(
    content,
  );
}

/** What a string is called where it stands: a keyword, a key, a variable, or the flag whose default it is. */
export function announcedBy(unit: PythonTree, node: SyntaxNode): string {
  let item: SyntaxNode | null = node;
  for (let levels = 0; item && levels < MOST_LEVELS && !item.name.endsWith('Statement'); levels++) {
    const sign = item.prevSibling;
    if (sign?.name === 'AssignOp' || sign?.name === ':') {
      const name = sign.prevSibling ? unit.text.slice(sign.prevSibling.from, sign.prevSibling.to) : '';
      const call = item.parent?.parent;
      return name === 'default' && call ? flagOf(unit.text.slice(call.from, call.from + 200)) : name;
    }
    item = item.parent;
  }
  return '';
}

/** `"data": np.array(["squad"] * 8)` is five deep. */
const MOST_LEVELS = 6;

/** `--data_path` of `add_argument("--data_path", ...)`. */
export function flagOf(call: string): string {
  return /^[^(]*\(\s*["'](--[\w-]+)/.exec(call)?.[1] ?? '';
}
