import * as vscode from 'vscode';
import { equal, matches, ok } from './expect.ts';
import { hoverText, openSample, until } from './samples.ts';

describe('knowledge packs', () => {
  const folder = (): vscode.Uri => {
    const workspace = vscode.workspace.workspaceFolders?.[0];
    ok(workspace, 'the suite needs a workspace');
    return workspace.uri;
  };
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(folder(), '.nlp-lens', path);
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
  const write = (path: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
  const hover = async (): Promise<string> => hoverText(code, 'golden| set');
  let code: vscode.TextDocument;

  before(async () => {
    await openSample('train_lora.py');
    code = await vscode.workspace.openTextDocument({
      language: 'python',
      content: 'import transformers\n\n# Measure on the golden set, or the silver set.\nx = 1\n',
    });
  });
  after(() => vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), '.nlp-lens'), { recursive: true }));

  it('are created as a working example, whose concept has a card with the name of the pack', async () => {
    equal(await hover(), '', 'before there is a pack:');
    await vscode.commands.executeCommand('nlpLens.createPack');
    equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('/our-team/golden-set.yaml'), true);
    await until('the card of the pack', async () => /golden set/.test(await hover()));
    matches(await hover(), /NLP Lens · workspace/);
    matches(await hover(), /agreed on/);
  });

  it('leave our own cards as they are', async () => {
    const text = await hoverText(await openSample('train_lora.py'), 'lora = Lo|raConfig(');
    matches(text, /LoRA/);
    ok(!/NLP Lens · /.test(text), 'our card names a pack');
  });

  it('are read again when a file is saved', async () => {
    const facts = await read('our-team/golden-set.yaml');
    await write('our-team/golden-set.yaml', facts.replace('golden dataset', 'silver set'));
    await until('the card of the new alias', async () =>
      /golden set/.test(await hoverText(code, 'silver| set')),
    );
  });

  it('name the line of a mistake in the Problems panel, for a file that is open, and go on without it', async () => {
    await vscode.window.showTextDocument(at('our-team/golden-set.yaml'));
    await write('our-team/golden-set.yaml', 'terms: [');
    const problems = (): readonly vscode.Diagnostic[] =>
      vscode.languages
        .getDiagnostics(at('our-team/golden-set.yaml'))
        .filter(({ source }) => source === 'NLP Lens');
    await until('a problem', () => problems().length > 0);
    matches(problems()[0]!.message, /mend the YAML/);
    equal(problems()[0]!.range.start.line, 0);
    equal(vscode.languages.getDiagnostics(at('our-team/golden-set.en.md')), []);
    await until('the card is gone', async () => (await hover()) === '');
  });

  it('may hold links, pipes and commands: none of them is followed, and the rest is read', async () => {
    const settings = vscode.workspace.getConfiguration('nlpLens');
    await write(
      'our-team/golden-set.yaml',
      'terms:\n  en: { name: "golden set" }\n  es: { name: conjunto dorado }\n',
    );
    await write(
      'our-team/golden-set.en.md',
      '# golden set\n\nA [click](command:workbench.action.quit) ![beacon](https://example.org/x.png) <img src="https://example.org/y.png"> `code`.\n',
    );
    await until('the card', async () => /golden set/.test(await hover()));
    const text = await hover();
    const links = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target ?? '');
    equal(
      links.filter((target) => !/^command:nlpLens\.\w+\?/.test(target)),
      [],
      'a card links to our own commands alone:',
    );
    ok(!/(?<!\\)!\\?\[beacon|(?<!\\)<img/.test(text), text);
    await settings.update('packs', ['hostile-pack', 'nowhere'], vscode.ConfigurationTarget.Workspace);
    const other = await vscode.workspace.openTextDocument({
      language: 'python',
      content: 'import transformers\n# An honest concept beside a stolen concept.\n',
    });
    // The starter of the suite puts the folder there where the file system has links and pipes.
    const there = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder(), 'hostile-pack')).then(
      () => true,
      () => false,
    );
    if (there) {
      await until('the honest concept', async () => /honest/.test(await hoverText(other, 'honest| concept')));
      equal(await hoverText(other, 'stolen| concept'), '');
    }
    await settings.update('packs', undefined, vscode.ConfigurationTarget.Workspace);
  });
});
