/** What ids and triggers look like. */
import { LIMITS } from './limits.ts';

/** Kebab case: `lora-rank-alpha`, `8-bit-optimizers`, `peft-lora-config`. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The notations of a trigger in `docs/knowledge-format.md`: a key of a config; a dotted name, method or keyword. */
export const TRIGGER_PATTERNS = [
  /^config:[\w.-]+(?:=[\w./:+-]+)?$/,
  /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\(\)\.[A-Za-z_]\w*)+(?:\([A-Za-z_]\w*=\))?$/,
] as const;

/** Whether the text can be the id of a concept, a question, a quiz item or a source. */
export function isId(text: string): boolean {
  return text.length <= LIMITS.id && ID_PATTERN.test(text);
}

/** Whether the text is a trigger. */
export function isTrigger(text: string): boolean {
  return text.length <= LIMITS.trigger && TRIGGER_PATTERNS.some((pattern) => pattern.test(text));
}
