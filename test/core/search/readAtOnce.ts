/** An index of MiniSearch, packed and read again. */
import type MiniSearch from 'minisearch';
import { packIndex, readIndex } from '../../../src/core/search/packedIndex.ts';
import type { ReadIndex } from '../../../src/core/search/packedIndex.ts';

/** Packs an index and reads it in one go. */
export function readAtOnce(index: MiniSearch): ReadIndex {
  const reading = readIndex(packIndex(index.toJSON()));
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}
