// npm start: installs, builds and opens the extension on samples/ in a real VS Code.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installDependencies } from './harness/dependencies.mjs';

const root = join(import.meta.dirname, '..');

try {
  installDependencies(root);
  console.log('Building …');
  const build = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) throw new Error('The build failed: its message above says where.');
  await import('tsx');
  await import('./open.ts');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
