/** The engine over the whole catalogue of the repository, with a name in place of each concept's text. */
import { join } from 'node:path';
import { compileApis } from '../../../scripts/knowledge/apis.ts';
import type { Concept } from '../../../src/core/concept.ts';
import { engineOf, type Engine } from '../../../src/core/engine.ts';
import { knowledgeOf } from '../../../src/core/knowledge.ts';

/** Built from `knowledge/`, so that a change of a default or of a model's shape shows at once. */
export function wholeEngine(): Engine {
  const folder = join(import.meta.dirname, '../../../knowledge/apis');
  const { data, problems, unknownConcepts } = compileApis(folder, new Set());
  if (problems.length) throw new Error(problems.join('\n'));
  const ids = new Set(unknownConcepts.map((line) => line.split(' ')[0]!));
  for (const { concepts } of [...data.families, ...data.traits, ...data.datasets, ...data.names])
    concepts.forEach((id) => ids.add(id));
  for (const { keys } of data.configs)
    for (const { concepts } of Object.values(keys)) concepts.forEach((id) => ids.add(id));
  return engineOf(knowledgeOf({ topics: [], concepts: [...ids].map(concept) }), data);
}

function concept(id: string): Concept {
  return {
    id,
    topic: 'tokenization',
    terms: { en: { name: `concept ${id}`, aliases: [] }, es: { name: `concepto ${id}`, aliases: [] } },
    ambiguous: [],
    triggers: [],
    relations: { prerequisites: [], partOf: [], contrasts: [], related: [] },
    summary: { en: id, es: id },
    hasFigure: false,
  };
}
