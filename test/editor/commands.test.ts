import * as vscode from 'vscode';
import { equal } from './expect.ts';
import { ourExtension } from './samples.ts';

describe('commands', () => {
  it('are registered, each one that the manifest names', async () => {
    const manifest = ourExtension().packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    equal(missing, []);
  });
});
