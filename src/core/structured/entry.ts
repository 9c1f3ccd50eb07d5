/** What the readers of all notations give. */
import type { Range } from '../mention.ts';

/** One key with the value on its line. Paths join nested keys with dots. */
export interface Entry {
  readonly path: string;
  readonly key: Range;
  readonly value: Range;
  readonly text: string;
}
