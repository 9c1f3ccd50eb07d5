/** Cards by the hundred in the real hover: a helper extension shows many of them at once, and each is measured. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installHelper } from '../../scripts/harness/smallExtension.ts';
import type { Workbench } from './workbench.ts';

/** A card's Markdown and how large VS Code draws it, in CSS pixels. */
export interface MeasuredCard {
  readonly markdown: string;
  readonly width: number;
  readonly height: number;
}

/** So many cards stand in one hover. */
const AT_ONCE = 40;

/** The file whose lines the helper answers for; it must be in the workspace. */
export const BATCH_FILE = 'batches.txt';

/** Writes the helper into the folder of installed extensions, before the server starts. */
export function installBatches(extensionsFolder: string, cards: readonly string[]): void {
  const folder = installHelper(extensionsFolder, 'batches', SOURCE);
  writeFileSync(join(folder, 'batches.json'), JSON.stringify(batched(cards)));
}

/** The text of {@link BATCH_FILE}: a word for every batch. */
export function batchText(cards: readonly string[]): string {
  return batched(cards)
    .map((_, index) => `line${index}.\n`)
    .join('');
}

/** Hovers every batch and measures its cards. */
export async function measureCards(vscode: Workbench, cards: readonly string[]): Promise<MeasuredCard[]> {
  await vscode.open(BATCH_FILE);
  const measured: MeasuredCard[] = [];
  for (const [index, batch] of batched(cards).entries()) {
    await vscode.hover(`line${index}.`);
    const boxes = await vscode.page
      .locator('.monaco-resizable-hover .monaco-hover:not(.hidden) .markdown-hover')
      .evaluateAll((elements) =>
        elements.map((element) => {
          const contents = element.querySelector('.hover-contents') ?? element;
          return { width: contents.clientWidth, height: element.getBoundingClientRect().height };
        }),
      );
    if (boxes.length !== batch.length)
      throw new Error(`batch ${index}: ${boxes.length} cards are drawn, ${batch.length} were given`);
    measured.push(...batch.map((markdown, i) => ({ markdown, ...boxes[i]! })));
  }
  return measured;
}

function batched(cards: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(cards.length / AT_ONCE) }, (_, i) =>
    cards.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
}

const SOURCE = `const vscode = require('vscode');
const batches = JSON.parse(require('node:fs').readFileSync(require('node:path').join(__dirname, 'batches.json'), 'utf8'));
exports.activate = (context) => {
  context.subscriptions.push(
    vscode.languages.registerHoverProvider({ pattern: '**/${BATCH_FILE}' }, {
      provideHover: (document, { line }) =>
        new vscode.Hover(batches[line].map((text) => {
          const markdown = new vscode.MarkdownString(text, true);
          markdown.isTrusted = true;
          return markdown;
        })),
    }),
  );
};
`;
