import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('a session in VS Code', function () {
  this.timeout(120_000);
  let vscode: Workbench;
  before(async () => {
    vscode = await openWorkbench();
  });
  after(() => vscode?.close());

  it('shows a card over LoraConfig', async () => {
    await vscode.open('train_lora.py');
    const card = await vscode.hover('LoraConfig(');
    assert.match(card.text, /LoRA/);
    await vscode.picture('card');
  });

  it('finds a concept by its Spanish name', async () => {
    await vscode.command('NLP Lens: Search Concepts');
    const rows = await vscode.type('atención', /attention/i);
    assert.match(rows.join('\n'), /atención/i);
    await vscode.page.keyboard.press('Escape');
  });

  it('opens the sidebar', async () => {
    const frame = await vscode.sidebar();
    assert.notEqual(await frame.locator('body').innerText(), '');
    await vscode.picture('sidebar');
  });

  it('draws the formulas of a page', async () => {
    await vscode.command('NLP Lens: Search Concepts');
    await vscode.type('lora', /LoRA/);
    await vscode.page.keyboard.press('Enter');
    const frame = await vscode.sidebar();
    await frame.locator('.formula math').first().waitFor();
    assert.equal(await frame.locator('.tex').count(), 0);
    await vscode.picture('page');
  });

  it('is quiet', async () => {
    assert.deepEqual(await vscode.notifications(), []);
    assert.deepEqual(vscode.problems(), []);
  });
});
