/** Names of libraries in prose: `LoraConfig` in a comment, `per_device_train_batch_size` in a Markdown text. */
import { mentionOf, type Engine } from './engine.ts';
import type { Mention } from './mention.ts';
import type { Block } from './prose.ts';

/** Names that nothing but a library uses: of classes with capitals inside, of distinctive members and arguments. */
const NAME = /(?<![\w./@-])[A-Za-z_]\w*[A-Z_]\w*(?![\w/@]|-\w|\.\w*\/)/g;

/** The mentions of such names in a block of prose of a text that is about language. */
export function apiNamesIn(engine: Engine, text: string, { start, end }: Block): Mention[] {
  const { catalogue } = engine;
  return [...text.slice(start, end).matchAll(NAME)].flatMap((match) => {
    const [name] = match;
    const found = catalogue.unmistakable(name);
    const entry = found
      ? catalogue.entry(found)
      : (catalogue.distinctive.get(name) ?? catalogue.distinctiveArguments.get(name));
    if (!entry) return [];
    const range = { start: start + match.index, end: start + match.index + name.length };
    const api = catalogue.filled(entry);
    return (
      mentionOf(engine, catalogue.concepts(found ?? entry), { range, text: name, by: 'symbol', api }) ?? []
    );
  });
}
