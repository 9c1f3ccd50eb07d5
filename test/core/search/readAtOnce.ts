/** An index of MiniSearch, packed and read again. */
import type MiniSearch from 'minisearch';
import { collectedIndex } from '../../../src/core/search/collectedIndex.ts';
import { packIndex, readIndex } from '../../../src/core/search/packedIndex.ts';
import type { IndexRules } from '../../../src/core/search/packedIndex.ts';
import type { ReadIndex } from '../../../src/core/search/termTable.ts';

/** Packs an index and reads it in one go; without rules, every document is a concept and there are no stems. */
export function readAtOnce(
  index: MiniSearch,
  rules: IndexRules = { language: () => undefined, stems: () => [], group: (document) => document },
): ReadIndex {
  const reading = readIndex(packIndex(collectedIndex(index.toJSON()), rules), rules);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}
