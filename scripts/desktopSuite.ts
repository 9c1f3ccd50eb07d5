// npm run test:desktop: the suite of test/editor in the desktop VS Code that @vscode/test-electron downloads.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { cacheFolder, projectRoot } from './harness/cache.ts';
import { coursePackExtension, plantPacks } from './harness/plantedPacks.ts';

async function main(): Promise<void> {
  const run = mkdtempSync(join(tmpdir(), 'nlp-lens-'));
  const folder = join(run, 'workspace');
  cpSync(join(projectRoot, 'samples'), folder, { recursive: true });
  plantPacks(run, folder);
  try {
    await runTests({
      cachePath: cacheFolder(),
      extensionDevelopmentPath: [projectRoot, coursePackExtension(run)],
      extensionTestsPath: join(projectRoot, 'out/test/editor/index.js'),
      launchArgs: [
        folder,
        '--disable-workspace-trust',
        '--disable-extensions',
        `--user-data-dir=${join(run, 'data')}`,
      ],
    });
  } finally {
    rmSync(run, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
