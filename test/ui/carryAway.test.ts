import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ReviewEvent } from '../../src/core/practice/event.ts';
import { readAnkiRows } from '../../src/core/practice/anki.ts';
import { exportJson, importJson } from '../../src/core/practice/exchange.ts';
import { answersOnDisk, eventsOnDisk } from './reviewLog.ts';
import { until } from './until.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('what the learner can carry away and silence', function () {
  this.timeout(120_000);
  let vscode: Workbench;
  before(async () => {
    vscode = await openWorkbench();
    await vscode.open('train_lora.py');
    await vscode.command('NLP Lens: Practice');
    const start = await vscode.frame('.start .counts');
    await start.locator('body').press('Enter');
    const frame = await vscode.frame('.practice .stem');
    await frame.locator('.option').first().or(frame.locator('.field input')).first().waitFor();
    if (await frame.locator('.option').count()) await frame.locator('body').press('1');
    else {
      await frame.locator('.field input').fill('r');
      await frame.locator('.field input').press('Enter');
    }
    await until(() => answersOnDisk(vscode) === 1, 'one answer is on disk');
  });
  after(() => vscode?.close());

  it('exports the reviews, and imports them without counting them twice', async () => {
    const file = join(vscode.workspace, 'nlp-lens-reviews.json');
    await vscode.command('NLP Lens: Export Reviews');
    await acceptPath(file);
    await until(() => existsSync(file) && readFileSync(file, 'utf8') !== '', 'the reviews are exported');
    assert.deepEqual(importJson(readFileSync(file, 'utf8'))?.events, eventsOnDisk(vscode));
    const [first] = eventsOnDisk(vscode);
    const other = { ...first, id: 'from another machine' };
    writeFileSync(file, exportJson([first!, other as ReviewEvent]));
    await vscode.command('NLP Lens: Import Reviews');
    await acceptPath(file, true);
    await until(() => answersOnDisk(vscode) > 1, 'the other review is there');
    assert.equal(answersOnDisk(vscode), 2);
  });

  it('exports notes that Anki can read', async () => {
    const file = join(vscode.workspace, 'nlp-lens-anki.txt');
    await vscode.command('NLP Lens: Export Exercises to Anki');
    await vscode.type('All', /All concepts/);
    await vscode.page.keyboard.press('Enter');
    await acceptPath(file);
    await until(() => existsSync(file) && readFileSync(file, 'utf8') !== '', 'the notes are exported');
    const rows = readAnkiRows(readFileSync(file, 'utf8'));
    assert.ok(rows.length > 1000, `${rows.length} notes`);
    assert.equal(new Set(rows.map(([guid]) => guid)).size, rows.length, 'every guid once');
    assert.deepEqual(
      rows.filter((row) => row.length !== 6 || row.some((field) => field === '')),
      [],
    );
  });

  it('makes the card of a concept one line, and full again', async () => {
    const full = await vscode.hover('LoraConfig(');
    const link = vscode.page.locator('.monaco-hover a', { hasText: /^Mute$/ });
    await link.first().click();
    await until(() => eventsOnDisk(vscode).some(({ kind }) => kind === 'mute'), 'it is muted');
    const line = await vscode.hover('LoraConfig(');
    assert.ok(line.text.length < full.text.length / 2, line.text);
    await vscode.page
      .locator('.monaco-hover a', { hasText: /^Show in full again$/ })
      .first()
      .click();
    await until(() => eventsOnDisk(vscode).some(({ kind }) => kind === 'unmute'), 'it speaks again');
    assert.equal((await vscode.hover('LoraConfig(')).text, full.text);
  });

  /** Types a path into VS Code's simple file dialog, which lists a file that exists before it takes it. */
  async function acceptPath(path: string, exists = false): Promise<void> {
    const dialog = vscode.page.locator('.quick-input-widget:visible');
    await dialog.waitFor();
    // While it is still listing the folder, the dialog puts its own path back and does not take the key.
    for (let tries = 0; tries < 10 && (await dialog.isVisible()); tries += 1) {
      await dialog.locator('input.input').fill(path);
      if (exists) {
        const row = dialog.locator('.monaco-list-row', { hasText: basename(path) });
        await row
          .first()
          .waitFor({ timeout: 1_500 })
          .catch(() => undefined);
      }
      await dialog.locator('input.input').press('Enter');
      await dialog.waitFor({ state: 'hidden', timeout: 1_500 }).catch(() => undefined);
    }
    assert.equal(await dialog.isVisible(), false, 'the dialog has taken the path');
  }
});
