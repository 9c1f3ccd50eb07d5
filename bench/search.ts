/**
 * How long does a keystroke of the search take, and how long the index to open? On our base, and on one of 10,000
 * made-up concepts. Queries are typed letter by letter, as people do; the labelled ones where they are at hand.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Concept, Lang, Page } from '../src/core/concept.ts';
import type { CoreData } from '../src/core/knowledge.ts';
import { buildSearchIndex } from '../src/core/search/buildIndex.ts';
import { openSearchIndex } from '../src/core/search/conceptSearch.ts';
import type { ConceptSearch } from '../src/core/search/conceptSearch.ts';

const COMPILED = path.resolve(import.meta.dirname, '../dist/knowledge');
const QUERIES = [
  'self-attention',
  'qué es el ajuste fino',
  'reduce memory with small matrices',
  'perplejdad',
  'AutoModelForCausalLM',
  'from_pretrained num_labels',
  'modelo grande enseña a modelo chico',
  'docker compose restart',
];

const own = readFileSync(path.join(COMPILED, 'search.bin'));
const { concepts } = JSON.parse(readFileSync(path.join(COMPILED, 'core.json'), 'utf8')) as CoreData;
measure(`${concepts.length} concepts, ours`, own, concepts);
const many = synthetic(10_000);
measure('10,000 concepts, made up', indexOf(many), many);

function measure(name: string, file: Uint8Array, base: readonly Concept[]): void {
  const opening = timed(() => openSearchIndex(file, base));
  const first = timed(() => opening.value.search(QUERIES[0]!));
  const times = keystrokes(opening.value);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2);
  console.log(
    `${name}: index ${(file.length / 1e6).toFixed(1)} MB, opened in ${opening.ms.toFixed(0)} ms, first search ${first.ms.toFixed(1)} ms`,
  );
  console.log(`  ${times.length} keystrokes: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
}

function keystrokes(index: ConceptSearch): number[] {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const query of QUERIES) {
      for (let length = 1; length <= query.length; length += 1)
        times.push(timed(() => index.search(query.slice(0, length))).ms);
    }
  }
  return times.sort((a, b) => a - b);
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

/** Concepts with names and summaries from a vocabulary with Zipf-like frequencies; the same at every run. */
function synthetic(count: number): Concept[] {
  let state = 1;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const syllables = [
    'ma',
    'to',
    'ken',
    'lo',
    'ra',
    'ten',
    'ci',
    'ón',
    'mo',
    'del',
    'em',
    'bed',
    'gra',
    'dien',
    'te',
    'ba',
  ];
  const word = () => {
    const rank = Math.floor(random() ** 3 * 8000);
    return [rank % 16, Math.floor(rank / 16) % 16, Math.floor(rank / 256) % 16]
      .map((index) => syllables[index])
      .join('');
  };
  const text = (length: number) => Array.from({ length }, word).join(' ');
  return Array.from({ length: count }, (_, index): Concept => ({
    id: `made-up-${index}`,
    topic: 'made-up',
    terms: { en: { name: text(2), aliases: [text(2)] }, es: { name: text(2), aliases: [text(2)] } },
    ambiguous: [],
    triggers: [],
    relations: { prerequisites: [], partOf: [], contrasts: [], related: [`made-up-${(index + 1) % count}`] },
    summary: { en: text(40), es: text(40) },
    hasFigure: false,
  }));
}

function indexOf(base: readonly Concept[]): Uint8Array {
  const none: Readonly<Record<Lang, ReadonlyMap<string, Page>>> = { en: new Map(), es: new Map() };
  return buildSearchIndex(base, none, { libraries: [] }, new Map(), []);
}
