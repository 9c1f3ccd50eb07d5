import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { EXPLORABLES } from '../../src/core/explorables/explorables.ts';
import type { Place } from '../../src/core/stop.ts';
import { openWorkbench, themes, type Theme, type Workbench } from './workbench.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Scene {
  readonly place: Place;
  /** What shows that it has arrived. */
  readonly shown: string;
  /** What is done there before it is looked at, and what shows that it has worked. */
  readonly act?: (frame: Frame) => Promise<void>;
}

const drill = (item: string, shown: string, act?: Scene['act']): Scene => ({
  place: { view: 'practice', concepts: [item] },
  shown,
  ...(act ? { act } : {}),
});

/** Every view of the page in each of its states. */
const VIEWS: Readonly<Record<string, Scene>> = {
  browse: { place: { view: 'browse', query: '' }, shown: '.topic' },
  'browse-unfolded': {
    place: { view: 'browse', query: '' },
    shown: '.topic',
    act: async (frame) => {
      for (const section of ['topics', 'paths']) {
        const fold = frame.locator(`section[aria-labelledby=${section}] details`).first();
        if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
        await fold.locator('.line').first().waitFor();
      }
    },
  },
  search: { place: { view: 'browse', query: 'attention' }, shown: '.hits li' },
  'search-empty': { place: { view: 'browse', query: 'zzqqxx' }, shown: 'p[role=status]' },
  concept: { place: { view: 'concept', id: 'lora' }, shown: '.formula math' },
  'concept-preview': {
    place: { view: 'concept', id: 'qlora' },
    shown: '.formula math',
    act: async (frame) => {
      const chip = frame.locator('.chip[data-concept]').first();
      // Scrolling hides a preview.
      await chip.scrollIntoViewIfNeeded();
      await frame.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      await chip.hover();
      await frame.locator('.preview').waitFor();
    },
  },
  map: { place: { view: 'map', topic: 'architectures' }, shown: '.map .line' },
  'practice-start': { place: { view: 'practice', concepts: [] }, shown: '.start .counts' },
  choice: drill('dpo', '.option'),
  'choice-answered': drill('dpo', '.option', async (frame) => {
    await frame.locator('.option').first().click();
    await frame.locator('.why').first().waitFor();
  }),
  cloze: drill('tokenizer', '.stem', (frame) => skipTo(frame, '.field input')),
  pairs: drill('lora', '.stem', (frame) => skipTo(frame, '.pair')),
  'pairs-answered': drill('lora', '.pair', async (frame) => {
    const count = await frame.locator('.pair').count();
    for (let at = 0; at < count; at += 1)
      await frame.locator('.pair').nth(at).locator('.chip').nth(at).click();
    await frame.locator('button.primary').click();
    await frame.locator('.matched').first().waitFor();
  }),
  recall: drill('softmax', '.stem', async (frame) => {
    await skipTo(frame, '.practice button.primary:not(.field ~ *)');
    await frame.locator('button.primary').click();
    await frame.locator('.ratings, .actions').first().waitFor();
  }),
  keys: drill('bleu', '.stem', async (frame) => {
    await frame.locator('header.session button').last().click();
    await frame.locator('.keys').waitFor();
  }),
  progress: { place: { view: 'progress' }, shown: '.topic-row' },
  problem: {
    place: { view: 'browse', query: 'softmax' },
    shown: '.hits li',
    act: async (frame) => {
      await frame.evaluate(() => window.postMessage({ type: 'problem', text: 'Something went wrong' }, '*'));
      await frame.locator('.problem').waitFor();
    },
  },
  ...Object.fromEntries(
    EXPLORABLES.map(({ id }) => [
      id,
      { place: { view: 'explore', explorable: id, values: {} }, shown: '.explore .notice' } as const,
    ]),
  ),
};

