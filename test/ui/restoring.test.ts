import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Stop } from '../../src/core/stop.ts';
import { until } from './until.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('pages come back where they were', function () {
  this.timeout(180_000);
  let vscode: Workbench;
  before(async () => {
    vscode = await openWorkbench({ language: 'es' });
    await vscode.open('train_lora.py');
  });
  after(() => vscode?.close());

  it('opens a concept from a card while the sidebar shows something else', async () => {
    await (await vscode.sidebar()).locator('.topic').first().waitFor();
    await vscode.page.locator('.activitybar [aria-label^="Explorer"]').first().click();
    await vscode.page.locator('.explorer-viewlet').first().waitFor();
    await vscode.hover('LoraConfig(');
    await vscode.page
      .locator('.monaco-hover a', { hasText: /^Abrir$/ })
      .first()
      .click();
    await vscode.frame('article.concept h1');
  });

  it('reloads with a concept in a tab: same concept, language and line', async () => {
    await (
      await vscode.frame('article.concept')
    )
      .getByRole('button', { name: 'Abrir en una pestaña' })
      .click();
    const tab = await vscode.frame(`${TAB} article.concept h1`);
    await tabIsKnown(vscode.page);
    // From here on VS Code's own state of the tab is older than what the reader sees.
    await tab.locator('#related .chip', { hasText: /^QLoRA$/ }).click();
    await tab.locator('h1', { hasText: 'QLoRA' }).waitFor();
    await tab.locator('.formula math').first().waitFor();
    await tab.evaluate(() => document.querySelector('#pitfalls')?.scrollIntoView());
    const scroll = await tab.evaluate(() => window.scrollY);
    assert.ok(scroll > 300, `${scroll} px down`);
    await until(() => Math.abs((keptStop(vscode)?.scroll ?? 0) - scroll) < 2, 'the stop is on disk');

    await vscode.reload();
    const again = await vscode.frame(`${TAB} main[lang=es] article.concept h1`);
    assert.equal(await again.locator('h1').innerText(), 'QLoRA');
    await again.waitForFunction((before) => Math.abs(window.scrollY - before) < 3, scroll);
    await vscode.page.locator('.tabs-container .tab', { hasText: 'QLoRA' }).waitFor();
    await again.getByRole('button', { name: 'Atrás' }).click();
    await again.locator('h1', { hasNotText: 'QLoRA' }).waitFor();
  });

  it('keeps its place while another editor is in front of it', async () => {
    const tab = await vscode.frame(`${TAB} main`);
    const before = await tab.locator('h1').innerText();
    const title = vscode.page.getByRole('tab', { name: new RegExp(`^${before}`) });
    await title.click();
    await vscode.open('semantic_search.ipynb');
    await title.click();
    const again = await vscode.frame(`${TAB} article.concept h1`);
    assert.equal(await again.locator('h1').innerText(), before);
  });

  it('is quiet', async () => {
    assert.deepEqual(await vscode.notifications(), []);
    assert.deepEqual(vscode.problems(), []);
  });
});

const TAB = 'html[data-surface=tab]';

function keptStop(vscode: Workbench): Stop | undefined {
  const storage = join(dirname(vscode.workspace), 'data/data/User/workspaceStorage');
  const files = readdirSync(storage).map((name) => join(storage, name, 'nlp-lens.nlp-lens/tab.json'));
  const file = files.find(existsSync);
  try {
    return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as Stop);
  } catch {
    return undefined;
  }
}

/** In a browser VS Code writes the state of its editors every five seconds; without its way there is no way back. */
async function tabIsKnown(page: Page): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await page.waitForTimeout(100)) {
    if (/nlpLens\.page.*trail.*concept/s.test(await editorState(page))) return;
    if (Date.now() > deadline) throw new Error('VS Code does not write where the tab is');
  }
}

function editorState(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('cannot be read'));
      });
    const values: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db-')) continue;
      const base = await open(indexedDB.open(name));
      const table = base.transaction('ItemTable').objectStore('ItemTable');
      values.push(await open<unknown>(table.get('memento/workbench.parts.editor')));
      base.close();
    }
    return values.join();
  });
}
