import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder } from './cache.ts';
import type { Counts } from './counts.ts';
import { runEditorSuite } from './editorSuite.ts';
import { serverEnvironment } from './editorServer.ts';
import { runMocha } from './mocha.ts';
import { installVscodeServer } from './vscodeServer.ts';
import { buildVsix, sameBytes } from './vsix.ts';

/** Packs the extension twice, installs it as a user would, and runs the suites against what was installed. */
export async function runPackagedSuite(): Promise<Counts> {
  mkdirSync(outFolder('packaged'), { recursive: true });
  const run = mkdtempSync(outFolder('packaged', 'run-'));
  try {
    const vsix = await buildVsix(join(run, 'nlp-lens.vsix'));
    const same = sameBytes(vsix, await buildVsix(join(run, 'again.vsix')));
    console.log(
      `  ${same ? '✔' : '✘'} two builds give the same bytes (${(vsix.bytes / 1024).toFixed(0)} KB)`,
    );
    const installed = await install(vsix.path, run);
    const unpacked = readdirSync(installed).find((name) => name.startsWith('nlp-lens.nlp-lens-'));
    if (!unpacked) throw new Error(`the package was not installed in ${installed}`);
    console.log('  installed, in the Node extension host:');
    const node = await runEditorSuite({ host: 'node', installed });
    console.log('  installed, in the browser worker:');
    const worker = await runEditorSuite({ host: 'worker', extensions: [join(installed, unpacked)] });
    const ui = await runMocha('test/packaged/.mocharc.json', { NLP_LENS_INSTALLED: installed });
    return [node, worker, ui].reduce(
      (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
      { passed: same ? 1 : 0, failed: same ? 0 : 1 },
    );
  } finally {
    rmSync(run, { recursive: true, force: true });
  }
}

async function install(vsix: string, run: string): Promise<string> {
  const { node, main } = await installVscodeServer();
  const folder = join(run, 'extensions');
  const args = [
    main,
    '--install-extension',
    vsix,
    '--extensions-dir',
    folder,
    '--server-data-dir',
    join(run, 'data'),
  ];
  const result = spawnSync(node, [...args, '--accept-server-license-terms'], {
    encoding: 'utf8',
    env: serverEnvironment(),
  });
  if (result.status !== 0)
    throw new Error(`VS Code does not install the package:\n${result.stdout}${result.stderr}`);
  return folder;
}
