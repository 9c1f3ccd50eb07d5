import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('reading and playing in the sidebar', function () {
  this.timeout(120_000);
  let vscode: Workbench;
  let frame: Frame;
  before(async () => {
    vscode = await openWorkbench({ size: { width: 1280, height: 1000 } });
    await vscode.open('train_lora.py');
    frame = await vscode.sidebar();
    await frame.locator('main').waitFor();
  });
  after(() => vscode?.close());

  it('goes through the places of a concept from the tree', async () => {
    const row = vscode.page.locator('.part.sidebar .monaco-list-row', { hasText: /^tokenizer/ }).first();
    await row.waitFor();
    const seen: string[] = [];
    const selection = vscode.page.locator('[id="status.editor.selection"]');
    for (let click = 0; click < 2; click += 1) {
      const before = await selection.innerText();
      await row.click();
      await selection.filter({ hasNotText: before }).waitFor();
      seen.push(await selection.innerText());
    }
    assert.notEqual(seen[0], seen[1]);
    assert.match(seen.join(), /selected/);
  });

  it('opens a figure from a card with the values of the line, marked, and leads back to it', async () => {
    await vscode.hover('r=8');
    await vscode.page.locator('.monaco-hover a', { hasText: 'Play with it' }).first().click();
    await frame.locator('.explore .notice').waitFor();
    const rank = frame.getByRole('slider', { name: 'Rank r' });
    assert.equal(await rank.getAttribute('aria-valuetext'), '8');
    const trained = () => frame.locator('.facts dd').first().innerText();
    const before = await trained();
    await rank.focus();
    await rank.press('ArrowRight');
    assert.equal(await rank.getAttribute('aria-valuetext'), '16');
    assert.notEqual(await trained(), before);
    await frame.getByRole('button', { name: 'yours: 8' }).click();
    assert.equal(await trained(), before);
    await frame.getByRole('button', { name: /train_lora\.py:\d+/ }).click();
    await vscode.page.locator('[id="status.editor.selection"]', { hasText: /Ln (8|25|26|27),/ }).waitFor();
  });

  it('says where the open file names the concept, and goes there', async () => {
    const to = { view: 'concept', id: 'learning-rate-schedule' } as const;
    await frame.evaluate((place) => window.postMessage({ type: 'go', place }, '*'), to);
    const place = frame.locator('.in-file button').first();
    await place.waitFor();
    const line = await place.innerText();
    await place.click();
    await vscode.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line},` }).waitFor();
  });

  it('follows the cursor until it is pinned', async () => {
    await frame.getByRole('button', { name: 'Follow the cursor' }).click();
    await vscode.goTo({ text: 'gradient_checkpointing' });
    await frame.locator('h1', { hasText: /checkpointing/ }).waitFor();
    await frame.getByRole('button', { name: 'Keep this page' }).click();
    await vscode.goTo({ text: 'lora_alpha=16' });
    await frame.getByRole('button', { name: 'Follow the cursor' }).click();
    assert.match(await frame.locator('h1').innerText(), /checkpointing/);
  });

  it('finds with the keyboard alone and returns to the results', async () => {
    await frame.getByRole('button', { name: 'Browse', exact: true }).click();
    await frame.locator('input.search').focus();
    await vscode.page.keyboard.type('rope');
    await frame.locator('.hits mark').first().waitFor();
    for (let step = 0; step < 2; step += 1) await vscode.page.keyboard.press('ArrowDown');
    await vscode.page.keyboard.press('Enter');
    await frame.locator('article.concept h1').waitFor();
    await vscode.page.keyboard.press('Escape');
    await frame.locator('.hits mark').first().waitFor();
    assert.equal(await frame.locator('input.search').inputValue(), 'rope');
  });

  it('goes through topics and maps with the keyboard alone, and comes back to the same line', async () => {
    const key = (name: string) => vscode.page.keyboard.press(name);
    const focused = () => frame.evaluate(() => (document.activeElement as HTMLElement).innerText.trim());
    await frame.locator('input.search').fill('');
    await frame.locator('.topic').first().waitFor();
    await frame.locator('input.search').focus();
    await key('ArrowDown');
    await key('ArrowRight');
    await frame.locator('details[open] .line').first().waitFor();
    for (let step = 0; step < 3; step += 1) await key('ArrowDown');
    const line = await focused();
    await key('Enter');
    const title = await frame.locator('article.concept h1').innerText();
    assert.ok(line.startsWith(title), `${line} opens ${title}`);
    await key('Escape');
    await frame.locator('details[open] .line').first().waitFor();
    assert.equal(await focused(), line, 'the topic is open and the line has the focus');

    await key('ArrowUp');
    await key('ArrowUp');
    assert.equal(await focused(), 'Map of the topic');
    await key('Enter');
    await frame.locator('.map .line[aria-current]').waitFor();
    const first = await focused();
    await key('End');
    assert.notEqual(await focused(), first);
    await key('ArrowLeft');
    const base = (await focused()).split('\n')[0]!;
    assert.match(await frame.locator('.map-summary').innerText(), new RegExp(base));
    await vscode.picture('map-by-keyboard');
    await key('Enter');
    assert.equal(await frame.locator('article.concept h1').innerText(), base);
    await key('Escape');
    await frame.locator('.map').waitFor();
    await key('Escape');
    await frame.locator('.topic').first().waitFor();
    await frame.locator('input.search').fill('rope');
    await frame.locator('.hits mark').first().waitFor();
  });

  it('opens a page in an editor tab, titled by its concept', async () => {
    await frame.locator('.hits .line').first().click();
    const title = await frame.locator('article.concept h1').innerText();
    await frame.getByRole('button', { name: 'Open in an editor tab' }).click();
    await vscode.page.locator('.tabs-container .tab.active', { hasText: title }).waitFor();
  });

  it('is quiet', async () => {
    assert.deepEqual(await vscode.notifications(), []);
    assert.deepEqual(vscode.problems(), []);
  });
});
