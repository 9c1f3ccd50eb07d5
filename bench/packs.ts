/**
 * How long a pack of ten thousand concepts takes to read and merge, and the longest that one concept holds the thread.
 * `tsx bench/packs.ts [concepts] [unchecked]`
 */
import { mergePacks, openPack, planPack, type PackEntry } from '../src/core/packs.ts';
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

const start = performance.now();
const list = problemList();
const plan = planPack(entries, list);
const planned = performance.now();
const reader = openPack('team', list, { check: process.argv[3] !== 'unchecked' });
const steps: number[] = [];
for (const place of plan.concepts) {
  const before = performance.now();
  reader.readConcept(place, files);
  steps.push(performance.now() - before);
}
const pack = reader.finish();
const read = performance.now();
const { data } = mergePacks({ topics: [], concepts: [], sources: [] }, [pack]);
const merged = performance.now();

steps.sort((a, b) => a - b);
const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
console.log(
  `${count} concepts, ${files.size} files, ${megabytes.toFixed(0)} MiB: ${data.concepts.length} merged`,
);
console.log(`plan ${ms(planned - start)}, read ${ms(read - planned)}, merge ${ms(merged - read)}`);
console.log(
  `one concept: median ${ms(steps[Math.floor(count / 2)]!)}, p99 ${ms(steps[Math.floor(count * 0.99)]!)}, longest ${ms(steps[count - 1]!)}`,
);
console.log(`heap ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MiB with the files`);
