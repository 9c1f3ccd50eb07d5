// How fast is a whole file read, in MB/s, beside the floor: a plain scan of its identifiers with a look-up in a Set?
// `npm run build` first. `tsx bench/mentions.ts [FILE.py ...]` measures other files than the generated ones.
import { readFileSync } from 'node:fs';
import { openCore, type Core } from './parts/core.ts';
import { pythonOf } from './parts/texts.ts';

const ROUNDS = 25;
/** So long at the least: short texts take many rounds until the engine has compiled all code. */
const LONG_MS = 3000;

async function main(files: readonly string[]): Promise<void> {
  const core = await openCore();
  console.log(
    'lines    mentions   floor ms   parse ms   reading ms   MB/s   reading without the parse / floor',
  );
  const texts = files.length
    ? files.map((file) => readFileSync(file, 'utf8'))
    : [400, 1400, 5000].map(pythonOf);
  for (const text of texts) console.log(measure(core, text));
}

function measure(core: Core, text: string): string {
  const names = new Set([
    ...core.engine.catalogue.distinctive.keys(),
    ...core.engine.catalogue.distinctiveArguments.keys(),
  ]);
  const hits = new Set<string>();
  let count = 0;
  const [floor, parse, all] = fastest([
    () => {
      for (const [name] of text.matchAll(/[A-Za-z_]\w*/g)) if (names.has(name)) hits.add(name);
    },
    () => core.parse(text),
    () => {
      const document = { uri: 'bench.py', version: 1, language: 'python', text };
      count = core.documents().mentionsIn(document).length;
    },
  ]);
  return [
    String(text.split('\n').length).padEnd(8),
    String(count).padEnd(10),
    floor.toFixed(2).padEnd(10),
    parse.toFixed(1).padEnd(10),
    all.toFixed(1).padEnd(12),
    (text.length / 1e3 / all).toFixed(1).padEnd(6),
    ((all - parse) / floor).toFixed(1),
  ].join(' ');
}

/**
 * The fastest of many runs of each, taken in turn: what else the machine does then hits all alike, and none has the
 * innermost cache to itself, as a scan of one short text again and again would.
 */
function fastest<const T extends readonly (() => void)[]>(runs: T): { [I in keyof T]: number } {
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  const begun = performance.now();
  for (let round = 0; round < ROUNDS || performance.now() - begun < LONG_MS; round++) {
    for (const [i, run] of runs.entries()) {
      const started = performance.now();
      run();
      best[i] = Math.min(best[i]!, performance.now() - started);
    }
  }
  return best as { [I in keyof T]: number };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
