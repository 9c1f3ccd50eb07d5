/**
 * What the sidebar's page and the extension say to each other. Each side takes a message only after a schema has: the
 * extension by {@link readPageMessage}, the page by `readHostMessage` of `src/core/hostMessages.ts`.
 */
import * as v from 'valibot';
import { id, lang, line, spot } from './messageFields.ts';
import type { Concept, Page, Source, Topic } from './concept.ts';
import { practiceMessages } from './practice/messages.ts';
import type { PracticeHostMessage } from './practice/messages.ts';
import { place, stop } from './stop.ts';
import type { Place } from './stop.ts';

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
  /** Where the reader is now. Kept by the extension: the page's own state may be seconds old after a reload. */
  v.strictObject({ type: v.literal('keepStop'), stop }),
  v.strictObject({ type: v.literal('follow'), on: v.boolean() }),
  v.strictObject({ type: v.literal('copyCode'), text: v.pipe(v.string(), v.maxLength(20_000)) }),
  v.strictObject({ type: v.literal('copyMarkdown'), id, lang }),
]);

/** From the page to the extension. */
export type PageMessage = v.InferOutput<typeof pageMessage>;

/** What the lists of the page need of a concept. */
export type ConceptEntry = Pick<Concept, 'id' | 'topic' | 'terms' | 'relations' | 'summary' | 'pack'>;

/** One hit of a search, in the order of the ranking. */
export interface Hit {
  readonly id: string;
  /** The question that matched. */
  readonly question?: string;
  readonly why?: string;
}

/** A concept of the active file; `uri` is that of the cell in a notebook. */
export interface FileEntry {
  readonly id: string;
  readonly lines: readonly { readonly uri: string; readonly line: number }[];
}

/** From the extension to the page. */
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
