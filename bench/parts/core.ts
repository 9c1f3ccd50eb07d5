/** The core as it ships: bundled and minified, over the compiled base. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { outFolder, projectRoot } from '../../scripts/harness/cache.ts';
import type * as documents from '../../src/core/documents.ts';
import type * as engines from '../../src/core/engine.ts';
import type * as knowledge from '../../src/core/knowledge.ts';
import type * as trees from '../../src/core/python/tree.ts';

/** What the measurements need of the core. */
export interface Core {
  readonly engine: engines.Engine;
  /** Milliseconds that building the look-ups took. */
  readonly engineMs: number;
  documents(): documents.Documents;
  parse(text: string): unknown;
}

type Bundle = typeof documents & typeof engines & typeof knowledge & typeof trees;

/** Bundles the core and opens the base. Run `npm run build` first. */
export async function openCore(): Promise<Core> {
  const outfile = outFolder('bench/core.mjs');
  const modules = ['engine', 'documents', 'knowledge', 'python/tree'];
  const contents = modules.map((name) => `export * from './src/core/${name}.ts';`).join('\n');
  await build({
    stdin: { contents, resolveDir: projectRoot, loader: 'ts' },
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  const core = (await import(pathToFileURL(outfile).href)) as Bundle;
  const read = (name: string): never =>
    JSON.parse(readFileSync(join(projectRoot, 'dist/knowledge', name), 'utf8')) as never;
  const [data, context] = [read('core.json'), read('apis.json')];
  const started = performance.now();
  const engine = core.engineOf(core.knowledgeOf(data), context);
  return {
    engine,
    engineMs: performance.now() - started,
    documents: () => core.documentsOf(engine),
    parse: (text) => core.parsePython(text),
  };
}

/** The value below which that share of the times lies, in milliseconds. */
export function quantile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3);
}
