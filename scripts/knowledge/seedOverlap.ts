/**
 * `seed-overlap`: the base is written in its own sentences. Where the seed text is at hand, no page may share eight
 * words in a row with it, apart from code, formulas, names of concepts and titles of sources.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathOf, type BaseDraft } from '../../src/core/authoring/base.ts';
import { proseOf } from '../../src/core/authoring/prose.ts';
import { namesOf } from '../../src/core/authoring/terms.ts';
import { LANGS } from '../../src/core/concept.ts';
import { fold, words } from '../../src/core/text.ts';
import { KNOWLEDGE } from './files.ts';

/** Shared runs of this many words are copies. */
const RUN = 8;

const SEED = path.resolve(KNOWLEDGE, '../../shared/knowledge/seed.es.txt');

/** Prints each shared run with its place; 1 when there is one. Without the seed text there is nothing to say but to who asked. */
export function seedOverlap(base: BaseDraft, whenMissing: 'tell' | 'quiet' = 'tell'): number {
  if (!existsSync(SEED)) {
    if (whenMissing === 'tell') console.log(`seed-overlap: nothing to compare with: ${path.relative(process.cwd(), SEED)} is not there`);
    return 0;
  }
  const found = sharedRuns(base, readFileSync(SEED, 'utf8'));
  for (const { file, line, run } of found) console.log(`knowledge/${file}:${line}: say it in other words: the seed has "${run}"`);
  console.log(`seed-overlap: ${found.length} runs of ${RUN} words or more in ${base.concepts.length} concepts`);
  return found.length > 0 ? 1 : 0;
}

/** Every run of at least eight folded words that a page shares with the seed, longest form. */
export function sharedRuns(base: BaseDraft, seed: string): { file: string; line: number; run: string }[] {
  const seedRuns = new Set(runsOf(wordsOf(seed.replace(/```[^]*?```/g, '\n'))));
  const exempt = exemptions(base);
  return base.concepts.flatMap((concept) =>
    LANGS.flatMap((lang) => {
      const page = concept.pages[lang];
      if (!page) return [];
      return proseOf(page).flatMap(({ line, text }) =>
        maximalRuns(wordsOf(text), seedRuns)
          .filter((run) => !exempt.some((phrase) => ` ${phrase} `.includes(` ${run} `)))
          .map((run) => ({ file: pathOf(concept, `${lang}.md`), line, run })),
      );
    }),
  );
}

/** Names and titles are nobody's sentences. */
function exemptions(base: BaseDraft): string[] {
  const names = base.concepts.flatMap((concept) => LANGS.flatMap((lang) => namesOf(concept, lang).map(({ text }) => text)));
  const titles = [...base.sources.entries.values()].map(({ title }) => title);
  return [...names, ...titles].map((text) => wordsOf(text).join(' ')).filter((text) => text.split(' ').length >= RUN);
}

function maximalRuns(text: readonly string[], seedRuns: ReadonlySet<string>): string[] {
  const runs: string[] = [];
  let end = -1;
  runsOf(text).forEach((run, at) => {
    if (!seedRuns.has(run)) return;
    const last = runs.length - 1;
    if (end >= at + RUN - 1) runs[last] += ` ${text[at + RUN - 1]!}`;
    else runs.push(run);
    end = at + RUN;
  });
  return runs;
}

function runsOf(text: readonly string[]): string[] {
  return text.slice(0, Math.max(0, text.length - RUN + 1)).map((_, at) => text.slice(at, at + RUN).join(' '));
}

function wordsOf(text: string): string[] {
  return words(fold(text)).map((word) => word.text);
}
