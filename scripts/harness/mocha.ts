import { join } from 'node:path';
import { startChild } from './children.ts';
import { projectRoot } from './cache.ts';
import type { Counts } from './counts.ts';

/** Runs mocha with one of our configurations, shows what it prints and counts. A pending test is a failure. */
export async function runMocha(config: string, environment: NodeJS.ProcessEnv = {}): Promise<Counts> {
  const mocha = join(projectRoot, 'node_modules/mocha/bin/mocha.js');
  const child = startChild(process.execPath, [mocha, '--config', config, '--color', '--forbid-pending'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  child.stdout?.on('data', (data: Buffer) => {
    output += data.toString();
    process.stdout.write(data);
  });
  const code = await new Promise((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  const count = (word: string): number =>
    Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(plain(output))?.[1] ?? 0);
  const failed = count('failing');
  return { passed: count('passing'), failed: code !== 0 && failed === 0 ? 1 : failed };
}

function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
