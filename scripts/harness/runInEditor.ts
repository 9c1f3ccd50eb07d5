import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { plantPacks } from './plantedPacks.ts';
import { outFolder, projectRoot } from './cache.ts';
import { chromiumAdvice, chromiumFlags, ensureChromium } from './chromium.ts';
import { quietSettings, startEditorServer } from './editorServer.ts';
import { serveExtensionsToWorker } from './workerHost.ts';
import { workbenchUrl } from './workbenchUrl.ts';

/** Where extensions and suite run. */
export type ExtensionHost = 'node' | 'worker';

/** A program to run inside VS Code. */
export interface EditorProgram {
  readonly host: ExtensionHost;
  /** The bundle whose `run()` VS Code calls. */
  readonly entry: string;
  /** Folders of the extensions under development; the Node host takes one, the worker any number. */
  readonly extensions: readonly string[];
  /** A folder of installed extensions, for the Node host. */
  readonly installed?: string;
  /** Whether the workspace also holds the packs of {@link plantPacks}. */
  readonly plant?: boolean;
  readonly onLine?: (line: string) => void;
}

/** Runs a program in a fresh VS Code on a copy of samples/ and returns the lines it wrote to its console. */
export async function runInEditor(program: EditorProgram): Promise<readonly string[]> {
  const executablePath = ensureChromium();
  if (!executablePath) throw new Error(chromiumAdvice);
  mkdirSync(outFolder('editor'), { recursive: true });
  const run = mkdtempSync(outFolder('editor', `${program.host}-`));
  const folder = join(run, 'workspace');
  cpSync(join(projectRoot, 'samples'), folder, { recursive: true });
  if (program.plant) plantPacks(run, folder);
  const server = await startEditorServer({
    dataFolder: join(run, 'data'),
    settings: { ...quietSettings, 'security.workspace.trust.enabled': false },
    ...(program.installed === undefined ? {} : { extensionsFolder: program.installed }),
  });
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const lines: string[] = [];
    const ended = new Promise<readonly string[]>((resolve, reject) => {
      void page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
        const line = args.map(String).join(' ');
        lines.push(line);
        program.onLine?.(line);
      });
      void page.exposeFunction('codeAutomationExit', () => resolve(lines));
      setTimeout(
        () => reject(new Error(`no end within five minutes:\n${lines.slice(-20).join('\n')}`)),
        300_000,
      ).unref();
    });
    const { extensions, entry } = program;
    if (program.host === 'worker') {
      await serveExtensionsToWorker(context, server.port, extensions, entry);
      await page.goto(workbenchUrl(server, { folder }));
    } else {
      await page.goto(workbenchUrl(server, { folder, extension: extensions[0], tests: entry }));
    }
    return await ended;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(run, { recursive: true, force: true });
  }
}
