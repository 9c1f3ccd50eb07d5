// How long does VS Code take to activate our extension, beside an empty one in the same editor run?
// Loading and evaluating the bundle is included. Run `npm run build` first.
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';
import { outFolder, projectRoot } from '../scripts/harness/cache.ts';
import { emptyExtension } from '../scripts/harness/smallExtension.ts';
import { runInEditor, type EditorProgram } from '../scripts/harness/runInEditor.ts';

const RUNS = 5;

async function main(): Promise<void> {
  mkdirSync(outFolder('bench'), { recursive: true });
  const entry = outFolder('bench/activation.js');
  await build({
    entryPoints: ['bench/inEditor/activate.ts'],
    outfile: entry,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  });
  const installed = outFolder('bench/extensions');
  const others = [emptyExtension(installed), emptyExtension(installed, 'first')];
  console.log(await measure({ host: 'node', entry, extensions: [projectRoot], installed }));
  console.log(await measure({ host: 'worker', entry, extensions: [projectRoot, ...others] }));
}

async function measure(program: EditorProgram): Promise<string> {
  const ours: number[] = [];
  const empty: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const lines = await runInEditor(program);
    const json = lines
      .map((line) => /^activation (\{.*\})$/.exec(line)?.[1])
      .find((each) => each !== undefined);
    if (json === undefined) throw new Error(`no figures:\n${lines.slice(-20).join('\n')}`);
    const times = JSON.parse(json) as { ours: number; empty: number };
    ours.push(times.ours);
    empty.push(times.empty);
  }
  return `${program.host.padEnd(6)}  ours ${summary(ours)}   empty ${summary(empty)}   (${RUNS} editor runs)`;
}

function summary(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (index: number): string => (sorted[index] ?? 0).toFixed(1);
  return `${at(Math.floor(sorted.length / 2))} ms (${at(0)} to ${at(sorted.length - 1)})`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
