import type { Page } from 'playwright-core';

/** Runs a command by its title in the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible input.input');
  const row = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: title }).first();
  for (let attempt = 0; ; attempt++) {
    await page.keyboard.press('F1');
    try {
      await input.waitFor({ timeout: 5000 });
      await input.fill(`>${title}`, { timeout: 5000 });
      await row.waitFor({ timeout: 5000 });
      break;
    } catch (error) {
      // Right after a reload the palette may close by itself, or open before the commands of extensions are known.
      if (attempt === 5) throw error;
      await page.keyboard.press('Escape');
      await input.waitFor({ state: 'hidden' });
    }
  }
  await row.click();
  await row.waitFor({ state: 'detached' });
}

/** Types in the open quick pick and returns its rows as soon as the first of them matches. */
export async function typeInQuickPick(
  page: Page,
  text: string,
  expected: RegExp,
): Promise<readonly string[]> {
  const input = page.locator('.quick-input-widget:visible input.input');
  const rows = page.locator('.quick-input-widget:visible .monaco-list-row');
  await input.waitFor();
  for (let attempt = 0; ; attempt++) {
    await input.fill(text);
    try {
      await rows.first().filter({ hasText: expected }).waitFor({ timeout: 10_000 });
      break;
    } catch (error) {
      const value = await input.inputValue({ timeout: 5000 });
      // What was typed may have met the palette that had just been used, on its way out; in ours it stays.
      if (value !== text && attempt < 2) continue;
      const shown = (await rows.allInnerTexts()).slice(0, 3).join(' | ').replace(/\s+/g, ' ');
      throw new Error(`"${value}" is typed, and what is shown is: ${shown || 'nothing'}`, { cause: error });
    }
  }
  return (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
}
