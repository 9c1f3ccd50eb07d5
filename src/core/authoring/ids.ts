/** What ids, triggers and seed questions look like. */
import { LIMITS } from './limits.ts';

/** Kebab case: `lora-rank-alpha`, `8-bit-optimizers`, `peft-lora-config`. */
export function isId(text: string): boolean {
  return text.length <= LIMITS.id && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** The notations of a trigger in `docs/knowledge-format.md`. */
export function isTrigger(text: string): boolean {
  if (text.length > 200) return false;
  if (text.startsWith('config:')) return /^config:[\w.-]+(?:=[\w./:+-]+)?$/.test(text);
  return (
    /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*(?:\(\))?)+(?:\([A-Za-z_]\w*=\))?$/.test(text) &&
    !/\(\)(?:\(|$)/.test(text)
  );
}
