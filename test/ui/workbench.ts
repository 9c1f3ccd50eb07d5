/**
 * Drives a real VS Code in a real browser. A test reads like a user's session:
 *
 *   const vscode = await openWorkbench({ language: 'es' });      // samples/, our extension, one server, one Chromium
 *   await vscode.open('train_lora.py');                          // quick open; notebooks too
 *   const card = await vscode.hover('LoraConfig('); // { text, html, box, images } as on the page
 *   await vscode.command('NLP Lens: Search Concepts');           // the command palette
 *   const picks = await vscode.type('atención', /attention/i);   // rows of the quick pick, once the first matches
 *   const frame = await vscode.sidebar();                        // Playwright frame of our webview view
 *   await frame.getByRole('button', { name: 'Practice' }).click();
 *   await vscode.settings({ 'nlpLens.language': 'en' });         // as if the user edited settings.json
 *   await vscode.reload();                                       // the window; storage is kept
 *   await vscode.picture('card-dark');                           // out/screenshots/card-dark.png
 *   vscode.problems();                                           // console errors and CSP violations of our parts
 *   await vscode.close();
 *
 * Everything waits on a condition. `vscode.page` is Playwright's page for whatever is missing here.
 * `language` is our own setting `nlpLens.language`: VS Code's Spanish language pack is not on the npm registry,
 * so menus stay in English here. The extension must be built first (`npm run build`).
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Frame, type Page } from 'playwright-core';
import { outFolder, projectRoot } from '../../scripts/harness/cache.ts';
import { chromiumAdvice, chromiumFlags, ensureChromium } from '../../scripts/harness/chromium.ts';
import { quietSettings, startEditorServer } from '../../scripts/harness/editorServer.ts';
import { workbenchUrl } from '../../scripts/harness/workbenchUrl.ts';
import { goTo, locate, type Place } from './editorText.ts';
import { hoverAt, hoverVisibleText, type Card } from './hoverCard.ts';
import { runCommand, typeInQuickPick } from './quickInput.ts';
import { installSettingsHelper, type Settings } from './userSettings.ts';
import { webviewFrame } from './webviewFrame.ts';

/** How the workbench starts; everything has a sensible default. */
export interface WorkbenchOptions {
  readonly language?: 'auto' | 'es' | 'en';
  readonly theme?: Theme;
  readonly settings?: Settings;
  /** Folder copied to a throw-away workspace; `samples/` by default. */
  readonly folder?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel; 2 for pictures. */
  readonly scale?: number;
  /** A folder with the extension installed from a .vsix, instead of the development folder. */
  readonly extensionsFolder?: string;
  /** Puts further helper extensions into the folder of installed ones. */
  readonly install?: (extensionsFolder: string) => void;
}

/** Names of VS Code's own themes, one of each kind. */
export const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
} as const;

/** The four kinds of theme that VS Code tells an extension about. */
export type Theme = keyof typeof themes;

