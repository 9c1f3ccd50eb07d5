/** Members of things that only their name tells: `self.sp_tokenizer.encode`, `optimizer_e.step`. */
import { fileImports } from './imports.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { conventionalMeaning } from './ownNames.ts';
import type { Ref } from './refs.ts';

/** What the member at `from` means by a word in the name of what is before its dot. */
export function receiverMeaning(
  reading: Reading,
  owner: Ref | undefined,
  source: string,
  from: number,
  text: string,
): Meaning | undefined {
  const { conventions } = reading.engine;
  if (!conventions.members.has(text) || (owner && owner.kind !== 'object' && owner.kind !== 'instance'))
    return undefined;
  const name = /\w+(?=\.$)/.exec(source.slice(Math.max(0, from - LONGEST), from))?.[0] ?? '';
  const { roots } = fileImports(reading.program);
  for (const word of name.toLowerCase().split('_')) {
    const dotted = `${word}.${text}`;
    if (word && conventions.find(dotted, roots)) return conventionalMeaning(reading, dotted);
  }
  return undefined;
}

const LONGEST = 40;
