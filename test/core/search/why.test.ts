import assert from 'node:assert/strict';
import type { Concept } from '../../../src/core/concept.ts';
import { whyFound } from '../../../src/core/search/why.ts';

const concept = (id: string, en: string, es: string, aliases: readonly string[]): Concept => ({
  id,
  topic: 'test',
  terms: { en: { name: en, aliases }, es: { name: es, aliases: [] } },
  ambiguous: [],
  triggers: [],
  relations: { prerequisites: [], partOf: [], contrasts: [], related: [] },
  summary: { en: '', es: '' },
  hasFigure: false,
});
const byId = new Map(
  [
    concept('mlm', 'Masked language modelling', 'Modelado de lenguaje enmascarado', ['MLM', 'cloze task']),
    concept('lora', 'LoRA', 'LoRA', []),
  ].map((each) => [each.id, each]),
);

describe('why a concept was found', () => {
  it('is an alias that stands in the query, in any form', () => {
    const hit = { concept: 'mlm', score: 1 };
    assert.equal(whyFound(hit, 'what is MLM?', 'en', byId), 'also called “MLM”');
    assert.equal(whyFound(hit, 'cloze tasks', 'es', byId), 'también se llama «cloze task»');
  });

  it('is nothing where the name says it', () => {
    const hit = { concept: 'mlm', score: 1, by: 'description' } as const;
    assert.equal(whyFound(hit, 'hide language', 'en', byId), undefined);
    assert.equal(whyFound(hit, 'hide and guess', 'en', byId), 'fits the description');
  });

  it('is what matched, or the concept that it goes with', () => {
    const why = (by: 'api' | 'description' | 'question') =>
      whyFound({ concept: 'lora', score: 1, by }, 'train small matrices', 'es', byId);
    assert.equal(why('description'), 'encaja con la descripción');
    assert.equal(why('question'), 'responde a una pregunta como esta');
    assert.equal(why('api'), 'un nombre de API lo indica');
    const tied = { concept: 'mlm', score: 1, by: 'tie', tiedTo: 'lora' } as const;
    assert.equal(whyFound(tied, 'x', 'en', byId), 'goes with LoRA');
  });
});
