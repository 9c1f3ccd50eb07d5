import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { EXPLORABLES } from '../../src/core/explorables/explorables.ts';
import type { Place } from '../../src/core/stop.ts';
import { openWorkbench, themes, type Theme, type Workbench } from './workbench.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every view of the page, and what shows that it has arrived. */
const VIEWS: Readonly<Record<string, { readonly place: Place; readonly shown: string }>> = {
  browse: { place: { view: 'browse', query: '' }, shown: '.topic' },
  search: { place: { view: 'browse', query: 'attention' }, shown: '.hits li' },
  concept: { place: { view: 'concept', id: 'lora' }, shown: '.formula math' },
  map: { place: { view: 'map', topic: 'attention' }, shown: '.map .line' },
  practice: { place: { view: 'practice', concepts: ['lora'] }, shown: '.stem' },
  progress: { place: { view: 'progress' }, shown: '.topic-row' },
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
        vscode.settings({ 'workbench.colorTheme': themes[theme], 'nlpLens.language': lang });
        await frame.locator(`body.${BODY_CLASS[theme]}`).waitFor();
        await frame.locator(`main[lang=${lang}]`).waitFor();
        const found: string[] = [];
        for (const [name, { place, shown }] of Object.entries(VIEWS)) {
          await frame.evaluate((to) => window.postMessage({ type: 'go', place: to }, '*'), place);
          await frame.locator(shown).first().waitFor();
          found.push(...(await seriousProblems(frame)).map((problem) => `${name}: ${problem}`));
          await vscode.picture(`${name}-${theme}-${lang}`);
        }
        assert.deepEqual(found, []);
      });
    }
  }
});

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
