/**
 * Golden snippets: code or configuration with a `|` cursor, then what the card says there, line by line.
 *
 *     # title
 *     code with a | cursor
 *     ==> 128 8 0.0625 16        numbers of an insight, by the reference in Python; `run-time` where there are none
 *     en: text
 *     es: texto
 *     !en: heads-up
 *     !es: aviso
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../../src/core/concept.ts';
import { defaultsOf } from '../../../src/core/defaults.ts';
import { documentsOf } from '../../../src/core/documents.ts';
import type { Engine } from '../../../src/core/engine.ts';
import { headsUpsOf } from '../../../src/core/headsUps/index.ts';
import { insightsOf } from '../../../src/core/insights/index.ts';

/** One snippet of a file. */
export interface Golden {
  readonly title: string;
  readonly language: string;
  /** With the cursor. */
  readonly code: string;
  /** One line of numbers for each insight. */
  readonly numbers: readonly string[];
  /** `en: ...`, `es: ...`, `!en: ...`, `!es: ...` in order. */
  readonly said: readonly string[];
}

/** The files of snippets; the language is in the name: `lora.py.txt`, `axolotl.yaml.txt`. */
export function goldenFiles(folder = import.meta.dirname): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

/** The snippets of one file. */
export function goldenIn(file: string, folder = import.meta.dirname): Golden[] {
  const language = { py: 'python', yaml: 'yaml', json: 'json' }[file.split('.')[1] ?? ''];
  if (language === undefined) throw new Error(`${file}: name it <what>.<py|yaml|json>.txt`);
  const text = readFileSync(join(folder, file), 'utf8');
  return text
    .split(/^# (?=.*\n)/m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.trimEnd().split('\n');
      const end = lines.findIndex((line) => /^(==>|!?e[ns]: |!none)/.test(line));
      const rest = end < 0 ? [] : lines.slice(end);
      return {
        title,
        language,
        code: (end < 0 ? lines : lines.slice(0, end)).join('\n'),
        numbers: rest.flatMap((line) => (line.startsWith('==>') ? [line.slice(3).trim()] : [])),
        said: rest.filter((line) => !line.startsWith('==>')),
      };
    });
}

/** What the engine says at the cursor, in the notation of the file. */
export function saidAt(engine: Engine, { code, language }: Golden): string[] {
  const offset = code.indexOf('|');
  if (offset < 0) throw new Error('no | cursor');
  const text = code.replace('|', '');
  const document = { uri: `file:///snippet.${language}`, version: 1, language, text };
  const mention = documentsOf(engine).mentionAt(document, offset);
  if (!mention) return ['nothing here'];
  const said = (lang: Lang) => {
    const reading = { mention, lang, defaultOf: defaultsOf(engine) };
    return { insights: insightsOf(reading).map(({ text }) => text), headsUps: headsUpsOf(reading) };
  };
  const [en, es] = [said('en'), said('es')];
  return [
    ...en.insights.flatMap((line, i) => [`en: ${line}`, `es: ${es.insights[i] ?? ''}`]),
    ...en.headsUps.flatMap((line, i) => [`!en: ${line}`, `!es: ${es.headsUps[i] ?? ''}`]),
  ];
}

/** The numbers of every insight by `file<TAB>title`, worked out by the reference in Python where there is one. */
export function referenceNumbers(): ReadonlyMap<string, readonly string[]> | undefined {
  const script = join(import.meta.dirname, '../../../scripts/reference/insights.py');
  const run = spawnSync('python3', [script], { encoding: 'utf8' });
  if (run.error) return undefined;
  if (run.status !== 0) throw new Error(`${script}\n${run.stderr}`);
  const rows = run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return new Map(rows.map(([file, title, ...numbers]) => [`${file}\t${title}`, numbers]));
}
