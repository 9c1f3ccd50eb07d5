/** Options of scripts: what `--lora_alpha` means where a parser of arguments is told of it. */
import { mentionOf } from '../engine.ts';
import { settingOf } from '../structured/settings.ts';
import { fileImports } from './imports.ts';
import { unboundKeyword } from './keywords.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { partMeaning } from './ownNames.ts';

/** Whether what is called adds an option: `parser.add_argument`, `click.option`. */
export function addsOption(callee: string): boolean {
  return ADDING.some(
    (name) => callee.endsWith(name) && /^\.?$/.test(callee.charAt(callee.length - name.length - 1)),
  );
}

const ADDING = ['add_argument', 'option'];

/** What an option means, as it is written in the call: `--lora_alpha`. */
export function optionMeaning(reading: Reading, written: string): Meaning | undefined {
  const name = /^--([\w-]+)$/.exec(written)?.[1]?.replaceAll('-', '_');
  if (!name) return undefined;
  return unboundKeyword(reading, name) ?? settingMeaning(reading, name) ?? partMeaning(reading, name);
}

/** What the option says on a command line, in a file about language: `--model`, `--train_file`. */
function settingMeaning({ engine, program }: Reading, name: string): Meaning | undefined {
  const kind = engine.configs.kinds.find((one) => one.kind === COMMAND_LINE);
  if (!kind || fileImports(program).level < 2) return undefined;
  const { concepts, api } = settingOf(engine, kind, name, '');
  const mention = mentionOf(engine, concepts, { by: 'keyword', argument: name, ...(api ? { api } : {}) });
  return mention && { mention };
}

const COMMAND_LINE = 'command-line';
