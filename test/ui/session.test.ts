import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench.ts';

/** One user, one session, in order: each step starts where the one before ended. */
describe('a session in VS Code', () => {
  let vscode: Workbench;
  let waitingBefore = 0;
  before(async () => {
    vscode = await openWorkbench({ language: 'en' });
  });
  after(() => vscode?.close());

  it('shows a card over LoraConfig with what its values mean', async () => {
    await vscode.open('train_lora.py');
    const card = await vscode.hover('LoraConfig(');
    assert.match(card.text, /LoRA/);
    assert.match(card.text, /scale α\/r = 2/);
    assert.ok(card.box.height <= 260, `the card is ${card.box.height} px high`);
  });

  it('shows a card over a value, and over a word of a comment', async () => {
    assert.match((await vscode.hover('r=8')).text, /r = 8|rank/i);
    assert.match((await vscode.hover('QLoRA')).text, /QLoRA/);
  });

  it('shows a card in a notebook cell', async () => {
    await vscode.open('semantic_search.ipynb');
    assert.match((await vscode.hoverVisible('SentenceTransformer')).text, /embedding/i);
  });

  it('follows the language setting', async () => {
    await vscode.open('train_lora.py');
    const english = (await vscode.hover('LoraConfig(')).text;
    await vscode.settings({ 'nlpLens.language': 'es' });
    const spanish = await changed(english, async () => (await vscode.hover('LoraConfig(')).text);
    assert.match(spanish, /matri(z|ces)/);
    await vscode.settings({ 'nlpLens.language': 'en' });
    assert.equal(await changed(spanish, async () => (await vscode.hover('LoraConfig(')).text), english);
  });

  it('finds a concept by its Spanish name, without the accent too', async () => {
    await vscode.command('NLP Lens: Search Concepts');
    const rows = await vscode.type('atención', /atención/i);
    assert.match(rows.join('\n'), /mecanismo de atención/i);
    await vscode.type('mecanismo de atencion', /^attention mechanism/i);
  });

  it('opens the page of the chosen concept in the sidebar', async () => {
    await vscode.type('LoRA', /^LoRA/);
    await vscode.page.keyboard.press('Enter');
    const frame = await vscode.frame('article.concept h1');
    assert.match(await frame.locator('h1').innerText(), /^LoRA/);
    await frame.locator('.formula math').first().waitFor();
    assert.equal(await frame.locator('.tex').count(), 0, 'a formula is not drawn');
  });

  it('asks a question and explains every option', async () => {
    const frame = await vscode.frame('article.concept');
    await frame.getByRole('button', { name: 'Practice this' }).click();
    waitingBefore = await leftIn(frame);
    await answerRight(frame);
    const reasons = await frame.locator('.options .why').allInnerTexts();
    assert.ok(reasons.length >= 2);
    for (const reason of reasons) assert.ok(reason.trim().length > 10, 'an option is not explained');
  });

  it('remembers the answer after a reload', async () => {
    await vscode.reload();
    await vscode.command('NLP Lens: Search Concepts');
    await vscode.type('LoRA', /^LoRA/);
    await vscode.page.keyboard.press('Enter');
    const frame = await vscode.frame('article.concept h1');
    await frame.getByRole('button', { name: 'Practice this' }).click();
    const left = await leftIn(frame);
    assert.ok(left < waitingBefore, `${left} left after the reload, ${waitingBefore} before the answer`);
  });

  it('is quiet: no notification, no error, no violation of the content policy', async () => {
    assert.deepEqual(await vscode.notifications(), []);
    assert.deepEqual(vscode.problems(), []);
  });
});

/** Reads until the value is another one. */
async function changed(before: string, read: () => Promise<string>): Promise<string> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const now = await read();
    if (now !== before || Date.now() > deadline) return now;
  }
}

/** How many exercises the session announces. */
async function leftIn(frame: Frame): Promise<number> {
  const status = frame.locator('.practice header [role="status"]');
  await status.waitFor();
  return Number(/\d+/.exec(await status.innerText())?.[0]);
}

/** Answers multiple-choice questions until one is right; other forms are skipped, wrong answers go on. */
async function answerRight(frame: Frame): Promise<void> {
  for (;;) {
    await frame.locator('.practice .stem').waitFor();
    if ((await frame.locator('.options').count()) === 0) {
      await leave(frame, () => frame.getByRole('button', { name: /^Skip/ }).click());
      continue;
    }
    await frame.locator('.option').first().click();
    await frame.locator('.options .why').first().waitFor();
    if (await frame.locator('.option.wrong').count()) {
      await leave(frame, () => frame.getByRole('button', { name: /^Next/ }).click());
    } else {
      return;
    }
  }
}

/** Does something and waits until another question is asked. */
async function leave(frame: Frame, go: () => Promise<void>): Promise<void> {
  const before = await frame.locator('.practice .stem').innerText();
  await go();
  await frame.waitForFunction(
    (old) => (document.querySelector('.practice .stem') as HTMLElement | null)?.innerText !== old,
    before,
  );
}
