/** All heads-ups. They stand in the card only, never as a diagnostic. */
import type { Reading } from '../insights/reading.ts';
import { ADAPTER_RULES } from './adapters.ts';
import { GENERATION_RULES } from './generation.ts';
import { MODEL_RULES } from './models.ts';
import type { Rule } from './rule.ts';
import { TRAINING_RULES } from './training.ts';

/** Every rule, for tests and for the documentation. */
export const RULES: readonly Rule[] = [
  ...GENERATION_RULES,
  ...TRAINING_RULES,
  ...MODEL_RULES,
  ...ADAPTER_RULES,
];

/** What to watch out for at a mention: at the callee itself, or at an argument that a rule is about. */
export function headsUpsOf(reading: Reading): string[] {
  const { mention, lang } = reading;
  const callee = mention.call?.callee;
  if (callee === undefined) return [];
  return RULES.flatMap((rule) => {
    const fits =
      rule.callee.test(callee) && (mention.argument === undefined || rule.at.includes(mention.argument));
    const said = fits ? rule.says(reading)?.[lang] : undefined;
    return said === undefined ? [] : [said];
  });
}
