/** `nlp-lens explain FILE...`: every place where a hover would show a card, and what the card says. */
import { readFileSync } from 'node:fs';
import { cardOf } from '../core/card.ts';
import type { Lang } from '../core/concept.ts';
import { defaultsOf } from '../core/defaults.ts';
import { documentsOf, type Documents } from '../core/documents.ts';
import type { Engine } from '../core/engine.ts';
import type { Mention } from '../core/mention.ts';
import { openEngine } from './knowledge.ts';
import type { Command } from './main.ts';
import { positionsIn, type Position } from './positions.ts';
import { sourcesOf, type Source } from './source.ts';
import { langOf, readOptions, UsageError } from './usage.ts';

/** The command. An unreadable file is named on stderr; the others are still done and the exit code is 1. */
export const explain: Command = {
  usage: 'explain FILE... [--lang es|en] [--json]   every place with a card, and what the card says',
  run(args) {
    const options = readOptions(args, ['json'], ['lang']);
    const lang = langOf(options);
    if (!options.rest.length) throw new UsageError('name at least one file');
    const engine = openEngine();
    const documents = documentsOf(engine);
    let code = 0;
    for (const file of options.rest) {
      const sources = read(file);
      if (!sources) {
        code = 1;
        continue;
      }
      const places = sources.flatMap((source) => placesIn(engine, documents, file, source, lang));
      const lines = places.map((place) =>
        options.flags.has('json') ? JSON.stringify(place) : readable(place),
      );
      if (lines.length) process.stdout.write(`${lines.join('\n')}\n`);
      documents.forget(file);
    }
    return code;
  },
};

/** One line of `--json`. Positions count from 0, characters in UTF-16. */
interface Place {
  readonly file: string;
  readonly cell: number | null;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
  readonly concept: string;
  readonly also: readonly string[];
  readonly by: Mention['by'];
  readonly title: string;
  readonly summary: string;
  readonly insights: readonly string[];
  readonly headsUps: readonly string[];
}

function read(file: string): Source[] | undefined {
  try {
    return sourcesOf(file, readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function placesIn(
  engine: Engine,
  documents: Documents,
  file: string,
  { cell, document }: Source,
  lang: Lang,
): Place[] {
  const positionOf = positionsIn(document.text);
  const defaultOf = defaultsOf(engine);
  return documents.mentionsIn(document).flatMap((listed) => {
    const mention = documents.mentionAt(document, listed.range.start) ?? listed;
    const card = cardOf({ mention, lang, defaultOf }, engine.knowledge);
    if (!card) return [];
    const place: Place = {
      file,
      cell,
      range: { start: positionOf(mention.range.start), end: positionOf(mention.range.end) },
      text: mention.text,
      concept: mention.concept,
      also: card.also.map(({ id }) => id),
      by: mention.by,
      title: card.title,
      summary: card.summary,
      insights: card.insights.map(({ text }) => text),
      headsUps: card.headsUps,
    };
    return [place];
  });
}

function readable({ file, cell, range, text, concept, title, insights, headsUps }: Place): string {
  const place = `${file}${cell === null ? '' : `#${cell}`}:${range.start.line + 1}:${range.start.character + 1}`;
  const notes = [...insights, ...headsUps.map((one) => `! ${one}`)].map((note) => `\n    ${note}`);
  return `${place}  ${text.replace(/\s+/g, ' ')}  ->  ${title} (${concept})${notes.join('')}`;
}
