/** A heads-up: a combination of values that does not do what it seems to say, backed by a line of the library. */
import type { ByLang } from '../concept.ts';
import type { Reading } from '../insights/reading.ts';

/** One rule. It speaks only where every value it looks at is spelt out in the file. */
export interface Rule {
  /** Where the library says so: version, file, function. */
  readonly source: string;
  /** The arguments at which the rule is of interest; it is also said at the callee itself. */
  readonly at: readonly string[];
  /** Callees it is about: a regular expression over the absolute name. */
  readonly callee: RegExp;
  readonly says: (reading: Reading) => ByLang<string> | undefined;
}
