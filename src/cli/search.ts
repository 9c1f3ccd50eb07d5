/** `nlp-lens search`: the concept search of the palette, for one query or for one per line of standard input. */
import { readFileSync } from 'node:fs';
import { titleOf } from '../core/card.ts';
import type { Lang } from '../core/concept.ts';
import { knowledgeOf } from '../core/knowledge.ts';
import type { CoreData, Knowledge } from '../core/knowledge.ts';
import { openSearchIndex } from '../core/search/conceptSearch.ts';
import type { SearchHit } from '../core/search/conceptSearch.ts';
import { readCompiled, readCompiledBytes } from './knowledge.ts';
import type { Command } from './main.ts';
import { langOf, readOptions, UsageError } from './usage.ts';

/** The command. With `--stdin` one line of output for each line of input, in order, empty ones too. */
export const search: Command = {
  usage:
    'search [QUERY | --stdin] [--lang es|en] [--limit N] [--json]   concepts for a query, the best first',
  run(args) {
    const options = readOptions(args, ['json', 'stdin'], ['lang', 'limit']);
    const lang = langOf(options);
    const limit = limitOf(options.values.get('limit') ?? '10');
    const queries = queriesOf(options.rest, options.flags.has('stdin'));
    const base = knowledgeOf(readCompiled<CoreData>('core.json'));
    const index = openSearchIndex(readCompiledBytes('search.bin'), base.concepts);
    const lines = queries.map((q) => {
      const hits = index.search(q, limit).map((hit) => shown(hit, base, lang));
      return options.flags.has('json') ? JSON.stringify({ q, hits }) : readable(q, hits);
    });
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
};

interface Shown {
  readonly concept: string;
  readonly score: number;
  readonly title: string;
  readonly question?: string;
}

function queriesOf(rest: readonly string[], fromInput: boolean): string[] {
  if (fromInput && rest.length > 0) throw new UsageError('give a query or --stdin, not both');
  if (!fromInput && rest.length === 0) throw new UsageError('give a query, or --stdin');
  if (!fromInput) return [rest.join(' ')];
  const text = readFileSync(0, 'utf8').replace(/\r?\n$/, '');
  return text === '' ? [] : text.split(/\r?\n/);
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new UsageError(`--limit is a number from 1 to 1000, not ${text}`);
  return limit;
}

function shown({ concept, score, question }: SearchHit, base: Knowledge, lang: Lang): Shown {
  const found = base.byId.get(concept);
  return {
    concept,
    score: Math.round(score * 1000) / 1000,
    title: found ? titleOf(found, lang) : concept,
    ...(question === undefined || question === '' ? {} : { question }),
  };
}

function readable(query: string, hits: readonly Shown[]): string {
  if (hits.length === 0) return `${query}: no good match`;
  return [query, ...hits.map(({ title, concept }, place) => `  ${place + 1}. ${title}  (${concept})`)].join(
    '\n',
  );
}
