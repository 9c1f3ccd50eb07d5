/** Reads the compiled base that stands beside the program, or in `dist/` when run from the sources. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineOf, type ContextData, type Engine } from '../core/engine.ts';
import { knowledgeOf, type CoreData } from '../core/knowledge.ts';

/** The folder with `core.json`. */
export function knowledgeFolder(): string {
  const places = [join(__dirname, 'knowledge'), join(__dirname, '../../dist/knowledge')];
  return places.find((place) => existsSync(join(place, 'core.json'))) ?? places[0]!;
}

/** One file of the compiled base. */
export function readCompiled<T>(name: string): T {
  return JSON.parse(readFileSync(join(knowledgeFolder(), name), 'utf8')) as T;
}

/** The bytes of one file of the compiled base. */
export function readCompiledBytes(name: string): Uint8Array {
  return readFileSync(join(knowledgeFolder(), name));
}

/** The engine over the whole base. */
export function openEngine(): Engine {
  const core = knowledgeOf(readCompiled<CoreData>('core.json'));
  return engineOf(core, readCompiled<ContextData>('apis.json'));
}
