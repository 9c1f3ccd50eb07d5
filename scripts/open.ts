// The last step of npm start: opens the built extension on samples/, in the user's own VS Code or else in the browser.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { outFolder, projectRoot } from './harness/cache.ts';
import { findDesktop, openDesktop } from './harness/desktop.ts';
import { quietSettings, startEditorServer } from './harness/editorServer.ts';
import { workbenchUrl } from './harness/workbenchUrl.ts';

/** The port asked for first, so that the address stays the same from one day to the next. */
const PORT = 8990;

async function openSamples(): Promise<void> {
  const samples = join(projectRoot, 'samples');
  const desktop = findDesktop();
  if ('command' in desktop) {
    console.log(`Opening samples/ in ${desktop.command}. Hover LoraConfig in train_lora.py.`);
    if (await openDesktop(desktop.command, projectRoot, samples)) return;
    console.log(`${desktop.command} did not open: using VS Code in the browser instead.`);
  } else {
    console.log(`VS Code in the browser (${desktop.missing}).`);
  }
  const server = await startEditorServer({
    dataFolder: outFolder('start'),
    settings: { ...quietSettings, 'security.workspace.trust.enabled': false },
    port: PORT,
    token: randomBytes(12).toString('hex'),
  });
  console.log(`\nOpen this address in a browser, then hover LoraConfig in train_lora.py:\n`);
  console.log(`  ${workbenchUrl(server, { folder: samples, extension: projectRoot })}\n`);
  console.log('Ctrl+C stops it.');
}

openSamples().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
