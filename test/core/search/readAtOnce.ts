import type { IndexCollector } from '../../../src/core/search/indexCollector.ts';
import { packIndex, readIndex } from '../../../src/core/search/packedIndex.ts';
import type { IndexRules } from '../../../src/core/search/packedIndex.ts';
import type { ReadIndex } from '../../../src/core/search/termTable.ts';

/**
 * An index, packed and read again in one go; without rules, every document is a concept and there are no stems.
 */
export function readAtOnce<Field extends string>(
  collector: IndexCollector<Field>,
  rules: IndexRules = { language: () => undefined, stems: () => [], group: (document) => document },
): ReadIndex {
  const reading = readIndex(packIndex(collector.collected(), rules), rules);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}
