/** Libraries that are there for one thing: what their name means where they are imported. */
import type { ConceptId } from './concept.ts';

/** What `knowledge/modules.yaml` holds once compiled. */
export interface ModuleData {
  readonly modules: readonly ModuleGroup[];
}

/** Libraries for the same thing. */
export interface ModuleGroup {
  /** As they are imported: `faiss`, `llama_cpp`. */
  readonly modules: readonly string[];
  /** The most specific first. */
  readonly concepts: readonly ConceptId[];
}

/** The concepts of a library by the name of its module. */
export type Modules = ReadonlyMap<string, readonly ConceptId[]>;

/** Builds the look-up. */
export function modulesOf({ modules: groups }: ModuleData): Modules {
  return new Map(groups.flatMap(({ modules, concepts }) => modules.map((name) => [name, concepts] as const)));
}
