// How long does the core take to answer a hover: cold, first at each place, warm, and right after a keystroke?
// With NLP_LENS_PYRIGHT=<path of pyright-langserver>, the same files and places are asked of pyright in the same run.
// `npm run build` first. `tsx bench/hover.ts [FILE.py ...]` measures other files than the generated ones.
import { readFileSync } from 'node:fs';
import { openCore, quantile, type Core } from './parts/core.ts';
import { LanguageServer } from './parts/languageServer.ts';
import { pythonOf } from './parts/texts.ts';

const PLACES = 600;
const EDITS = 150;

async function main(files: readonly string[]): Promise<void> {
  const core = await openCore();
  console.log(
    `engine built in ${core.engineMs.toFixed(0)} ms, ${core.engine.knowledge.concepts.length} concepts`,
  );
  console.log(
    'lines           cold   first p50   p99     warm p50   p99     after a keystroke p50   p95   (ms)',
  );
  const texts = files.length
    ? files.map((file) => readFileSync(file, 'utf8'))
    : [400, 1400, 5000].map(pythonOf);
  for (const text of texts) {
    console.log(measure(core, text));
    if (process.env.NLP_LENS_PYRIGHT) console.log(await measurePyright(process.env.NLP_LENS_PYRIGHT, text));
  }
}

function measure(core: Core, text: string): string {
  const offsets = placesIn(text, PLACES);
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
    return ask(i + 2, edit(text, offset), offset);
  });
  return line(text, 'ours', cold, first, warm, edits);
}

/** The same questions to pyright: a hover at each place, and one right after each change of the text. */
async function measurePyright(command: string, text: string): Promise<string> {
  const server = new LanguageServer(command, ['--stdio']);
  const uri = 'file:///tmp/nlp-lens-bench.py';
  await server.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  server.notify('initialized', {});
  const ask = async (current: string, offset: number): Promise<number> => {
    const before = current.slice(0, offset).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    const started = performance.now();
    await server.request('textDocument/hover', { textDocument: { uri }, position });
    return performance.now() - started;
  };
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } });
  const offsets = placesIn(text, PLACES / 4);
  const cold = await ask(text, offsets[offsets.length >> 1]!);
  const first = [];
  for (const offset of offsets) first.push(await ask(text, offset));
  const warm = [];
  for (const offset of offsets) warm.push(await ask(text, offset));
  const edits = [];
  for (const [i, offset] of placesIn(text, EDITS / 10).entries()) {
    const edited = edit(text, offset);
    server.notify('textDocument/didChange', {
      textDocument: { uri, version: i + 2 },
      contentChanges: [{ text: edited }],
    });
    edits.push(await ask(edited, offset));
  }
  server.stop();
  return line(text, 'pyright', cold, first, warm, edits);
}

function placesIn(text: string, count: number): number[] {
  const places = [...text.matchAll(/[A-Za-z_]\w*/g)].map((match) => match.index + 1);
  return places.filter((_, i) => i % Math.ceil(places.length / count) === 0);
}

/** One letter more in a name, as an editor hands the text over: flat. */
function edit(text: string, offset: number): string {
  return Buffer.from(`${text.slice(0, offset)}x${text.slice(offset)}`).toString();
}

function line(
  text: string,
  who: string,
  cold: number,
  first: readonly number[],
  warm: readonly number[],
  edits: readonly number[],
): string {
  const lines = String(text.split('\n').length).padEnd(6);
  return [
    `${lines} ${who.padEnd(8)} ${cold.toFixed(1).padStart(7)}`,
    `    ${quantile(first, 0.5)}   ${quantile(first, 0.99)}`,
    `    ${quantile(warm, 0.5)}   ${quantile(warm, 0.99)}`,
    `    ${quantile(edits, 0.5)}   ${quantile(edits, 0.95)}`,
  ].join('   ');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
