import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { runCommand } from './quickInput.ts';
import { answersOnDisk, eventsOnDisk, extensionHosts, whileBusy } from './reviewLog.ts';
import { webviewFrame } from './webviewFrame.ts';
import { until } from './until.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('practice', function () {
  this.timeout(180_000);
  let vscode: Workbench;
  before(async () => {
    vscode = await openWorkbench({ settings: { 'nlpLens.practice.newPerDay': 40 } });
    await vscode.open('train_lora.py');
  });
  after(() => vscode?.close());

  it('starts with what there is to do', async () => {
    await vscode.command('NLP Lens: Practice');
    const frame = await vscode.frame('.start .counts');
    assert.match(await frame.locator('.start').innerText(), /0 due · 40 new/);
    assert.match(await frame.locator('.start').innerText(), /train_lora\.py/);
    await vscode.picture('practice-start');
  });

  it('asks about the lines of the open file, and takes every form by keyboard alone', async () => {
    const frame = await vscode.frame('.start');
    await frame.locator('.start').press('3');
    await frame.locator('.practice .eyebrow', { hasText: 'train_lora.py' }).waitFor();
    await vscode.picture('practice-own-line');
    const forms = new Set<string>();
    for (let answered = 0; answered < 12; answered += 1) {
      forms.add(await answerByKeyboard(frame));
      await until(() => answersOnDisk(vscode) === answered + 1, 'the answer is on disk');
      if (answered === 6) await vscode.picture('practice-answered');
      await vscode.page.keyboard.press('Enter');
      await frame.locator('.actions .primary', { hasText: /Next/ }).waitFor({ state: 'detached' });
    }
    assert.ok(forms.has('gap') && forms.has('options'), [...forms].join());
  });

  it('takes an answer back', async () => {
    const frame = await vscode.frame('.practice');
    const stem = await frame.locator('.stem').innerText();
    await press(frame, 'u');
    await until(() => answersOnDisk(vscode) === 11, 'the undo is on disk');
    assert.notEqual(await frame.locator('.stem').innerText(), stem);
  });

  it('finds the session again after the window was reloaded, and still undoes', async () => {
    const before = await (await vscode.frame('.practice')).locator('.stem').innerText();
    await vscode.reload();
    await vscode.command('NLP Lens: Practice');
    const frame = await vscode.frame('.practice .stem');
    assert.equal(await frame.locator('.stem').innerText(), before);
    await press(frame, 'u');
    await until(() => answersOnDisk(vscode) === 10, 'the undo is on disk');
  });

  it('goes on in the other language with the options in the same places', async () => {
    const frame = await vscode.frame('.practice .stem');
    const english = await frame.locator('.practice').innerText();
    vscode.settings({ 'nlpLens.language': 'es' });
    const spanish = await vscode.frame('main[lang=es] .practice .stem');
    assert.notEqual(await spanish.locator('.practice').innerText(), english);
    await vscode.picture('practice-es');
    vscode.settings({ 'nlpLens.language': 'en' });
    const again = await vscode.frame('main[lang=en] .practice .stem');
    assert.equal(await again.locator('.practice').innerText(), english);
  });

  it('loses nothing when two windows answer at once', async () => {
    const before = answersOnDisk(vscode);
    const second = await vscode.page.context().newPage();
    await second.goto(vscode.page.url());
    await second.locator('.activitybar [aria-label^="NLP Lens"]').first().waitFor({ timeout: 60_000 });
    await runCommand(second, 'NLP Lens: Practice');
    const start = await webviewFrame(second, '.start .counts');
    // The command gives the page the focus, so that keys work at once.
    await start.waitForFunction(() => document.hasFocus());
    await second.keyboard.press('Enter');
    const windows = [
      [vscode.page, await vscode.frame('.practice .stem')],
      [second, await webviewFrame(second, '.practice .stem')],
    ] as const;
    for (let round = 0; round < 4; round += 1) {
      for (const [page, frame] of windows) {
        // A page in the background draws late, and would take the key before it knows what was typed.
        await page.bringToFront();
        await answerByKeyboard(frame);
      }
      for (const [page, frame] of windows) {
        await page.bringToFront();
        await frame.locator('.actions .primary').press('Enter');
        await frame.locator('.actions .primary', { hasText: /Next/ }).waitFor({ state: 'detached' });
      }
    }
    await until(() => answersOnDisk(vscode) === before + 8, 'eight answers of two windows are on disk');
    await second.close();
    await vscode.page.bringToFront();
  });

  it('loses no confirmed answer when its process is killed', async () => {
    const frame = await vscode.frame('.practice .stem');
    const before = answersOnDisk(vscode);
    await answerByKeyboard(frame);
    await until(() => answersOnDisk(vscode) === before + 1, 'the answer is on disk');
    for (const pid of extensionHosts()) process.kill(pid, 'SIGKILL');
    const ids = eventsOnDisk(vscode).length;
    await vscode.reload();
    await vscode.frame('.practice .stem');
    assert.ok(eventsOnDisk(vscode).length >= ids);
    await vscode.command('NLP Lens: Show Progress');
    const progress = await vscode.frame('.progress h1');
    assert.match(await progress.locator('main').innerText(), new RegExp(`${before + 1} answers on 1 day`));
    await vscode.picture('progress');
  });

  it('sends again what its process had not heard of when it was killed', async () => {
    await vscode.command('NLP Lens: Practice');
    const frame = await vscode.frame('.practice .stem');
    await press(frame, 'Enter');
    await frame.locator('.actions .primary', { hasText: /Next/ }).waitFor({ state: 'detached' });
    const before = answersOnDisk(vscode);
    await whileBusy(async () => {
      await answerByKeyboard(frame);
      await press(frame, 'x');
      await frame.locator('.practice', { hasText: 'Set aside' }).waitFor();
      for (const pid of extensionHosts()) process.kill(pid, 'SIGKILL');
    });
    assert.equal(answersOnDisk(vscode), before);
    await vscode.reload();
    await vscode.frame('.practice .stem');
    await until(() => answersOnDisk(vscode) === before + 1, 'the answer is on disk');
    await until(() => eventsOnDisk(vscode).at(-1)?.kind === 'suspend', 'the question is set aside');
  });

  it("takes from the browser's storage only what is a message", async () => {
    const before = eventsOnDisk(vscode).length;
    const ids = await (
      await vscode.frame('.practice .stem')
    ).evaluate(() => {
      const event = () => crypto.randomUUID();
      const letters: [string, string][] = [
        [event(), '{'],
        [event(), 'null'],
        [event(), JSON.stringify({ t: 1, message: { type: 'setLanguage', lang: 'es' } })],
        [event(), JSON.stringify({ t: 1, message: { type: 'mark', mark: 'mute', concept: 'lora' } })],
      ];
      const good = { type: 'mark', event: event(), mark: 'mute', concept: 'lora' };
      letters.push([good.event, JSON.stringify({ t: 1, message: good })]);
      for (const [id, letter] of letters) localStorage.setItem(`nlp-lens.outbox.${id}`, letter);
      return letters.map(([id]) => id);
    });
    await vscode.reload();
    const frame = await vscode.frame('.practice .stem');
    await until(() => eventsOnDisk(vscode).some(({ id }) => id === ids.at(-1)), 'the one message is sent');
    await frame.waitForFunction(
      () => !Object.keys(localStorage).some((key) => key.startsWith('nlp-lens.outbox.')),
    );
    assert.equal(eventsOnDisk(vscode).length, before + 1);
  });

  it('is quiet', async () => {
    assert.deepEqual(vscode.problems(), []);
  });
});

