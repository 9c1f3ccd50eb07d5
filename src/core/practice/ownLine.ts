/** Questions on the learner's own code: the name of an argument hidden, or the value that follows from the arguments. */
import { insightsOf } from '../insights/index.ts';
import { either } from '../insights/insight.ts';
import type { Reading } from '../insights/reading.ts';
import { escapeHtml } from '../authoring/escape.ts';
import type { ConceptId } from '../concept.ts';
import type { Call } from '../mention.ts';
import type { ItemId } from './event.ts';
import type { Exercise } from './exercise.ts';

/** Where a question comes from, to say it and to go there. */
export interface OwnSource {
  /** Name of the file. */
  readonly file: string;
  readonly uri: string;
  /** 1-based. */
  readonly line: number;
}

/** A mention of the open file, with its place. */
export interface OwnReading {
  readonly reading: Reading;
  readonly source: OwnSource;
  readonly title: string;
}

/** The items on one mention: at most one of each kind. The ids are stable while the argument is there. */
export function ownLineExercises({ reading, source, title }: OwnReading): Exercise[] {
  const { mention, lang } = reading;
  const { call } = mention;
  if (!call || call.text.length > LONGEST_CALL) return [];
  const shared = { concept: mention.concept, conceptTitle: title, source };
  const exercises: Exercise[] = [];
  const value = computedValue(reading);
  if (value) {
    exercises.push({
      ...shared,
      item: 'own:value',
      body: {
        form: 'cloze',
        id: 'own:value',
        demand: 'application',
        stemHtml: `${codeBlock(call.text)}<p>${inline(value.before)}<span class="gap">____</span></p>`,
        answers: spellings(value.answer),
        whyHtml: `<p>${inline(value.text)}</p>`,
      },
    });
  }
  const hidden = mention.argument === undefined ? undefined : hideArgument(call, mention.argument);
  const meaning = mention.api?.meaning?.[lang];
  if (hidden !== undefined && meaning !== undefined && !mentions(meaning, mention.argument!)) {
    const item: ItemId = `own:${mention.argument}`.slice(0, 100);
    exercises.push({
      ...shared,
      item,
      body: {
        form: 'cloze',
        id: item,
        demand: 'application',
        stemHtml: `${codeBlock(hidden)}<p>${either(lang, 'Which argument is missing? It does this:', '¿Qué argumento falta? Hace esto:')} ${inline(meaning)}</p>`,
        answers: [mention.argument!],
        whyHtml: `<p><code>${escapeHtml(mention.argument!)}</code>: ${inline(meaning)}</p>`,
      },
    });
  }
  return exercises;
}

/** Of many items on the open file a few, spread over its concepts. */
export function chooseOwn(exercises: readonly Exercise[], most: number): Exercise[] {
  const seen = new Set<ConceptId>();
  const items = new Set<string>();
  return exercises
    .filter(({ concept, item }) => {
      const key = `${concept}#${item}`;
      if (seen.has(concept) || items.has(key)) return false;
      seen.add(concept);
      items.add(key);
      return true;
    })
    .slice(0, most);
}

/** A longer call makes no question that can be read in a side bar. */
const LONGEST_CALL = 400;

/**
 * The first value that an insight computes: what stands behind an "=" and is not written in the call. It must
 * follow from what the call shows: no other number may stand before it.
 */
function computedValue(
  reading: Reading,
): { readonly before: string; readonly answer: string; readonly text: string } | undefined {
  const shown = numbersIn(reading.mention.call?.text ?? '');
  for (const { text } of insightsOf(reading)) {
    for (const found of text.matchAll(/= (\d[\d.,\u202f\u00a0]*\d|\d)(?=[\s;:.,)]|$)/gu)) {
      const answer = found[1]!;
      if (shown.has(plainNumber(answer))) continue;
      const before = text.slice(0, found.index + 2);
      if ([...numbersIn(before)].every((number) => shown.has(number))) return { before, answer, text };
      break;
    }
  }
  return undefined;
}

/** 16,384 is 16384 too, and 0,25 is 0.25: what a reader of either language may type. */
function spellings(answer: string): string[] {
  const bare = answer.replace(/[\u202f\u00a0\s]/g, '');
  const plain = plainNumber(answer);
  return [...new Set([answer, bare, plain, plain.replace('.', ',')])];
}

function numbersIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\d[\d.,_\u202f\u00a0]*\d|\d/gu)].map(([number]) => plainNumber(number)));
}

/** Without grouping, with a decimal point. */
function plainNumber(text: string): string {
  const bare = text.replace(/[\u202f\u00a0\s_]/g, '');
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare.replace(',', '.');
}

function hideArgument(call: Call, argument: string): string | undefined {
  const name = argument.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = [...call.text.matchAll(new RegExp(`(?<![\\w.])${name}(?=\\s*=(?!=))`, 'g'))];
  const at = found[0]?.index;
  if (at === undefined || found.length > 1) return undefined;
  return `${call.text.slice(0, at)}____${call.text.slice(at + argument.length)}`;
}

/** A meaning that contains the name would give the answer away. */
function mentions(text: string, argument: string): boolean {
  return text.toLowerCase().includes(argument.toLowerCase());
}

function codeBlock(text: string): string {
  return `<pre><code>${escapeHtml(text)}</code></pre>`;
}

/** Plain text with `code` between backticks. */
function inline(text: string): string {
  return text
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    .join('');
}
