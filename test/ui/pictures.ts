// npm run pictures: the README's pictures and the icon, made by the driver of the UI tests. Build first.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/harness/cache.ts';
import { renderSvg } from '../../scripts/harness/render.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const media = (name: string): string => join(projectRoot, 'media', name);

async function main(): Promise<void> {
  // The size that the marketplaces ask for; twice as large it would be three times as heavy.
  await renderSvg(media('icon.svg'), media('icon.png'), 128);
  for (const language of ['en', 'es'] as const) {
    const vscode = await openWorkbench({
      language,
      theme: language === 'en' ? 'dark' : 'light',
      size: { width: 1400, height: 780 },
      scale: 1.25,
      settings: { 'workbench.sideBar.location': 'right', 'window.commandCenter': false },
    });
    try {
      await take(vscode, language);
    } finally {
      await vscode.close();
    }
  }
}

/** The card over LoraConfig beside its concept page, and the search. */
async function take(vscode: Workbench, language: 'en' | 'es'): Promise<void> {
  await vscode.open('train_lora.py');
  await vscode.command('NLP Lens: Search Concepts');
  // Each picture searches in the other language: one index serves both.
  await vscode.type(language === 'en' ? 'atención' : 'attention', /aten[ct]/i);
  copyFileSync(await vscode.picture(`search-${language}`), media(`search-${language}.png`));
  await vscode.type('LoRA', /^LoRA/);
  await vscode.page.keyboard.press('Enter');
  await vscode.frame('article.concept h1');
  await vscode.hover('LoraConfig(');
  copyFileSync(await vscode.picture(`card-${language}`), media(`card-${language}.png`));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
