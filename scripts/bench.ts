// npm run bench [name ...]: runs the measurements of bench/, one file each; they print figures and assert nothing.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './harness/children.ts';
import { projectRoot } from './harness/cache.ts';

async function main(wanted: readonly string[]): Promise<void> {
  const files = readdirSync(join(projectRoot, 'bench')).filter((file) => file.endsWith('.ts'));
  const names = files.map((file) => file.replace(/\.ts$/, ''));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no bench ${unknown.join(', ')}: ${names.join(', ')}`);
  for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    console.log(`\n=== ${name}`);
    const code = await run(join(projectRoot, 'bench', `${name}.ts`));
    if (code !== 0) process.exitCode = 1;
  }
}

function run(file: string): Promise<number> {
  const child = startChild(process.execPath, ['--import', 'tsx', file], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
