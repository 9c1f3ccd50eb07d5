/**
 * Knowledge packs: folders in the format of our own base that a team or a teacher adds. What a pack says is hostile
 * until it has been read here: bounded, escaped, and unable to take the place of our own concepts unasked.
 *
 * A caller lists the folder, plans, reads in slices, and merges:
 * `planPack` -> `openPack` -> `readShared`, `readConcept` ... -> `finish` -> `mergePacks`.
 */
import { problemList } from './authoring/problems.ts';
import { openPack, type Pack, type PackBytes, type PackOptions } from './packs/pack.ts';
import { planPack, type PackEntry } from './packs/plan.ts';

export { mergePacks, mergeSteps, type Merged } from './packs/merge.ts';
export {
  openPack,
  readPackConcept,
  renderPackPage,
  type Pack,
  type PackBytes,
  type PackConcept,
  type PackReader,
} from './packs/pack.ts';
export { indexedPages, packCandidates, packDocuments } from './packs/extras.ts';
export { outlineCandidates } from './packs/outline.ts';
export {
  PACK_LIMITS,
  planPack,
  planSteps,
  type ConceptPlace,
  type PackEntry,
  type PackPlan,
} from './packs/plan.ts';

/** Reads a whole pack at once, for the command line and for small packs. */
export function readPack(
  name: string,
  entries: Iterable<PackEntry>,
  files: PackBytes,
  options: PackOptions = {},
): Pack {
  const list = problemList();
  const plan = planPack(entries, list);
  const reader = openPack(name, list, options);
  reader.readShared(files);
  for (const place of plan.concepts) reader.readConcept(place, files);
  return reader.finish();
}
