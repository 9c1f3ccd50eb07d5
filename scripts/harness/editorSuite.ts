import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { outFolder, projectRoot } from './cache.ts';
import { chromiumAdvice, chromiumFlags, ensureChromium } from './chromium.ts';
import { quietSettings, startEditorServer } from './editorServer.ts';
import { serveExtensionToWorker } from './workerHost.ts';
import { workbenchUrl } from './workbenchUrl.ts';

/** Where the suite and the extension run. */
export type ExtensionHost = 'node' | 'worker';

/** How many tests passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs out/test/editor/index.js inside a real VS Code and prints what it prints. */
export async function runEditorSuite(host: ExtensionHost): Promise<Counts> {
  const executablePath = ensureChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  mkdirSync(outFolder('editor'), { recursive: true });
  const run = mkdtempSync(outFolder('editor', `${host}-`));
  const folder = join(run, 'workspace');
  cpSync(join(projectRoot, 'samples'), folder, { recursive: true });
  const settings = { ...quietSettings, 'security.workspace.trust.enabled': false };
  const server = await startEditorServer({ dataFolder: join(run, 'data'), settings });
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const ended = new Promise<Counts>((resolve, reject) => {
      let counts: SuiteResult | undefined;
      const said: string[] = [];
      void page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
        const text = args.map(String).join(' ');
        said.push(text);
        counts = readCounts(text) ?? counts;
        if (/^ {2}[✔✘]/.test(text)) console.log(text);
      });
      void page.exposeFunction('codeAutomationExit', (code: number) => {
        if (counts && counts.host !== host) reject(new Error(`the suite ran in the ${counts.host} host`));
        else if (counts) resolve(counts);
        else
          reject(
            new Error(`VS Code ended with code ${code} before the suite had:\n${said.slice(-20).join('\n')}`),
          );
      });
      setTimeout(() => reject(new Error('the suite did not end within five minutes')), 300_000).unref();
    });
    if (host === 'worker') await serveExtensionToWorker(context, server.port);
    const sources = { extension: projectRoot, tests: join(projectRoot, 'out/test/editor/index.js') };
    await page.goto(workbenchUrl(server, { folder, ...(host === 'node' ? sources : {}) }));
    return await ended;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(run, { recursive: true, force: true });
  }
}

type SuiteResult = Counts & { readonly host: ExtensionHost };

/** The suite says its counts in one line: see COUNTS in test/editor/run.ts. */
function readCounts(text: string): SuiteResult | undefined {
  const json = /^nlp-lens-editor-suite (\{.*\})$/.exec(text)?.[1];
  return json === undefined ? undefined : (JSON.parse(json) as SuiteResult);
}