describe('accessibility of the page', function () {
  this.timeout(240_000);
  let vscode: Workbench;
  let frame: Frame;
  before(async () => {
    vscode = await openWorkbench({ size: { width: 1280, height: 1200 } });
    await vscode.open('train_lora.py');
    frame = await vscode.sidebar();
    await frame.locator('main').waitFor();
    await frame.evaluate(AXE);
  });
  after(() => vscode?.close());

  for (const lang of ['en', 'es'] as const) {
    for (const theme of Object.keys(themes) as Theme[]) {
      it(`has nothing serious in ${theme}, ${lang}`, async () => {
        await look(theme, lang);
        assert.deepEqual(await problemsOf(frame, `${theme}-${lang}`), []);
      });
    }
  }

  for (const lang of ['en', 'es'] as const) {
    it(`has nothing serious, and nothing cut off, at 220 px, ${lang}`, async () => {
      await look('dark', lang);
      const from = (await vscode.page.locator('.part.sidebar').boundingBox())!;
      await vscode.page.mouse.move(from.x + from.width, from.y + 600);
      await vscode.page.mouse.down();
      await vscode.page.mouse.move(from.x + 220, from.y + 600, { steps: 5 });
      await vscode.page.mouse.up();
      await frame.waitForFunction(() => window.innerWidth <= 222);
      assert.deepEqual(await problemsOf(frame, `narrow-${lang}`), []);
    });
  }

  it('has nothing serious in a wide tab', async () => {
    await look('light', 'en');
    await frame.locator('.bar .icon').last().click();
    const tab = await vscode.frame('html[data-surface=tab] main *');
    await vscode.page.locator('.tabs-container .tab', { hasText: 'train_lora.py' }).first().click();
    await vscode.page.keyboard.press('Control+w');
    await tab.waitForFunction(() => window.innerWidth > 700);
    await tab.evaluate(AXE);
    assert.deepEqual(await problemsOf(tab, 'wide'), []);
  });

  it('moves nothing for who wants less motion', async () => {
    await vscode.page.emulateMedia({ reducedMotion: 'reduce' });
    for (const { id } of EXPLORABLES) {
      await goTo(frame, VIEWS[id]!);
      const moving = await frame.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, transitionProperty, animationName } = getComputedStyle(element);
            const fades = transitionProperty !== 'none' && !/^(?:0s(?:, )?)+$/.test(transitionDuration);
            return fades || animationName !== 'none';
          })
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(moving, [], id);
    }
  });

  async function look(theme: Theme, lang: 'en' | 'es'): Promise<void> {
    await vscode.settings({ 'workbench.colorTheme': themes[theme], 'nlpLens.language': lang });
    await frame.locator(`body.${BODY_CLASS[theme]}`).waitFor();
    await frame.locator(`main[lang=${lang}]`).waitFor();
  }

  async function problemsOf(page: Frame, look: string): Promise<string[]> {
    const found: string[] = [];
    for (const [name, scene] of Object.entries(VIEWS)) {
      await goTo(page, scene);
      found.push(...(await seriousProblems(page)).map((problem) => `${name}: ${problem}`));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${name}: ${over} px wider than the view`);
      await vscode.picture(`${name}-${look}`);
      // An answer that stayed would keep its question away from the next look.
      if (name.endsWith('-answered')) await page.locator('header.session button').first().click();
    }
    return found;
  }
});

async function goTo(frame: Frame, { place, shown, act }: Scene): Promise<void> {
  // Away first: a place that is there already would not be begun again.
  await frame.evaluate(() => window.postMessage({ type: 'go', place: { view: 'progress' } }, '*'));
  await frame.locator('.progress').waitFor();
  // What went wrong elsewhere is not said here.
  await frame.locator('.problem').waitFor({ state: 'detached' });
  await frame.evaluate((to) => window.postMessage({ type: 'go', place: to }, '*'), place);
  await frame.locator(shown).first().waitFor();
  await act?.(frame);
}

/** Skips questions until one of the wanted form is there. */
async function skipTo(frame: Frame, form: string): Promise<void> {
  for (let skips = 0; skips < 40 && (await frame.locator(form).count()) === 0; skips += 1) {
    const stem = await frame.locator('.stem').innerText();
    await frame.locator('footer.session button', { hasText: /^(?:Skip|Saltar)/ }).click();
    await frame.waitForFunction(
      (old) => document.querySelector<HTMLElement>('.practice .stem')?.innerText !== old,
      stem,
    );
  }
  await frame.locator(form).first().waitFor();
}

/** The class that VS Code puts on the body of a webview. */
const BODY_CLASS: Readonly<Record<Theme, string>> = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'hc-dark': 'vscode-high-contrast:not(.vscode-high-contrast-light)',
  'hc-light': 'vscode-high-contrast-light',
};

/** Findings of impact serious or critical, each with the first element it concerns. */
async function seriousProblems(frame: Frame): Promise<string[]> {
  const { violations } = await frame.evaluate(() =>
    (globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id} at ${nodes[0]?.html.slice(0, 160)} (${nodes.length}): ${nodes[0]?.failureSummary ?? ''}`,
    );
}
