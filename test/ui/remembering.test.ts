import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { ReviewEvent } from '../../src/core/practice/event.ts';
import { mergeEvents } from '../../src/core/practice/log.ts';
import { progressOf } from '../../src/core/practice/progress.ts';
import type { Place } from '../../src/core/stop.ts';
import { answers, eventsOnDisk, whileBusy, writeLog } from './reviewLog.ts';
import { until } from './until.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** Learnt and forgotten three times: the next miss is the fourth. */
const SLIPPING = answers('lora', 'what-trains', [
  [90, 3],
  [89.9, 3],
  ...[70, 50, 30].flatMap(
    (day) =>
      [
        [day, 1],
        [day - 0.1, 3],
      ] as const,
  ),
]);
const DUE = (
  [
    ['softmax', 'q:what-for'],
    ['softmax', 'q:why-exponential'],
    ['perplexity', 'q:evaluate-language-models'],
  ] as const
).flatMap(([concept, item]) =>
  answers(concept, item, [
    [60, 3],
    [59, 3],
  ]),
);

/** Practice with a past, all of it by keyboard. */
describe('practice with a past', function () {
  this.timeout(120_000);
  let vscode: Workbench;
  let frame: Frame;
  const key = (name: string) => vscode.page.keyboard.press(name);
  const go = (place: Place) =>
    frame.evaluate((to) => window.postMessage({ type: 'go', place: to }, '*'), place);
  const last = () => eventsOnDisk(vscode).at(-1);
  const lastAnswer = () =>
    eventsOnDisk(vscode)
      .flatMap((event) => (event.kind === 'answer' ? [event] : []))
      .at(-1);

  before(async () => {
    vscode = await openWorkbench({
      settings: { 'nlpLens.practice.newPerDay': 0, 'nlpLens.practice.reviewsPerDay': 2 },
    });
    writeLog(vscode, [...SLIPPING, ...DUE]);
    frame = await vscode.sidebar();
    await frame.locator('.topic').first().waitFor();
    await frame.locator('body').click({ position: { x: 5, y: 5 } });
  });
  after(() => vscode?.close());

  it('says what is over the limit of the day', async () => {
    await go({ view: 'practice', concepts: [] });
    const text = await textOf(frame, '.start');
    const due = Number(/(\d+) due/.exec(text)?.[1]);
    assert.ok(due > 2, text);
    assert.match(text, new RegExp(`${due - 2} more waits?: over today's limit`));
    await vscode.picture('practice-over-the-limit');
  });

  it('ends a session of two minutes after two minutes of answering', async () => {
    await vscode.settings({ 'nlpLens.practice.newPerDay': 20, 'nlpLens.practice.reviewsPerDay': 0 });
    await go({ view: 'progress' });
    await go({ view: 'practice', concepts: [] });
    await frame.locator('.start .counts', { hasText: '20 new' }).waitFor();
    await key('2');
    for (let answered = 1; answered <= 3; answered += 1) {
      await frame.locator('.practice .stem').waitFor();
      // The clock of the page goes on by 50 seconds; everything else is as it is.
      await frame.evaluate(() => {
        const before = performance.now.bind(performance);
        performance.now = () => before() + 50_000;
      });
      await answerAnyhow();
      await goOn();
    }
    assert.match(await textOf(frame, '.done'), /3 answers/);
    await vscode.picture('practice-done');
    await key('Enter');
    await frame.locator('.done').waitFor({ state: 'detached' });
  });

  it('offers something else for what keeps slipping away', async () => {
    const { items } = progressOf(mergeEvents(SLIPPING));
    assert.equal(items.get('lora#what-trains')?.memory.lapses, 3, 'the history is as it should be');
    await go({ view: 'practice', concepts: ['lora'] });
    await frame.locator('.stem', { hasText: 'Which numbers does the optimizer change' }).waitFor();
    await answerChoice(false);
    await frame.locator('.slipping').waitFor();
    await vscode.picture('practice-slipping');
    await tabTo(/Tell it apart/);
    await key('Enter');
    await frame.locator('.pair').first().waitFor();
  });

  it('takes matching pairs by digits, and says which one is next', async () => {
    const count = await frame.locator('.pair').count();
    await vscode.picture('practice-pairs');
    for (let name = 1; name <= count; name += 1) {
      assert.equal(await frame.locator('.pair.current').count(), 1);
      const legend = await frame.locator('.pair.current legend').innerText();
      assert.equal(
        (await frame.locator('.practice p[role=status].sr-only').innerText()).trim(),
        legend.trim(),
      );
      await key(String(name));
      await frame.locator('.pair.current legend', { hasText: legend.trim() }).waitFor({ state: 'detached' });
    }
    await frame.locator('.practice p[role=status]', { hasText: 'All have a name' }).waitFor();
    await key('Enter');
    await frame.locator('.matched').first().waitFor();
    await until(() => lastAnswer()?.item === 'pairs', 'the pairs are on disk');
    await vscode.picture('practice-pairs-answered');
    await goOn();
  });

  it('strikes an option out for a hint, which makes a right answer hard', async () => {
    await nextChoice();
    await key('h');
    assert.equal(await frame.locator('.option.struck').count(), 1);
    await vscode.picture('practice-hint');
    await answerChoice(true);
    await until(() => lastAnswer()?.rating === 2, 'the answer counts as hard');
    await goOn();
  });

  it('takes a right answer back as a guess', async () => {
    await nextChoice();
    const before = eventsOnDisk(vscode).length;
    await answerChoice(true);
    await until(() => last()?.kind === 'answer' && lastAnswer()?.rating === 3, 'the answer counts as good');
    const right = lastAnswer()!.id;
    assert.ok(eventsOnDisk(vscode).findIndex(({ id }) => id === right) >= before, 'it is the one just given');
    await key('g');
    await frame.locator('.practice', { hasText: 'Noted as a guess' }).waitFor();
    await until(() => lastAnswer()?.rating === 1, 'the guess is on disk');
    assert.ok(eventsOnDisk(vscode).some((event) => event.kind === 'undo' && event.target === right));
    await goOn();
  });

  it('writes down in order what is done while the extension is busy', async () => {
    await nextChoice();
    const before = eventsOnDisk(vscode).length;
    await whileBusy(async () => {
      for (let times = 0; times < 3; times += 1) {
        await key('1');
        await frame.locator('.actions .primary', { hasText: 'Next' }).waitFor();
        await key('u');
        await frame.locator('.actions .primary', { hasText: 'Next' }).waitFor({ state: 'detached' });
      }
      await answerChoice(true);
      await key('g');
      await frame.locator('.practice', { hasText: 'Noted as a guess' }).waitFor();
      assert.equal(eventsOnDisk(vscode).length, before, 'the extension is at a stop');
    });
    const isGuess = (event: ReviewEvent) => event.kind === 'answer' && event.correct && event.rating === 1;
    await until(() => eventsOnDisk(vscode).slice(before).some(isGuess), 'the guess is on disk');
    const events = eventsOnDisk(vscode).slice(before);
    assert.ok(events.length >= 9, 'every one of them');
    // An answer, and what takes it back; the guess at the end stays.
    for (const [at, event] of events.entries()) {
      const answer = events[at - 1];
      if (at % 2 === 0) assert.equal(event.kind, 'answer');
      else assert.ok(event.kind === 'undo' && event.target === answer?.id);
    }
    assert.ok(isGuess(events.at(-1)!));
    await goOn();
  });

  it('sets a question aside, and brings it back from the progress page', async () => {
    await nextChoice();
    const stem = await textOf(frame, '.stem');
    await key('x');
    await until(() => last()?.kind === 'suspend', 'it is set aside');
    await frame.locator('.practice', { hasText: 'Set aside' }).waitFor();
    assert.notEqual(await textOf(frame, '.stem'), stem);
    await go({ view: 'progress' });
    await frame.locator('.progress h1').waitFor();
    assert.match(await textOf(frame, '.progress'), /Set aside/);
    await vscode.picture('progress-with-a-past');
    await tabTo(/Bring back/);
    await key('Enter');
    await until(() => last()?.kind === 'resume', 'it is brought back');
    await frame.locator('.progress', { hasNotText: 'Set aside' }).waitFor();
  });

  it('is quiet', async () => {
    assert.deepEqual(await vscode.notifications(), []);
    assert.deepEqual(vscode.problems(), []);
  });

  async function goOn(): Promise<void> {
    await key('Enter');
    await frame.locator('.actions .primary', { hasText: 'Next' }).waitFor({ state: 'detached' });
  }

  /** Skips to the next question with options. */
  async function nextChoice(): Promise<void> {
    for (let skips = 0; skips < 40; skips += 1) {
      await frame.locator('.practice .stem').waitFor();
      if (await frame.locator('.option').count()) return;
      const stem = await textOf(frame, '.stem');
      if (await frame.locator('.field input').count()) await key('Escape');
      await key('s');
      await frame.waitForFunction(
        (old) => document.querySelector<HTMLElement>('.practice .stem')?.innerText !== old,
        stem,
      );
    }
    assert.fail('no question with options is left');
  }

  /** Answers by digit until the answer is as wanted, taking back what is not. */
  async function answerChoice(right: boolean): Promise<void> {
    const count = await frame.locator('.option').count();
    for (let place = 1; place <= count; place += 1) {
      if (
        await frame
          .locator('.option')
          .nth(place - 1)
          .evaluate((option) => option.classList.contains('struck'))
      )
        continue;
      const hinted = (await frame.locator('.option.struck').count()) > 0;
      await key(String(place));
      await frame.locator('.actions .primary', { hasText: 'Next' }).waitFor();
      if (((await frame.locator('.option.wrong').count()) === 0) === right) return;
      await key('u');
      await frame.locator('.actions .primary', { hasText: 'Next' }).waitFor({ state: 'detached' });
      if (hinted) await key('h');
    }
    assert.fail('no such option');
  }

  async function answerAnyhow(): Promise<void> {
    const next = frame.locator('.actions .primary', { hasText: 'Next' });
    if (await frame.locator('.option').count()) await key('1');
    else if (await frame.locator('.field input').count()) {
      await vscode.page.keyboard.type('r');
      await key('Enter');
    } else if (await frame.locator('.pair').count()) {
      const count = await frame.locator('.pair').count();
      for (let name = 1; name <= count; name += 1) await key(String(name));
      await frame.locator('.practice p[role=status]', { hasText: 'All have a name' }).waitFor();
      await key('Enter');
    } else {
      await key('Enter');
      await frame.locator('.ratings').waitFor();
      await key('3');
    }
    await next.waitFor();
  }

  /** Goes on by Tab to a button, as somebody without a mouse does. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let steps = 0; steps < 120; steps += 1) {
      await key('Tab');
      const text = await frame.evaluate(() => document.activeElement?.textContent ?? '');
      if (name.test(text) && text.length < 80) return;
    }
    assert.fail(`Tab never reaches ${name}`);
  }
});

async function textOf(frame: Frame, selector: string): Promise<string> {
  await frame.locator(selector).first().waitFor();
  return (await frame.locator(selector).first().innerText()).trim();
}
