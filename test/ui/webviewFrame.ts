import type { Frame, Page } from 'playwright-core';

/**
 * The document of one of our webviews. VS Code nests it twice: a host frame whose address names the
 * extension, and inside it the frame with our HTML. Waits until an element of it is on the screen.
 */
export async function webviewFrame(page: Page, selector: string): Promise<Frame> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    for (const frame of page.frames().filter(isOurs)) {
      const shown = await frame
        .locator(selector)
        .first()
        .isVisible()
        .catch(() => false);
      if (shown) return frame;
    }
    if (Date.now() > deadline) throw new Error(`No webview of ours shows ${selector}`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

function isOurs(frame: Frame): boolean {
  return /[?&]extensionId=nlp-lens\.nlp-lens\b/.test(frame.parentFrame()?.url() ?? '');
}
