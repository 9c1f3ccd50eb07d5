import * as vscode from 'vscode';
import { matches, ok } from './expect.ts';
import { openSample, ourExtension } from './samples.ts';

describe('the tool for assistants', () => {
  const name = 'nlp-lens_explain_concept';
  const ask = async (input: object): Promise<string> => {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('\n');
  };

  before(() => openSample('train_lora.py'));

  it('is offered with the schema of the manifest', () => {
    ok(
      vscode.lm.tools.some((tool) => tool.name === name),
      'VS Code does not offer the tool',
    );
    ok(ourExtension().isActive, 'the extension is not active');
  });

  it('explains a term with its sources, and a line of a file', async () => {
    matches(await ask({ term: 'LoRA' }), /low-rank[^]*https:\/\/arxiv\.org\/abs\/2106\.09685/i);
    const document = vscode.window.activeTextEditor!.document;
    const line =
      document
        .getText()
        .split('\n')
        .findIndex((text) => /\br=8/.test(text)) + 1;
    matches(await ask({ file: 'train_lora.py', line, term: 'r' }), /rank/i);
  });

  it('opens nothing outside of the workspace', async () => {
    matches(await ask({ file: '../../../etc/passwd', line: 1 }), /cannot read/);
    matches(await ask({ file: '/etc/passwd', line: 1 }), /cannot read/);
  });
});
