/** The model that a file is about: settings such as `LoraConfig(...)` do not name one themselves. */
import type { ModelMatch } from '../models.ts';
import type { Reading } from './mentions.ts';
import type { Program } from './program.ts';

/** The only model of known size whose id stands in a string of the file; nothing where there are several. */
export function fileModel({ engine, program }: Reading): ModelMatch | undefined {
  const known = memory.get(program);
  if (known !== undefined) return known ?? undefined;
  const found = new Map<string, ModelMatch>();
  for (const { text } of program.units) {
    for (const [, , id = ''] of text.matchAll(/(["'])([\w.-]+(?:\/[\w.-]+)?)\1/g)) {
      const model = engine.models.model(id);
      if (model?.size) found.set(id.toLowerCase(), model);
    }
  }
  const only = found.size === 1 ? [...found.values()][0] : undefined;
  memory.set(program, only ?? null);
  return only;
}

const memory = new WeakMap<Program, ModelMatch | null>();
