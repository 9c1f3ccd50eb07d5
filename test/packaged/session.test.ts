import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../ui/workbench.ts';

describe('the installed package', () => {
  let vscode: Workbench;
  before(async () => {
    const extensionsFolder = process.env['NLP_LENS_INSTALLED'];
    assert.ok(extensionsFolder, 'npm test -- packaged installs the package and sets NLP_LENS_INSTALLED');
    vscode = await openWorkbench({ extensionsFolder, language: 'es' });
  });
  after(() => vscode?.close());

  it('shows a card', async () => {
    await vscode.open('train_lora.py');
    assert.match((await vscode.hover('LoraConfig(')).text, /LoRA/);
  });

  it('has its sidebar, styles included', async () => {
    const frame = await vscode.sidebar();
    const sheets = await frame.evaluate(
      () => [...document.styleSheets].filter(({ href }) => href !== null).length,
    );
    assert.ok(sheets > 0, 'the style sheet of the sidebar is not in the package');
    assert.deepEqual(vscode.problems(), []);
  });
});
