/**
 * `npm run eval:robustness -- [--files N] [--cuts N]`: every Python file, notebook, Markdown and configuration file of
 * the corpora, whole and cut off at random places: no exception, no run over a second.
 */
import type { Document } from '../../src/core/documents.ts';
import { documentsOf } from '../../src/core/documents.ts';
import { engineFor } from './base.ts';
import { documentsFrom, pathsOf, repositories, textsAt } from './files.ts';

const MOST = numberAfter('--files', 6000);
const CUTS = numberAfter('--cuts', 2);
const SLOW_MS = 1000;

const engine = engineFor();
const documents = documentsOf(engine);
const result = { files: 0, runs: 0, cards: 0, bytes: 0, failures: 0, slow: 0, longest: 0, total: 0 };
let seed = 12345;
for (const repo of repositories()) {
  const paths = pathsOf(repo).filter((path) => /\.(py|ipynb|md|mdx|ya?ml|json|toml|sh)$/.test(path));
  for (const [path, text] of textsAt(repo, paths)) {
    if (result.files >= MOST || text.length > 3_000_000) continue;
    result.files++;
    result.bytes += text.length;
    run(repo, path, text);
    for (let i = 0; i < CUTS; i++) run(repo, `${path} cut ${i}`, damaged(text), path);
  }
}
console.log(JSON.stringify({ ...result, perFile: result.total / Math.max(result.runs, 1) }));
process.exitCode = result.failures || result.slow ? 1 : 0;

function run(repo: string, name: string, text: string, path = name): void {
  const started = performance.now();
  try {
    for (const document of documentsFrom(path, text)) result.cards += readAll(document);
  } catch (error) {
    result.failures++;
    console.log(
      `FAILED ${repo} ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
  documents.forget(path);
  const took = performance.now() - started;
  result.runs++;
  result.total += took;
  result.longest = Math.max(result.longest, took);
  if (took <= SLOW_MS) return;
  result.slow++;
  console.log(`SLOW ${repo} ${name}: ${took.toFixed(0)} ms, ${text.length} characters`);
}

/** The whole list, and hovers at random places; a mention must lie inside the text and hold its own text. */
function readAll(document: Document): number {
  const mentions = documents.mentionsIn(document);
  for (const { range, text } of mentions) {
    const written = document.text.slice(range.start, range.end);
    if (range.start >= range.end || (written !== text && !document.notebook)) {
      throw new Error(
        `range ${range.start}-${range.end} holds ${JSON.stringify(written)}, not ${JSON.stringify(text)}`,
      );
    }
  }
  for (let i = 0; i < 5; i++)
    documents.mentionAt(document, Math.floor(random() * (document.text.length + 1)));
  return mentions.length;
}

/** Cut off in the middle, or with a stretch taken out: what typing looks like. */
function damaged(text: string): string {
  const at = Math.floor(random() * text.length);
  if (random() < 0.5) return text.slice(0, at);
  return text.slice(0, at) + text.slice(at + Math.floor(random() * 200));
}

function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}

function numberAfter(flag: string, fallback: number): number {
  const at = process.argv.indexOf(flag);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}
