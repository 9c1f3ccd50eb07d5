/** What several messages of the page carry. */
import * as v from 'valibot';

/** A content language. */
export const lang = v.picklist(['en', 'es']);

/** The id of a concept, source or topic: never empty, of bounded length. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
