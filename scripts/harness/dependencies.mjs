// Installs the project's own dependencies. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Brings `node_modules` in line with `package-lock.json`, and does nothing when it already is.
 * A linked `node_modules` belongs to somebody else and is left alone.
 * @param {string} root folder of package.json
 */
export function installDependencies(root) {
  if (!isStale(root)) return;
  console.log('Installing the dependencies of package-lock.json (npm ci) …');
  const started = Date.now();
  const args = ['ci', '--no-audit', '--no-fund'];
  const windows = process.platform === 'win32';
  const result = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  if (result.status !== 0)
    throw new Error('npm ci failed: its message above says why. Node 20.19 or newer is needed.');
  console.log(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** npm keeps what it installed in a hidden lock file: compare it with ours, package by package. */
function isStale(root) {
  const modules = join(root, 'node_modules');
  if (!existsSync(modules)) return true;
  if (lstatSync(modules).isSymbolicLink()) return false;
  const hidden = join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return true;
  const installed = packagesOf(hidden);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).some(
    ([path, { version, optional }]) => path !== '' && !optional && installed[path]?.version !== version,
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
