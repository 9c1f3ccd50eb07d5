import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Search as people use it: from the palette, from a selection, and in the sidebar. */
describe('search', () => {
  let vscode: Workbench;
  const rows = () => vscode.page.locator('.quick-input-widget:visible .monaco-list-row');
  const input = () => vscode.page.locator('.quick-input-widget:visible input.input');
  before(async () => {
    vscode = await openWorkbench();
    await vscode.open('train_lora.py');
  });
  after(() => vscode?.close());

  it('offers where to start when nothing matches and nothing was opened yet', async () => {
    await vscode.command('NLP Lens: Search Concepts');
    const found = await vscode.type('docker compose restart', /^No good match/);
    assert.ok(found.length > 1);
  });

  it('shows both names, the topic and why it matched, in our order', async () => {
    const [first = ''] = await vscode.type('MLM', /masked language modeling/i);
    assert.match(first, /masked language modeling · modelado de lenguaje enmascarado/i);
    assert.match(first, /Language models and pretraining/);
    assert.match(first, /also called “MLM”/);
    const described = await vscode.type('train only a few small matrices', /^LoRA/);
    assert.match(described[0] ?? '', /fits the description/);
    // VS Code would sort by label, and hide what does not have the letters that were typed.
    assert.notDeepEqual(described, [...described].sort());
  });

  it('inserts a comment from a button of a row, and offers to copy Markdown', async () => {
    await vscode.type('LoRA', /^LoRA/);
    await rows().first().hover();
    const button = (title: string) => rows().first().getByRole('button', { name: title });
    await button('Copy as Markdown').waitFor();
    await button('Insert a comment').click();
    await vscode.page
      .locator('.view-line', { hasText: /^#\sLoRA:/ })
      .first()
      .waitFor();
    await vscode.page.keyboard.press('ControlOrMeta+z');
  });

  it('opens the page at the question that matched', async () => {
    await vscode.command('NLP Lens: Search Concepts');
    await vscode.type('why is attention divided by the square root of d_k', /Scaled dot-product/);
    await vscode.page.keyboard.press('Enter');
    const frame = await vscode.frame('article.concept h1');
    await frame.locator('details.question[open]').waitFor();
  });

  it('offers what was opened last before typing', async () => {
    await vscode.command('NLP Lens: Search Concepts');
    await rows().first().filter({ hasText: 'Scaled dot-product' }).waitFor();
    await vscode.page.keyboard.press('Escape');
  });

  it('searches the selection from its menu', async () => {
    await vscode.goTo({ text: 'LoraConfig(' });
    const word = vscode.page.locator('.view-line', { hasText: 'LoraConfig(' }).getByText('LoraConfig').last();
    await word.dblclick();
    await word.click({ button: 'right' });
    const item = vscode.page.locator('.monaco-menu .action-menu-item', { hasText: 'Search in NLP Lens' });
    for (let opened = false; !opened;) {
      // The menu takes no click in the moment in which it opens.
      await item.click();
      opened = await input()
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
    }
    await rows().first().filter({ hasText: 'LoRA' }).waitFor();
    assert.equal(await input().inputValue(), 'LoraConfig');
    await vscode.page.keyboard.press('Escape');
  });

  it('opens by its keys, and explains what is under the cursor or searches the word', async () => {
    await vscode.goTo({ text: 'LoraConfig(' });
    await vscode.page.keyboard.press('ControlOrMeta+k');
    await vscode.page.keyboard.press('h');
    const frame = await vscode.frame('article.concept h1');
    await frame.locator('article.concept h1', { hasText: /^LoRA$/ }).waitFor();
    await vscode.goTo({ text: 'Hover any name' });
    await vscode.command('NLP Lens: Explain Symbol at Cursor');
    await input().waitFor();
    assert.equal(await input().inputValue(), 'Hover');
    await vscode.page.keyboard.press('Escape');
    await vscode.page.keyboard.press('ControlOrMeta+k');
    await vscode.page.keyboard.press('l');
    await input().waitFor();
    await vscode.page.keyboard.press('Escape');
  });

  it('marks matches in the sidebar and narrows them by topic and mastery', async () => {
    const frame = await vscode.sidebar();
    await frame.getByRole('button', { name: 'Browse', exact: true }).click();
    await frame.locator('input.search').fill('atencion');
    await frame
      .locator('.hits mark', { hasText: /^atención$/i })
      .first()
      .waitFor();
    assert.ok((await frame.locator('.hits .other mark').allInnerTexts()).includes('atención'));
    const all = await frame.locator('.hits .line').count();
    await frame
      .getByLabel('Topic')
      .selectOption({ label: 'Attention and position' }, { timeout: 3000 })
      .catch(async () => {
        await frame.getByLabel('Topic').selectOption({ index: 1 });
      });
    const some = await frame.locator('.hits .line').count();
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    await frame.getByLabel('Mastery').selectOption({ index: 3 });
    await frame.locator('p[role="status"].quiet').waitFor();
  });

  it('is quiet', () => {
    assert.deepEqual(vscode.problems(), []);
  });
});
