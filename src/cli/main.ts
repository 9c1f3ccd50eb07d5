// nlp-lens: what the editor shows, without an editor. Each command is one file of this folder.
import { check } from './check.ts';
import { concepts } from './concepts.ts';
import { explain } from './explain.ts';
import { mcp } from './mcp.ts';
import { search } from './search.ts';
import { UsageError } from './usage.ts';

/** A command: gets the arguments after its name, gives the exit code. */
export interface Command {
  readonly usage: string;
  readonly run: (args: readonly string[]) => number | Promise<number>;
}

const commands: Readonly<Record<string, Command>> = { explain, search, concepts, check, mcp };

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(
      `usage: nlp-lens COMMAND\n\n${Object.values(commands)
        .map(({ usage }) => `  ${usage}`)
        .join('\n')}`,
    );
    return 2;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\nusage: nlp-lens ${command.usage}`);
    return 2;
  }
}
