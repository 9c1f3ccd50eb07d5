/**
 * What the sidebar's page and the extension say to each other. Both sides take a message only through
 * {@link readPageMessage} and {@link readHostMessage}: known types, exact fields, bounded lengths.
 */
import * as v from 'valibot';
import { id, lang } from './messageFields.ts';
import type { Concept, Page, Source, Topic } from './concept.ts';
import { PRACTICE_HOST_TYPES, practiceMessages } from './practice/messages.ts';
import type { PracticeHostMessage } from './practice/messages.ts';

const ids = v.pipe(v.array(id), v.maxLength(1000));
const line = v.pipe(v.string(), v.maxLength(500));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
/** A line of a file; `file` is its name as shown, lines count from 1. */
const spot = { uri: v.pipe(v.string(), v.maxLength(2000)), file: line, line: whole };
const values = v.record(v.pipe(v.string(), v.maxLength(40)), v.union([v.number(), line]));

const place = v.variant('view', [
  v.strictObject({ view: v.literal('browse'), query: line }),
  v.strictObject({ view: v.literal('concept'), id }),
  v.strictObject({ view: v.literal('practice'), concepts: ids }),
  v.strictObject({ view: v.literal('progress') }),
  v.strictObject({ view: v.literal('map'), topic: id }),
  v.strictObject({
    view: v.literal('explore'),
    explorable: id,
    values,
    from: v.optional(v.strictObject(spot)),
  }),
]);

const pageMessage = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('getPage'), id, lang }),
  v.strictObject({ type: v.literal('search'), query: line, lang }),
  ...practiceMessages,
  v.strictObject({ type: v.literal('setLanguage'), lang }),
  v.strictObject({ type: v.literal('openSource'), id }),
  v.strictObject({ type: v.literal('reveal'), ...spot }),
  v.strictObject({ type: v.literal('openTab'), place }),
  v.strictObject({ type: v.literal('title'), text: line }),
  v.strictObject({ type: v.literal('follow'), on: v.boolean() }),
  v.strictObject({ type: v.literal('copyCode'), text: v.pipe(v.string(), v.maxLength(20_000)) }),
  v.strictObject({ type: v.literal('copyMarkdown'), id, lang }),
]);

/** A place in the sidebar: what back and forward move between, and what survives a reload. */
export type Place = v.InferOutput<typeof place>;

/** From the page to the extension. */
export type PageMessage = v.InferOutput<typeof pageMessage>;

/** What the lists of the page need of a concept. */
export type ConceptEntry = Pick<Concept, 'id' | 'topic' | 'terms' | 'relations' | 'summary'>;

/** One hit of a search, in the order of the ranking. */
export interface Hit {
  readonly id: string;
  readonly why?: string;
}

/** A concept of the active file; `uri` is that of the cell in a notebook. */
export interface FileEntry {
  readonly id: string;
  readonly lines: readonly { readonly uri: string; readonly line: number }[];
}

/** From the extension to the page. The extension is our own code: the page checks the type and trusts the rest. */
export type HostMessage =
  | {
      readonly type: 'start';
      readonly lang: 'en' | 'es';
      /** A narrow view beside the editor, or a tab among its files. */
      readonly surface: 'sidebar' | 'tab';
      readonly topics: readonly Topic[];
      readonly concepts: readonly ConceptEntry[];
      readonly sources: readonly Source[];
    }
  | { readonly type: 'language'; readonly lang: 'en' | 'es' }
  | { readonly type: 'go'; readonly place: Place }
  | { readonly type: 'page'; readonly lang: 'en' | 'es'; readonly page: Page }
  | { readonly type: 'hits'; readonly query: string; readonly hits: readonly Hit[] }
  /** What the active file mentions, and on which lines (from 1). */
  | { readonly type: 'file'; readonly name: string; readonly concepts: readonly FileEntry[] }
  /** What the cursor is on; only pages that asked to follow it hear of it. */
  | { readonly type: 'cursor'; readonly concept: string }
  | PracticeHostMessage
  | { readonly type: 'problem'; readonly text: string };

/** A message of the page, or nothing when it is not exactly one of the table. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  const result = v.safeParse(pageMessage, value);
  return result.success ? result.output : undefined;
}

/** A message of the extension, or nothing when its type is unknown. */
export function readHostMessage(value: unknown): HostMessage | undefined {
  const known = typeof value === 'object' && value !== null && Object.hasOwn(value, 'type');
  return known && HOST_TYPES.has((value as HostMessage).type) ? (value as HostMessage) : undefined;
}

/** A place as it was kept over a reload; anything else is the start page. */
export function readPlace(value: unknown): Place {
  const result = v.safeParse(place, value);
  return result.success ? result.output : { view: 'browse', query: '' };
}

const HOST_TYPES: ReadonlySet<HostMessage['type']> = new Set<HostMessage['type']>([
  'start',
  'language',
  'go',
  'page',
  'hits',
  'file',
  'cursor',
  ...PRACTICE_HOST_TYPES,
  'problem',
]);
