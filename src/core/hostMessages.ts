/**
 * The page's check of what it hears. Only the extension can write to the page, but what it writes holds the text of
 * packs and of the user's files: every field is of its type before a view sees it.
 */
import * as v from 'valibot';
import { lang } from './messageFields.ts';
import { place } from './stop.ts';
import type { HostMessage } from './messages.ts';
import { practiceHostMessages, quizItem } from './practice/hostMessages.ts';

const text = v.string();
const texts = v.array(text);
const byLang = <T extends v.GenericSchema>(each: T) => v.object({ en: each, es: each });
const term = v.object({ name: text, aliases: texts });

const concept = v.object({
  id: text,
  topic: text,
  terms: byLang(term),
  relations: v.object({ prerequisites: texts, partOf: texts, contrasts: texts, related: texts }),
  summary: byLang(text),
  pack: v.exactOptional(text),
});

const source = v.object({
  id: text,
  title: text,
  authors: v.exactOptional(text),
  year: v.exactOptional(v.number()),
  arxiv: v.exactOptional(text),
  doi: v.exactOptional(text),
  acl: v.exactOptional(text),
  url: v.exactOptional(text),
});

const page = v.object({
  id: text,
  title: text,
  summaryHtml: text,
  sections: v.array(v.object({ kind: v.picklist(['depth', 'code', 'pitfalls']), heading: text, html: text })),
  questions: v.array(v.object({ id: text, question: text, answerHtml: text, answerText: text })),
  quiz: v.array(quizItem),
  citations: texts,
  figure: v.exactOptional(text),
});

const hostMessage = v.variant('type', [
  v.strictObject({
    type: v.literal('start'),
    lang,
    surface: v.picklist(['sidebar', 'tab']),
    topics: v.array(v.object({ id: text, names: byLang(text) })),
    concepts: v.array(concept),
    sources: v.array(source),
  }),
  v.strictObject({ type: v.literal('language'), lang }),
  v.strictObject({ type: v.literal('go'), place }),
  v.strictObject({ type: v.literal('page'), lang, page }),
  v.strictObject({
    type: v.literal('hits'),
    query: text,
    hits: v.array(v.object({ id: text, why: v.exactOptional(text) })),
  }),
  v.strictObject({
    type: v.literal('file'),
    name: text,
    concepts: v.array(v.object({ id: text, lines: v.array(v.object({ uri: text, line: v.number() })) })),
  }),
  v.strictObject({ type: v.literal('cursor'), concept: text }),
  ...practiceHostMessages,
  v.strictObject({ type: v.literal('problem'), text }),
]);

/** A message of the extension, or nothing when it is not exactly one of the table. */
export function readHostMessage(value: unknown): HostMessage | undefined {
  const result = v.safeParse(hostMessage, value);
  return result.success ? result.output : undefined;
}
