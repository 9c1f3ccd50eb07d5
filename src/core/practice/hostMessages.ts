/** The page's check of what it hears about practice; `src/core/hostMessages.ts` takes it in. */
import * as v from 'valibot';
import { sessionSchema } from './session.ts';

const text = v.string();
const texts = v.array(text);
const count = v.number();
const demand = v.picklist(['recall', 'application']);

/** The schema of a quiz item of a page. */
export const quizItem = v.variant('form', [
  v.object({
    form: v.picklist(['choice', 'true-false']),
    id: text,
    demand,
    stemHtml: text,
    options: v.array(v.object({ html: text, right: v.boolean(), whyHtml: text })),
  }),
  v.object({ form: v.literal('cloze'), id: text, demand, stemHtml: text, answers: texts, whyHtml: text }),
]);

const plain = v.object({
  concept: text,
  conceptTitle: text,
  item: text,
  body: v.variant('form', [
    quizItem,
    v.object({ form: v.literal('recall'), question: text, answerHtml: text }),
    v.object({ form: v.literal('pairs'), pairs: v.array(v.object({ name: text, description: text })) }),
  ]),
  source: v.exactOptional(v.object({ file: text, uri: text, line: count })),
});

const exercise = v.object({
  ...plain.entries,
  slipping: v.exactOptional(
    v.object({ lapses: count, contrast: v.exactOptional(plain), easier: v.exactOptional(plain) }),
  ),
});

const exercises = v.array(exercise);

const statistics = v.object({
  retention: v.object({ answers: count, recalled: count }),
  forecast: v.array(count),
  topics: v.array(v.object({ topic: text, concepts: count, learning: count, known: count })),
  calendar: v.array(count),
  firstWeekday: count,
  hardest: v.array(v.object({ concept: text, lapses: count })),
});

/** The extension's messages on practice, as variants of the table in `src/core/hostMessages.ts`. */
export const practiceHostMessages = [
  v.strictObject({
    type: v.literal('counts'),
    counts: v.object({
      due: count,
      dueHere: count,
      fresh: count,
      waiting: count,
      file: v.exactOptional(v.object({ name: text, exercises: count })),
    }),
  }),
  v.strictObject({ type: v.literal('exercises'), exercises, waiting: count }),
  v.strictObject({ type: v.literal('session'), session: v.nullable(sessionSchema), exercises }),
  v.strictObject({ type: v.literal('saved'), event: text }),
  v.strictObject({ type: v.literal('reviewsChanged') }),
  v.strictObject({
    type: v.literal('progress'),
    statistics,
    mastery: v.record(text, v.picklist(['learning', 'known'])),
    muted: texts,
    suspended: v.array(v.object({ concept: text, item: v.exactOptional(text) })),
  }),
] as const;
