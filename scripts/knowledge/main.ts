// The knowledge compiler: `npm run knowledge -- <command>`. Each command is one file of this folder.
import { readBase } from '../../src/core/authoring/base.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { counts } from './counts.ts';
import { coverage } from './coverage.ts';
import { knowledgeFiles } from './files.ts';
import { create } from './new.ts';
import { schema } from './schema.ts';
import { seedOverlap } from './seedOverlap.ts';
import { sort } from './sort.ts';

const commands: Readonly<Record<string, { readonly usage: string; readonly run: (args: readonly string[]) => number | Promise<number> }>> = {
  build: { usage: 'build                   writes dist/knowledge', run: build },
  check: { usage: 'check [--notes]         every check of every page; exit 1 on errors', run: check },
  coverage: { usage: 'coverage                where each seed question is answered; exit 1 while one is not', run: coverage },
  counts: { usage: 'counts                  concepts, questions, quiz items and figures by topic', run: counts },
  new: { usage: 'new <topic>/<id>        skeletons of the three files of a concept', run: create },
  schema: { usage: 'schema [--check]        writes concept.schema.json', run: schema },
  'seed-overlap': { usage: 'seed-overlap            sentences shared with the seed text, where it is at hand', run: () => seedOverlap(readBase(knowledgeFiles())) },
  sort: { usage: 'sort                    sources.yaml in alphabetical order', run: sort },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) {
  void Promise.resolve(command.run(args)).then((code) => {
    process.exitCode = code;
  });
} else {
  console.error(`npm run knowledge <command>\n\n${Object.values(commands).map(({ usage }) => `  ${usage}`).join('\n')}`);
  process.exitCode = 2;
}
