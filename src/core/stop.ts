/** The places of the sidebar's page, and how far down each was read. */
import * as v from 'valibot';
import { id, line, spot } from './messageFields.ts';

const values = v.record(v.pipe(v.string(), v.maxLength(40)), v.union([v.number(), line]));

/** The schema of a {@link Place}. */
export const place = v.variant('view', [
  v.strictObject({ view: v.literal('browse'), query: line }),
  v.strictObject({ view: v.literal('concept'), id, question: v.optional(id) }),
  v.strictObject({ view: v.literal('practice'), concepts: v.pipe(v.array(id), v.maxLength(1000)) }),
  v.strictObject({ view: v.literal('progress') }),
  v.strictObject({ view: v.literal('map'), topic: id }),
  v.strictObject({
    view: v.literal('explore'),
    explorable: id,
    values,
    from: v.optional(v.strictObject(spot)),
  }),
]);

/** The schema of a {@link Stop}. */
export const stop = v.strictObject({ place, scroll: v.pipe(v.number(), v.minValue(0), v.maxValue(1e7)) });

/** A place in the sidebar: what back and forward move between, and what survives a reload. */
export type Place = v.InferOutput<typeof place>;

/** A place, and how far down it was read, in CSS pixels. */
export type Stop = v.InferOutput<typeof stop>;

/** A stop as it was kept over a reload; anything else is none. */
export function readStop(value: unknown): Stop | undefined {
  const result = v.safeParse(stop, value);
  return result.success ? result.output : undefined;
}