/** A running VS Code, and what a user can do with it. */
export interface Workbench {
  readonly page: Page;
  /** The throw-away workspace on disk: edit a file there and the editor sees it. */
  readonly workspace: string;
  readonly open: (file: string) => Promise<void>;
  /** Puts the cursor on a text of the open file (or on `line`/`column`, from 1) and shows it. */
  readonly goTo: (place: Place) => Promise<void>;
  /** Hovers a text of the open file with the mouse and reads the card; throws when none appears. */
  readonly hover: (
    text: string,
    where?: { readonly line?: number; readonly occurrence?: number },
  ) => Promise<Card>;
  /** Hovers a text that is on the screen already, in a notebook cell for example. */
  readonly hoverVisible: (text: string) => Promise<Card>;
  /** Runs a command by its palette title. */
  readonly command: (title: string) => Promise<void>;
  /** Types in the open quick pick, waits until the first row matches, and returns all the rows' texts. */
  readonly type: (text: string, expected: RegExp) => Promise<readonly string[]>;
  /** Opens our view in the side bar and returns the frame of its document. */
  readonly sidebar: () => Promise<Frame>;
  /** The frame of our webview that already shows an element matching a selector. */
  readonly frame: (selector: string) => Promise<Frame>;
  /** Changes the user's settings, and resolves when VS Code has taken them. */
  readonly settings: (changes: Settings) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Writes out/screenshots/<name>.png and returns its path. */
  readonly picture: (name: string, clip?: Clip) => Promise<string>;
  /** Texts of the notifications on the screen. */
  readonly notifications: () => Promise<readonly string[]>;
  /** Errors of the console that concern us. */
  readonly problems: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** A rectangle of the page in CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Starts server and browser, opens the workspace and waits until our extension is known to the workbench. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const executablePath = ensureChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  mkdirSync(outFolder('ui'), { recursive: true });
  const run = mkdtempSync(outFolder('ui', 'run-'));
  const workspace = join(run, 'workspace');
  cpSync(options.folder ?? join(projectRoot, 'samples'), workspace, { recursive: true });
  const extensionsFolder = options.extensionsFolder ?? join(run, 'extensions');
  const applySettings = options.extensionsFolder ? undefined : installSettingsHelper(extensionsFolder);
  options.install?.(extensionsFolder);
  const server = await startEditorServer({
    dataFolder: join(run, 'data'),
    settings: initialSettings(options),
    extensionsFolder,
  });
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // The TypeScript loader names functions with a helper that does not exist in the page.
  await context.addInitScript('globalThis.__name ??= (f) => f');
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const problems = collectProblems(page);
  const extension = options.extensionsFolder ? undefined : projectRoot;
  await page.goto(workbenchUrl(server, { folder: workspace, extension }));
  await ready(page);
  // VS Code does not look at the theme of settings.json when it starts in the browser; a change it does see.
  await applySettings?.({ 'workbench.colorTheme': themes[options.theme ?? 'dark'] });

  let openFile = '';
  const textOf = (): string => readFileSync(join(workspace, openFile), 'utf8');
  return {
    page,
    workspace,
    open: async (file) => {
      const input = page.locator('.quick-input-widget:visible input.input');
      // Right after the workspace was trusted the key may meet an editor that is being replaced.
      for (let attempt = 0; attempt < 5 && !(await input.isVisible()); attempt++) {
        await page.keyboard.press('Control+P');
        await input.waitFor({ timeout: 5000 }).catch(() => undefined);
      }
      await typeInQuickPick(page, file, new RegExp(`(^|\\s)${escape(file)}`));
      await page.keyboard.press('Enter');
      await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
      await page
        .locator('.editor-group-container.active .view-line, .notebookOverlay .view-line')
        .first()
        .waitFor();
      openFile = file;
    },
    goTo: (place) => goTo(page, locate(textOf(), place)),
    hover: (text, where = {}) => hoverAt(page, locate(textOf(), { text, ...where })),
    hoverVisible: (text) => hoverVisibleText(page, text),
    command: (title) => runCommand(page, title),
    type: (text, expected) => typeInQuickPick(page, text, expected),
    sidebar: async () => {
      const tab = page.locator('.activitybar .action-item', {
        has: page.locator('[aria-label^="NLP Lens"]'),
      });
      if (!(await tab.first().getAttribute('class'))?.includes('checked')) await tab.first().click();
      return webviewFrame(page, 'body *');
    },
    frame: (selector) => webviewFrame(page, selector),
    settings: async (changes) => {
      if (!applySettings)
        throw new Error('an installed extension is tested with the settings it started with');
      await applySettings(changes);
    },
    reload: async () => {
      await page.reload();
      await ready(page);
    },
    picture: async (name, clip) => {
      const path = outFolder('screenshots', `${name}.png`);
      await page.screenshot({ path, ...(clip ? { clip } : {}) });
      return path;
    },
    notifications: () => page.locator('.notification-toast .notification-list-item-message').allInnerTexts(),
    problems: () => problems,
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(run, { recursive: true, force: true });
    },
  };
}

function initialSettings(options: WorkbenchOptions): Settings {
  return {
    ...quietSettings,
    'security.workspace.trust.enabled': false,
    'window.autoDetectColorScheme': false,
    'nlpLens.language': options.language ?? 'en',
    'editor.minimap.enabled': false,
    ...options.settings,
  };
}

/** The icon of our view comes from the manifest: when it is there, the extension is registered. */
async function ready(page: Page): Promise<void> {
  await page.locator('.activitybar [aria-label^="NLP Lens"]').first().waitFor({ timeout: 60_000 });
}

function collectProblems(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && /nlp-?lens|Content Security Policy/i.test(text)) problems.push(text);
  });
  return problems;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
