import type { Page } from 'playwright-core';

/** Runs a command by its title in the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget:visible input.input');
  await input.waitFor();
  await input.fill(`>${title}`);
  const row = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: title }).first();
  await row.waitFor();
  await row.click();
  await row.waitFor({ state: 'detached' });
}

/** Types in the open quick pick and returns its rows as soon as one of them matches. */
export async function typeInQuickPick(
  page: Page,
  text: string,
  expected: RegExp,
): Promise<readonly string[]> {
  const input = page.locator('.quick-input-widget:visible input.input');
  await input.waitFor();
  await input.fill(text);
  const rows = page.locator('.quick-input-widget:visible .monaco-list-row');
  await rows.filter({ hasText: expected }).first().waitFor();
  return (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
}
