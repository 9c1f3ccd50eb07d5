import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Flags that keep a headless Chromium quiet, offline and able to run as root in a container. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-features=LocalNetworkAccessChecks',
] as const;

/** What to do where no Chromium can be installed by us. */
export const chromiumAdvice =
  'Chromium was not found. Install it (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium) ' +
  'or set CHROMIUM_PATH to a Chromium or Chrome.';

/** The path of a Chromium, installing Debian's where we may (root, apt-get); undefined when there is none. */
export function ensureChromium(): string | undefined {
  return findChromium() ?? (installFromDebian() ? findChromium() : undefined);
}

function findChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    process.env['CHROMIUM_PATH'] ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((file) => file !== '' && existsSync(file));
}

function installFromDebian(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  console.log('Installing Chromium (apt-get install chromium) …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
  ].every((args) => {
    const result = spawnSync('apt-get', args, { env: environment, encoding: 'utf8' });
    if (result.status !== 0) console.error(`apt-get ${args[0]} failed:\n${result.stderr}`);
    return result.status === 0;
  });
}
