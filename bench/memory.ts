// How much memory do open documents take? 200 files are read whole and hovered, one after another, in one store.
// `npm run build` first. `tsx bench/memory.ts [FILE.py ...]` opens other files than the generated ones, again and again.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openCore } from './parts/core.ts';
import { pythonOf } from './parts/texts.ts';

const OPEN = 200;
const REPORT = [1, 10, 48, 100, 200];
const HOVERS = 40;

async function main(files: readonly string[]): Promise<void> {
  const core = await openCore();
  const documents = core.documents();
  const before = heap();
  console.log(`heap with the base, no document: ${mib(before)} MiB`);
  console.log('opened   characters   kept   heap above that (MiB)   external (MiB)');
  let characters = 0;
  for (let i = 0; i < OPEN; i++) {
    const text = textOf(i, files);
    characters += text.length;
    const document = { uri: `file:///${i}.py`, version: 1, language: 'python', text };
    documents.mentionsIn(document);
    for (let at = 0; at < text.length; at += Math.ceil(text.length / HOVERS))
      documents.mentionAt(document, at);
    if (!REPORT.includes(i + 1)) continue;
    const now = heap();
    console.log(
      [
        String(i + 1).padEnd(8),
        String(characters).padEnd(12),
        String(documents.size).padEnd(6),
        mib(now - before).padEnd(23),
        mib(process.memoryUsage().arrayBuffers),
      ].join(' '),
    );
  }
}

/** Files differ in length and in the names that they hold. */
function textOf(i: number, files: readonly string[]): string {
  const file = files[i % Math.max(files.length, 1)];
  const text = file === undefined ? pythonOf(200 + (i % 7) * 200) : readFileSync(file, 'utf8');
  return Buffer.from(`# file ${i}\n${text.replaceAll('part_', `part_${i}_`)}`).toString();
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

function mib(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
