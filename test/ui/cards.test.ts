import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allCards } from './allCards.ts';
import { BATCH_FILE, batchText, installBatches, measureCards } from './cardBatches.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** A card taller than this hides the code that it explains. */
const BUDGET = { width: 750, height: 250 };

/** `npm run test:cards` measures every card; here one in many stands for them. */
const SAMPLE = 60;

describe('cards fit', () => {
  let vscode: Workbench;
  const every = allCards();
  const cards = process.env['NLP_LENS_ALL_CARDS'] ? every : every.filter((_, i) => i % SAMPLE === 0);
  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nlp-lens-cards-'));
    const texts = cards.map(({ markdown }) => markdown);
    writeFileSync(join(folder, BATCH_FILE), batchText(texts));
    vscode = await openWorkbench({
      folder,
      install: (extensionsFolder) => installBatches(extensionsFolder, texts),
      size: { width: 1280, height: 800 },
    });
  });
  after(() => vscode?.close());

  it(`${cards.length} cards are at most ${BUDGET.width} × ${BUDGET.height} px`, async function () {
    this.timeout(600_000);
    const measured = await measureCards(
      vscode,
      cards.map(({ markdown }) => markdown),
    );
    const heights = measured.map(({ height }) => height).sort((a, b) => a - b);
    console.log(
      `      height: median ${heights[Math.floor(heights.length / 2)]} px, largest ${heights.at(-1)} px`,
    );
    const large = measured.flatMap(({ width, height }, i) =>
      width > BUDGET.width || height > BUDGET.height
        ? [`${cards[i]!.name}: ${width} × ${Math.round(height)}`]
        : [],
    );
    assert.deepEqual(large, []);
  });
});
