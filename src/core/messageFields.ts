/** What several messages of the page carry. */
import * as v from 'valibot';

/** A content language. */
export const lang = v.picklist(['en', 'es']);

/** The id of a concept, source or topic: never empty, of bounded length. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** One line of text. */
export const line = v.pipe(v.string(), v.maxLength(500));

const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** The fields of a line of a file; `file` is its name as shown, lines count from 1. */
export const spot = { uri: v.pipe(v.string(), v.maxLength(2000)), file: line, line: whole };
