/** `nlp-lens concepts`: what the base holds. */
import type { CoreData } from '../core/knowledge.ts';
import { readCompiled } from './knowledge.ts';
import type { Command } from './main.ts';
import { langOf, readOptions, UsageError } from './usage.ts';

/** The command: a readable list by topic, or with `--json` one array with both languages. */
export const concepts: Command = {
  usage: 'concepts [--lang es|en] [--json]          every concept of the base',
  run(args) {
    const options = readOptions(args, ['json'], ['lang']);
    const lang = langOf(options);
    if (options.rest.length > 0) throw new UsageError('concepts takes no names');
    const base = readCompiled<CoreData>('core.json');
    if (options.flags.has('json')) {
      process.stdout.write(`${JSON.stringify(base.concepts)}\n`);
      return 0;
    }
    const blocks = base.topics.map((topic) => {
      const names = base.concepts
        .filter((concept) => concept.topic === topic.id)
        .map(({ id, terms }) => `  ${id}  ${terms[lang].name}`);
      return [topic.names[lang], ...names].join('\n');
    });
    process.stdout.write(`${blocks.join('\n\n')}\n`);
    return 0;
  },
};
