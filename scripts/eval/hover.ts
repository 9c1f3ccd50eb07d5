/**
 * `npm run eval:hover -- [--labels FILE] [--planned FILE] [--show misses,wrong,traps] [--ordinary DIR ...]`
 * How often a hover shows a card where one should appear, with an accepted concept first; how often it shows one
 * where none should; and how many cards ordinary Python gets. Public files are read from NLP_LENS_CORPORA.
 */
import { existsSync, readFileSync } from 'node:fs';
import { documentsOf, type Document } from '../../src/core/documents.ts';
import { mentionAtLabel, readLabels, type Label } from './labels.ts';
import { engineFor } from './base.ts';
import { CORPORA, documentsFrom, pythonFiles } from './files.ts';

const options = readOptions(process.argv.slice(2));
const engine = engineFor(options.planned);
const documents = documentsOf(engine);
console.log(`concepts: ${engine.knowledge.concepts.length}`);
if (options.labels && existsSync(options.labels)) measureLabels(readLabels(options.labels));
else console.log('no labels: give --labels FILE or set NLP_LENS_LABELS');
for (const folder of options.ordinary) measureOrdinary(folder);

interface Outcome {
  readonly label: Label;
  readonly card: boolean;
  readonly first: boolean;
  readonly among: boolean;
  readonly shown: string;
}

function measureLabels(labels: readonly Label[]): void {
  if (!CORPORA) return console.log('no corpora: set NLP_LENS_CORPORA to the folder of repository snapshots');
  const outcomes = labels.flatMap((label) => {
    const found = mentionAtLabel(documents, label);
    if (found === 'missing') {
      console.log(`missing: ${label.repo} ${label.path}`);
      return [];
    }
    const accepted = [...label.expect, ...label.also_acceptable];
    const ids = found ? [found.concept, ...found.also] : [];
    const outcome: Outcome = {
      label,
      card: found !== undefined,
      first: ids.length > 0 && accepted.includes(ids[0]!),
      among: ids.some((id) => label.expect.includes(id)),
      shown: found ? `${found.by} ${found.text} -> ${ids.join(', ')}` : 'nothing',
    };
    return [outcome];
  });
  const parts = {
    all: () => true,
    'own third': (o: Outcome) => o.label.heldOut,
    'two thirds': (o: Outcome) => !o.label.heldOut,
  };
  for (const [name, keep] of Object.entries(parts)) report(name, outcomes.filter(keep));
  byKind(outcomes);
  for (const outcome of outcomes) showOutcome(outcome);
}

function report(name: string, outcomes: readonly Outcome[]): void {
  const wanted = outcomes.filter(({ label }) => !label.trap);
  const traps = outcomes.filter(({ label }) => label.trap);
  const fired = traps.filter(({ card }) => card);
  console.log(
    `${name.padEnd(12)} card ${share(wanted, ({ card }) => card)}  first ${share(wanted, ({ first }) => first)}  ` +
      `among ${share(wanted, ({ among }) => among)}  traps ${fired.length}/${traps.length}`,
  );
}

function byKind(outcomes: readonly Outcome[]): void {
  const kinds = [...new Set(outcomes.map(({ label }) => label.kind))].sort();
  for (const kind of kinds) {
    const of = outcomes.filter(({ label }) => label.kind === kind);
    const wanted = of.filter(({ label }) => !label.trap);
    const traps = of.filter(({ label }) => label.trap);
    const rates = wanted.length
      ? `card ${share(wanted, ({ card }) => card)}  first ${share(wanted, ({ first }) => first)}`
      : ''.padEnd(36);
    const fired = traps.length ? `  traps ${traps.filter(({ card }) => card).length}/${traps.length}` : '';
    console.log(`  ${kind.padEnd(16)} ${rates}${fired}`);
  }
}

function showOutcome({ label, card, first, shown }: Outcome): void {
  const kind = label.trap ? (card ? 'traps' : '') : card ? (first ? '' : 'wrong') : 'misses';
  if (!kind || !options.show.includes(kind) || (label.heldOut && !options.show.includes('held-out'))) return;
  const place = `${label.repo} ${label.path}${label.cell === null ? '' : `#${label.cell}`}:${label.line + 1}:${label.col + 1}`;
  console.log(
    `${kind} [${label.kind}] ${label.token}: ${shown}; wanted ${label.expect.join(', ')} (${label.context})\n    ${place}`,
  );
}

function measureOrdinary(folder: string): void {
  let lines = 0;
  let cards = 0;
  const places: string[] = [];
  for (const path of pythonFiles(folder)) {
    const text = readFileSync(path, 'utf8');
    lines += text.split('\n').length;
    for (const document of documentsFrom(path, text)) {
      const mentions = documents.mentionsIn(document);
      cards += mentions.length;
      for (const { range, text: word, concept, by } of mentions)
        places.push(`${path}:${lineOf(document, range.start)} ${by} ${word} -> ${concept}`);
    }
  }
  console.log(
    `${folder}: ${cards} cards in ${lines} lines, ${((cards / lines) * 1000).toFixed(3)} per 1,000`,
  );
  if (options.show.includes('ordinary'))
    for (const place of places.slice(0, 400)) console.log(`    ${place}`);
}

function lineOf(document: Document, offset: number): number {
  return document.text.slice(0, offset).split('\n').length;
}

function share(outcomes: readonly Outcome[], test: (outcome: Outcome) => boolean): string {
  const count = outcomes.filter(test).length;
  const percent = outcomes.length ? ((count / outcomes.length) * 100).toFixed(1) : '-';
  return `${count}/${outcomes.length} ${percent}%`.padEnd(14);
}

interface Options {
  readonly labels: string | undefined;
  readonly planned: string | undefined;
  readonly show: readonly string[];
  readonly ordinary: readonly string[];
}

function readOptions(args: readonly string[]): Options {
  const after = (flag: string): string | undefined =>
    args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
  const ordinary = args.flatMap((arg, i) => (arg === '--ordinary' && args[i + 1] ? [args[i + 1]!] : []));
  return {
    labels: after('--labels') ?? process.env.NLP_LENS_LABELS,
    planned: after('--planned'),
    show: after('--show')?.split(',') ?? [],
    ordinary,
  };
}
