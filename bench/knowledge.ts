// How long does each file of knowledge take to decode, first in a fresh process and then again, and how long is the
// longest step? Others can have their turn between steps. Run `npm run build` first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/harness/cache.ts';
import { readContextFile } from '../src/core/contextFile.ts';
import { readLzma } from '../src/core/lzma.ts';
import { readPageFile } from '../src/core/pageFile.ts';

const NAMES = ['core.json', 'apis.json', 'search.bin', 'pages.json', 'formulas.json', 'sources.json'];

for (const name of NAMES) {
  const file = readFileSync(join(projectRoot, 'dist/knowledge', `${name}.lzma`));
  const [first, again] = [timed(readLzma(file)), timed(readLzma(file))];
  console.log(`${name.padEnd(14)} ${spent(first)}   again ${spent(again)}`);
  if (name === 'pages.json') console.log(`  its words    ${spent(timed(readPageFile(again.value)))}`);
  if (name === 'apis.json') console.log(`  its words    ${spent(timed(readContextFile(again.value)))}`);
}

interface Timed<T> {
  readonly value: T;
  readonly all: number;
  readonly longest: number;
}

function timed<T>(steps: Generator<void, T>): Timed<T> {
  const start = performance.now();
  let longest = 0;
  for (let since = start; ;) {
    const step = steps.next();
    const now = performance.now();
    longest = Math.max(longest, now - since);
    since = now;
    if (step.done === true) return { value: step.value, all: now - start, longest };
  }
}

function spent({ all, longest }: Timed<unknown>): string {
  return `${all.toFixed(1).padStart(6)} ms, longest step ${longest.toFixed(1).padStart(4)} ms`;
}
