// How long does the core take to answer a hover: cold, first at each place, warm, and right after a keystroke?
// `npm run build` first. `tsx bench/hover.ts [FILE.py ...]` measures other files than the generated ones.
import { readFileSync } from 'node:fs';
import { openCore, quantile, type Core } from './parts/core.ts';
import { pythonOf } from './parts/texts.ts';

const PLACES = 600;
const EDITS = 150;

async function main(files: readonly string[]): Promise<void> {
  const core = await openCore();
  console.log(
    `engine built in ${core.engineMs.toFixed(0)} ms, ${core.engine.knowledge.concepts.length} concepts`,
  );
  console.log('lines    cold   first p50   p99     warm p50   p99     after a keystroke p50   p95   (ms)');
  const texts = files.length
    ? files.map((file) => readFileSync(file, 'utf8'))
    : [400, 1400, 5000].map(pythonOf);
  for (const text of texts) console.log(measure(core, text));
}

function measure(core: Core, text: string): string {
  const places = [...text.matchAll(/[A-Za-z_]\w*/g)].map((match) => match.index + 1);
  const offsets = places.filter((_, i) => i % Math.ceil(places.length / PLACES) === 0);
  const documents = core.documents();
  const ask = (version: number, current: string, offset: number): number => {
    const started = performance.now();
    documents.mentionAt({ uri: 'bench.py', version, language: 'python', text: current }, offset);
    return performance.now() - started;
  };
  const cold = ask(1, text, offsets[offsets.length >> 1]!);
  const first = offsets.map((offset) => ask(1, text, offset));
  const warm = offsets.map((offset) => ask(1, text, offset));
  const edits = offsets.slice(0, EDITS).map((offset, i) => {
    // one letter more in a name, as an editor hands the text over: flat
    const edited = Buffer.from(`${text.slice(0, offset)}x${text.slice(offset)}`).toString();
    return ask(i + 2, edited, offset);
  });
  const lines = String(text.split('\n').length).padEnd(6);
  return [
    `${lines} ${cold.toFixed(1).padStart(6)}`,
    `    ${quantile(first, 0.5)}   ${quantile(first, 0.99)}`,
    `    ${quantile(warm, 0.5)}   ${quantile(warm, 0.99)}`,
    `    ${quantile(edits, 0.5)}   ${quantile(edits, 0.95)}`,
  ].join('   ');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
