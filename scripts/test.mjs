// npm test: installs, builds and runs every suite; `npm test -- core ui` runs some of them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installDependencies } from './harness/dependencies.mjs';

const root = join(import.meta.dirname, '..');
process.chdir(root);

try {
  installDependencies(root);
  for (const args of [['esbuild.mjs'], ['esbuild.mjs', '--only=tests']]) {
    const build = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (build.status !== 0) throw new Error('The build failed: its message above says where.');
  }
  await import('tsx');
  await import('./testAll.ts');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
