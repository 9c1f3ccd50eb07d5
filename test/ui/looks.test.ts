import assert from 'node:assert/strict';
import { openWorkbench, themes, type Theme, type Workbench } from './workbench.ts';

/** Class of the workbench by which VS Code itself tells the kind of theme. */
const kinds: Readonly<Record<Theme, string>> = {
  dark: 'vs-dark',
  light: 'vs',
  'hc-dark': 'hc-black',
  'hc-light': 'hc-light',
};

/** Pictures of the card and of a concept page in every kind of theme and both languages, in out/screenshots/. */
describe('looks', () => {
  let vscode: Workbench;
  before(async () => {
    vscode = await openWorkbench({ settings: { 'workbench.sideBar.location': 'right' } });
    await vscode.open('train_lora.py');
    await vscode.command('NLP Lens: Search Concepts');
    await vscode.type('LoRA', /^LoRA/);
    await vscode.page.keyboard.press('Enter');
    await vscode.frame('article.concept h1');
  });
  after(() => vscode?.close());

  for (const theme of Object.keys(themes) as Theme[]) {
    for (const language of ['en', 'es'] as const) {
      it(`${theme}, ${language}`, async () => {
        await vscode.settings({ 'workbench.colorTheme': themes[theme], 'nlpLens.language': language });
        await vscode.page.locator(`.monaco-workbench.${kinds[theme]}`).first().waitFor();
        const frame = await vscode.frame(`main[lang="${language}"] article.concept h1`);
        const card = await vscode.hover('LoraConfig(');
        await vscode.picture(`lora-${theme}-${language}`);
        assert.match(card.text, /LoRA/);
        const { ink, ground } = await frame.evaluate(() => {
          const style = getComputedStyle(document.body);
          return {
            ink: style.color,
            ground: getComputedStyle(document.documentElement).getPropertyValue(
              '--vscode-sideBar-background',
            ),
          };
        });
        assert.notEqual(ink, ground, 'the page cannot be read');
      });
    }
  }
});
