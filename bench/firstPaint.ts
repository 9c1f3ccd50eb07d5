// How long from the click on our icon until the sidebar shows its topics, and until a concept page shows its formula?
// In a real editor in Chromium; the first of each includes reading the knowledge. Run `npm run build` first.
import { openWorkbench } from '../test/ui/workbench.ts';

const RUNS = 3;

async function main(): Promise<void> {
  for (let run = 1; run <= RUNS; run += 1) {
    const vscode = await openWorkbench();
    try {
      await vscode.open('train_lora.py');
      const clicked = performance.now();
      const frame = await vscode.sidebar();
      await frame.locator('.topic').first().waitFor();
      const topics = performance.now();
      const to = { view: 'concept', id: 'lora' } as const;
      await frame.evaluate((place) => window.postMessage({ type: 'go', place }, '*'), to);
      await frame.locator('.formula math').first().waitFor();
      const page = performance.now();
      const paint = await frame.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      );
      console.log(
        `run ${run}: topics after ${Math.round(topics - clicked)} ms, page with formulas ${Math.round(page - topics)} ms more; ` +
          `first paint ${Math.round(paint)} ms after the page began`,
      );
    } finally {
      await vscode.close();
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
