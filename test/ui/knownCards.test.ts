import assert from 'node:assert/strict';
import { answers, eventsOnDisk, writeLog } from './reviewLog.ts';
import { until } from './until.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Answered well for months, the last time yesterday. */
const KNOWN = answers('lora', 'what-trains', [
  [120, 3],
  [119.9, 3],
  [115, 3],
  [100, 3],
  [60, 4],
  [1, 4],
]);

describe('cards of what is well known', function () {
  this.timeout(120_000);
  let vscode: Workbench;
  let full = '';
  before(async () => {
    vscode = await openWorkbench();
    writeLog(vscode, KNOWN);
    await vscode.open('train_lora.py');
  });
  after(() => vscode?.close());

  it('are as long as ever for who has not asked for less', async () => {
    const card = await vscode.hover('LoraConfig(');
    full = card.text;
    assert.match(full, /freezes|without touching|frozen/);
    await vscode.picture('card-known-full');
  });

  it('shrink on request to what the values of the line mean', async () => {
    await vscode.settings({ 'nlpLens.cards.shrinkKnown': true });
    const card = await vscode.hover('LoraConfig(');
    await vscode.picture('card-known-short');
    assert.ok(
      card.text.length < 0.75 * full.length,
      `${card.text.length} of ${full.length} characters:\n${card.text}`,
    );
    assert.match(card.text, /scale α\/r = 2/, 'what concerns this line stays');
    assert.match(card.text, /Open/, 'the page is one click away');
  });

  it('stay long for what is not known', async () => {
    const card = await vscode.hover('gradient_checkpointing');
    assert.ok(card.text.length > 200, card.text);
  });

  it('are long again when the setting is taken back', async () => {
    await vscode.settings({ 'nlpLens.cards.shrinkKnown': false });
    assert.equal((await vscode.hover('LoraConfig(')).text, full);
  });

  it('become one line from the page, and long again from the page', async () => {
    await vscode.page
      .locator('.monaco-hover a', { hasText: /^Open$/ })
      .first()
      .click();
    const frame = await vscode.frame('article.concept h1');
    await frame.getByRole('button', { name: 'Mute its hover' }).click();
    await until(() => eventsOnDisk(vscode).some(({ kind }) => kind === 'mute'), 'it is muted');
    await frame.getByRole('button', { name: 'Show its hover in full' }).waitFor();
    const line = await vscode.hover('LoraConfig(');
    await vscode.picture('card-muted');
    assert.ok(line.text.length < full.length / 2, line.text);
    // What the card takes back, the page shows.
    await vscode.page
      .locator('.monaco-hover a', { hasText: /^Show in full again$/ })
      .first()
      .click();
    await until(() => eventsOnDisk(vscode).some(({ kind }) => kind === 'unmute'), 'it speaks again');
    await frame.getByRole('button', { name: 'Mute its hover' }).waitFor();
    assert.equal((await vscode.hover('LoraConfig(')).text, full);
  });

  it('are quiet', async () => {
    assert.deepEqual(vscode.problems(), []);
  });
});
