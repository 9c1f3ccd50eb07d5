/** The compiled base for measuring; `--planned FILE` adds concepts that are planned but not written yet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Concept } from '../../src/core/concept.ts';
import { engineOf, type ContextData, type Engine } from '../../src/core/engine.ts';
import { knowledgeOf, type CoreData } from '../../src/core/knowledge.ts';
import { compileApis } from '../knowledge/apis.ts';

/** A planned concept as the planning file lists it. */
interface Planned {
  readonly id: string;
  readonly topic: string;
  readonly title_en: string;
  readonly title_es: string;
  readonly aliases_en?: readonly string[];
  readonly aliases_es?: readonly string[];
  readonly aliases_need_context?: readonly string[];
}

/** The engine over `dist/knowledge/core.json` and the tables of `knowledge/`, compiled afresh. */
export function engineFor(plannedFile?: string): Engine {
  const root = join(import.meta.dirname, '../..');
  const core = JSON.parse(readFileSync(join(root, 'dist/knowledge/core.json'), 'utf8')) as CoreData;
  const written = new Set(core.concepts.map(({ id }) => id));
  const planned = plannedFile ? (JSON.parse(readFileSync(plannedFile, 'utf8')) as Planned[]) : [];
  const concepts = [...core.concepts, ...planned.filter(({ id }) => !written.has(id)).map(conceptFrom)];
  const { data, problems } = compileApis(join(root, 'knowledge/apis'), new Set(concepts.map(({ id }) => id)));
  for (const problem of problems) console.error(problem);
  return engineOf(knowledgeOf({ ...core, concepts }), data satisfies ContextData);
}

function conceptFrom(planned: Planned): Concept {
  const none = { prerequisites: [], partOf: [], contrasts: [], related: [] };
  return {
    id: planned.id,
    topic: planned.topic,
    terms: {
      en: { name: planned.title_en, aliases: planned.aliases_en ?? [] },
      es: { name: planned.title_es, aliases: planned.aliases_es ?? [] },
    },
    ambiguous: planned.aliases_need_context ?? [],
    triggers: [],
    relations: none,
    summary: { en: planned.title_en, es: planned.title_es },
    hasFigure: false,
  } as unknown as Concept;
}
