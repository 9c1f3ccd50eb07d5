import type { Page } from 'playwright-core';
import { outFolder } from '../../scripts/harness/cache.ts';
import { cursorBox, goTo, type Spot } from './editorText.ts';

/** The hover as the user sees it: everything in the widget, the language server's part included. */
export interface Card {
  readonly text: string;
  readonly html: string;
  /** Rectangle of the widget in CSS pixels. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** True when part of the card is below the fold of the widget. */
  readonly scrolls: boolean;
  /** Alternative texts of the pictures that have been loaded. */
  readonly images: readonly string[];
}

const WIDGET = '.monaco-resizable-hover .monaco-hover:not(.hidden)';

/** Hovers a position of the active editor with the mouse. */
export async function hoverAt(page: Page, spot: Spot): Promise<Card> {
  await leave(page);
  await goTo(page, spot);
  const cursor = await cursorBox(page);
  return point(page, cursor.x + 3, cursor.y + cursor.height / 2);
}

/** Hovers the first visible occurrence of a text in any editor on the screen, such as a notebook cell. */
export async function hoverVisibleText(page: Page, text: string): Promise<Card> {
  await leave(page);
  const line = page.locator('.view-line', { hasText: text }).first();
  await line.scrollIntoViewIfNeeded();
  const spot = await line.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const whole = nodes.map((node) => (node.textContent ?? '').replace(/\u00a0/g, ' ')).join('');
    let rest = whole.indexOf(wanted);
    const node = nodes.find((each) => {
      const length = (each.textContent ?? '').length;
      if (rest < length) return true;
      rest -= length;
      return false;
    });
    const range = document.createRange();
    range.setStart(node!, rest);
    range.setEnd(node!, rest + 1);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, text);
  return point(page, spot.x, spot.y);
}

async function point(page: Page, x: number, y: number): Promise<Card> {
  await page.mouse.move(x, y, { steps: 3 });
  const widget = page.locator(WIDGET).first();
  try {
    await widget.locator('.hover-contents').first().waitFor({ timeout: 20_000 });
  } catch {
    const picture = outFolder('screenshots', 'no-hover.png');
    await page.screenshot({ path: picture });
    throw new Error(`no hover at ${Math.round(x)}, ${Math.round(y)}: see ${picture}`);
  }
  await page.waitForFunction((selector) => {
    const shown = document.querySelector(selector);
    return (
      shown !== null &&
      !/Loading\.\.\./.test(shown.textContent ?? '') &&
      [...shown.querySelectorAll('img')].every((image) => image.complete)
    );
  }, WIDGET);
  const box = (await widget.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const read = await widget.evaluate((element) => ({
    text: (element as HTMLElement).innerText.replace(/\u00a0/g, ' '),
    html: element.innerHTML,
    scrolls: [...element.querySelectorAll('.scrollbar.vertical')].some(
      (bar) => !bar.classList.contains('invisible'),
    ),
    images: [...element.querySelectorAll('img')]
      .filter((image) => image.naturalWidth > 0)
      .map((image) => image.alt),
  }));
  return { ...read, box };
}

/** An earlier hover would answer for the next one: go away and wait until it is gone. */
async function leave(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.waitForFunction((selector) => document.querySelector(selector) === null, WIDGET);
}
