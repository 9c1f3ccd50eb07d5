import * as vscode from 'vscode';
import { equal, matches, ok } from './expect.ts';
import { hoverText, ourExtension } from './samples.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: { readonly svg: string } }[];
    }[];
  };
}

describe('first steps', () => {
  const text = (): string => vscode.window.activeTextEditor?.document.getText() ?? '';

  it('open an example whose names have cards', async () => {
    await vscode.commands.executeCommand('nlpLens.openExample');
    const { document } = vscode.window.activeTextEditor!;
    for (const name of [
      'model, Lora|Config(',
      '(r|=8',
      'from_|pretrained("gpt2")\nmodel =',
      'temper|ature=0.7',
    ])
      matches(await hoverText(document, name), /NLP Lens/);
  });

  it('open the accessibility help, which names every command of the palette', async () => {
    await vscode.commands.executeCommand('nlpLens.accessibilityHelp');
    matches(text(), /Alt\+F2/);
    const { commands, menus } = (ourExtension().packageJSON as Manifest).contributes;
    const hidden = menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
    const missing = commands
      .filter(({ command }) => !hidden.includes(command))
      .filter(({ title }) => !text().includes(`NLP Lens: ${title}`));
    equal(missing, []);
    equal(vscode.window.activeTextEditor?.document.isDirty, false);
  });

  it('have steps whose pictures ship and whose links are commands of this VS Code', async () => {
    const extension = ourExtension();
    const registered = new Set(await vscode.commands.getCommands(true));
    const steps = (extension.packageJSON as Manifest).contributes.walkthroughs.flatMap((one) => one.steps);
    equal(steps.length, 4);
    for (const { description, media } of steps) {
      await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension.extensionUri, media.svg));
      for (const match of description.matchAll(/\(command:([\w.]+)/g))
        ok(registered.has(match[1]!), `no command ${match[1]}`);
    }
  });
});
