/**
 * How long a pack of ten thousand concepts takes to read and merge, and the longest that one step holds the thread.
 * `tsx bench/packs.ts [concepts] [outline]`: the editor outlines packs of more than 2000.
 */
import { mergeSteps, openPack, planSteps, type PackEntry } from '../src/core/packs.ts';
import { lexiconSteps } from '../src/core/lexicon.ts';
import { problemList } from '../src/core/authoring/problems.ts';
import { good } from '../test/knowledge/folder.ts';

const count = Number(process.argv[2] ?? 10_000);
const parts = good.filter(({ path }) => path.startsWith('peft/lora.'));
const encoder = new TextEncoder();
const files = new Map<string, Uint8Array>();
for (let i = 0; i < count; i += 1) {
  for (const { path, text } of parts) {
    const own = path.endsWith('.yaml')
      ? `terms:\n  en: { name: concept ${i}, aliases: [alias ${i}] }\n  es: { name: concepto ${i} }\nrelations:\n  prerequisites: [c${Math.max(0, i - 1)}]\n`
      : text;
    files.set(`team/c${i}${path.slice('peft/lora'.length)}`, encoder.encode(own));
  }
}
const entries: PackEntry[] = [...files].map(([path, bytes]) => ({ path, kind: 'file', size: bytes.length }));
const megabytes = entries.reduce((sum, { size }) => sum + size, 0) / 2 ** 20;

/** Takes the steps of some work, and notes how long each took. */
function timed<T>(work: Generator<void, T>): T {
  for (;;) {
    const before = performance.now();
    const step = work.next();
    steps.push(performance.now() - before);
    if (step.done) return step.value;
  }
}

function* reading(): Generator<void, void> {
  for (const place of plan.concepts) {
    reader.readConcept(place, files);
    yield;
  }
}

const steps: number[] = [];
const start = performance.now();
const list = problemList();
const plan = timed(planSteps(entries, list));
const planned = performance.now();
const reader = openPack('team', list, { outline: process.argv[3] === 'outline' });
timed(reading());
const pack = reader.finish();
const read = performance.now();
const { data } = timed(mergeSteps({ topics: [], concepts: [], sources: [] }, [pack]));
const merged = performance.now();
timed(lexiconSteps(data.concepts, []));
const ready = performance.now();

steps.sort((a, b) => a - b);
const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
console.log(
  `${count} concepts, ${files.size} files, ${megabytes.toFixed(0)} MiB: ${data.concepts.length} merged`,
);
console.log(
  `plan ${ms(planned - start)}, read ${ms(read - planned)}, merge ${ms(merged - read)}, terms ${ms(ready - merged)}`,
);
console.log(
  `one step: p99 ${ms(steps[Math.floor(steps.length * 0.99)]!)}, longest ${steps.slice(-3).map(ms).join(', ')}`,
);
console.log(`heap ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MiB with the files`);