/** Answers what is shown by keys and returns its form; leaves the page at "Next". */
async function answerByKeyboard(frame: Frame): Promise<'gap' | 'options' | 'pairs' | 'recall'> {
  await frame.locator('.practice .stem').waitFor();
  const next = frame.locator('.actions .primary', { hasText: /Next/ });
  if (await next.isVisible()) throw new Error('this question is answered already');
  if (await frame.locator('.field input').isVisible()) {
    await frame.locator('.field input').pressSequentially('r');
    await frame.locator('.field input').press('Enter');
    await next.waitFor();
    return 'gap';
  }
  await frame.locator('body').focus();
  if (await frame.locator('.options').isVisible()) {
    await frame.locator('body').press('1');
    await next.waitFor();
    return 'options';
  }
  const pairs = await frame.locator('.pair').count();
  if (pairs > 0) {
    for (let name = 1; name <= pairs; name += 1) await frame.locator('body').press(String(name));
    await frame.locator('body').press('Enter');
    await next.waitFor();
    return 'pairs';
  }
  await frame.locator('body').press('Enter');
  await frame.locator('.ratings').waitFor();
  await frame.locator('body').press('3');
  await next.waitFor();
  return 'recall';
}

/** Presses a key for the page; a text field is left first, so that letters are keys again. */
async function press(frame: Frame, key: string): Promise<void> {
  const field = frame.locator('.field input');
  if (await field.isVisible()) await field.press('Escape');
  await frame.locator('body').press(key);
}
