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
  const problemsIn = (path: string): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(at(path)).filter(({ source }) => source === 'NLP Lens');
  const python = (comment: string): Thenable<vscode.TextDocument> =>
    vscode.workspace.openTextDocument({
      language: 'python',
      content: `import transformers\n\n# ${comment}\nx = 1\n`,
    });
  let code: vscode.TextDocument;

  before(async () => {
    await openSample('train_lora.py');
    code = await python('Measure on the golden set, or the silver set.');
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
    const problems = (): readonly vscode.Diagnostic[] => problemsIn('our-team/golden-set.yaml');
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
    const other = await python('An honest concept beside a stolen concept.');
    await settings.update(
      'packs',
      ['huge-pack', 'linked-pack', 'hostile-pack', 'nowhere'],
      vscode.ConfigurationTarget.Workspace,
    );
    await until(
      'the honest concept',
      async () => /honest/.test(await hoverText(other, 'honest| concept')),
      60_000,
    );
    equal(await hoverText(other, 'stolen| concept'), '');
    matches(await hover(), /golden set/);
  });

  it('are told of in the log, one line each: too many files, links, pipes, what is not there', async () => {
    // The command of the channel: VS Code makes its id from ours.
    const shows = (await vscode.commands.getCommands()).filter((id) => /output\.show\..*NLP.?Lens/i.test(id));
    equal(shows.length, 1, 'channels of ours:');
    await vscode.commands.executeCommand(shows[0]!);
    const log = (): string =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'output')?.getText() ?? '';
    const lines = [
      /huge-pack:1: split the pack: at most 40000 files and 160 MiB are read$/m,
      /huge-pack:1: mend these first: \d+ more problems are not shown$/m,
      /linked-pack:1: replace the link by the folder itself/,
      /hostile-pack\/linked:1: replace the link by the folder itself/,
      /hostile-pack\/loop:1: replace the link by the folder itself/,
      /nowhere: correct its path$/m,
    ];
    for (const line of lines) await until(String(line), () => line.test(log()));
    ok((log().match(/huge-pack/g) ?? []).length <= 110, 'a huge pack fills the log');
    await vscode.workspace
      .getConfiguration('nlpLens')
      .update('packs', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('of another extension are read, under a name that is only text, and nothing outside of it is', async () => {
    const document = await python('What the course concept says of a stolen concept.');
    await until('its card', async () => /course/.test(await hoverText(document, 'course| concept')));
    const text = await hoverText(document, 'course| concept');
    matches(text, /NLP Lens · The \\\[course\\\] \\\(command:workbench\\.action\\.quit\\\)/);
    equal(await hoverText(document, 'stolen| concept'), '');
  });

  it('leave our own concepts in their place, unless they say that they override them', async () => {
    const facts = 'terms:\n  en: { name: LoRA }\n  es: { name: LoRA }\n';
    await write('our-team/lora.en.md', '# LoRA\n\nOur own words on it, with `code`.\n');
    await write('our-team/lora.yaml', facts);
    const sample = await openSample('train_lora.py');
    await vscode.window.showTextDocument(at('our-team/lora.yaml'));
    await until('the collision', () =>
      problemsIn('our-team/lora.yaml').some(({ message }) =>
        /`lora` is a concept of NLP Lens, which stays/.test(message),
      ),
    );
    ok(!/Our own words/.test(await hoverText(sample, 'lora = Lo|raConfig(')), 'ours did not stay');
    await write('our-team/lora.yaml', `${facts}overrides: true\n`);
    await until('the words of the pack', async () =>
      /Our own words/.test(await hoverText(sample, 'lora = Lo|raConfig(')),
    );
    matches(await hoverText(sample, 'lora = Lo|raConfig('), /NLP Lens · workspace/);
    await vscode.workspace.fs.delete(at('our-team/lora.yaml'));
    await until(
      'ours again',
      async () => !/Our own words/.test(await hoverText(sample, 'lora = Lo|raConfig(')),
    );
  });

  it('that are broken never stop the others, and say so only in files that are open', async () => {
    const document = await python('A good thing beside a bad thing.');
    await write('our-team/bad-thing.yaml', 'terms: {{{');
    await write(
      'our-team/good-thing.yaml',
      'terms:\n  en: { name: good thing }\n  es: { name: cosa buena }\n',
    );
    await write('our-team/good-thing.en.md', '# good thing\n\nThe summary of a good thing.\n');
    await until('the good one', async () => /good thing/.test(await hoverText(document, 'good| thing')));
    equal(await hoverText(document, 'bad| thing'), '');
    equal(problemsIn('our-team/bad-thing.yaml'), []);
    await vscode.window.showTextDocument(at('our-team/bad-thing.yaml'));
    await until('its problem', () => problemsIn('our-team/bad-thing.yaml').length > 0);
  });
});
