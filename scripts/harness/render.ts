import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumAdvice, chromiumFlags, ensureChromium } from './chromium.ts';

/** Renders an SVG file to a square PNG with a transparent ground. */
export async function renderSvg(svgFile: string, pngFile: string, size: number): Promise<void> {
  const executablePath = ensureChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  try {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = readFileSync(svgFile, 'utf8').replace(
      '<svg ',
      `<svg width="${size}" height="${size}" style="display:block" `,
    );
    await page.setContent(`<body style="margin:0">${svg}`);
    await page.screenshot({ path: pngFile, omitBackground: true });
  } finally {
    await browser.close();
  }
}
