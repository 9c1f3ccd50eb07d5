import type { Page } from 'playwright-core';

/** A text of the open file, or a position; `line` and `column` count from 1, as the status bar does. */
export type Place =
  | { readonly text: string; readonly line?: number; readonly occurrence?: number }
  | { readonly line: number; readonly column: number };

/** A position of the open file, counted from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Where a place is in the text of the file: the first occurrence, or the one on `line`, or the nth. */
export function locate(source: string, place: Place): Spot {
  if (!('text' in place)) return place;
  const spots = source.split('\n').flatMap((line, index) => {
    const found: Spot[] = [];
    for (let at = line.indexOf(place.text); at >= 0; at = line.indexOf(place.text, at + 1)) {
      found.push({ line: index + 1, column: at + 1 });
    }
    return found;
  });
  const wanted = spots.filter(({ line }) => place.line === undefined || line === place.line)[
    (place.occurrence ?? 1) - 1
  ];
  if (!wanted) throw new Error(`"${place.text}" is not in the open file (${JSON.stringify(place)})`);
  return wanted;
}

/** Puts the cursor there and waits until the editor shows it. */
export async function goTo(page: Page, { line, column }: Spot): Promise<void> {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget:visible input.input');
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  const status = page.locator('[id="status.editor.selection"]', {
    hasText: new RegExp(`Ln ${line}, Col ${column}\\b`),
  });
  await status.waitFor();
}

/** The page's rectangle of the cursor, once it has stopped moving. */
export async function cursorBox(
  page: Page,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const cursor = page.locator('.editor-group-container.active .editor-container .cursor').first();
  await cursor.waitFor({ state: 'attached' });
  for (let last = '', same = 0; ;) {
    const box = await cursor.evaluate(
      (element) =>
        new Promise<DOMRect>((resolve) =>
          requestAnimationFrame(() => resolve(element.getBoundingClientRect())),
        ),
    );
    const now = JSON.stringify(box);
    same = now === last ? same + 1 : 0;
    last = now;
    if (same === 3) return { x: box.x, y: box.y, width: box.width, height: box.height };
  }
}
