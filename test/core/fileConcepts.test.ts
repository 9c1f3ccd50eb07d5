import assert from 'node:assert/strict';
import type { Concept } from '../../src/core/concept.ts';
import { fileTopics, occurrenceAfter } from '../../src/core/fileConcepts.ts';
import { knowledgeOf } from '../../src/core/knowledge.ts';
import type { Mention } from '../../src/core/mention.ts';

const concept = (id: string, topic: string): Concept => ({
  id,
  topic,
  terms: { en: { name: id, aliases: [] }, es: { name: `${id} (es)`, aliases: [] } },
  ambiguous: [],
  triggers: [],
  relations: { prerequisites: [], partOf: [], contrasts: [], related: [] },
  summary: { en: '', es: '' },
  hasFigure: false,
});
const knowledge = knowledgeOf({
  topics: ['attention', 'peft', 'empty'].map((id) => ({ id, names: { en: id, es: id } })),
  concepts: [
    concept('lora', 'peft'),
    concept('qlora', 'peft'),
    concept('adapters', 'peft'),
    concept('rope', 'attention'),
  ],
});
const mention = (id: string, start: number): Mention => ({
  range: { start, end: start + id.length },
  text: id,
  concept: id,
  also: [],
  by: 'term',
});

describe('concepts of a file', () => {
  it('are grouped by topic in the order of study, the most mentioned first, then by name', () => {
    const topics = fileTopics(
      [
        { uri: 'cell:1', mentions: [mention('qlora', 0), mention('lora', 10), mention('unknown', 20)] },
        { uri: 'cell:2', mentions: [mention('lora', 3), mention('rope', 30), mention('adapters', 40)] },
      ],
      knowledge,
      'es',
    );
    assert.deepEqual(
      topics.map(({ id, concepts }) => [
        id,
        concepts.map(({ name, occurrences }) => [name, occurrences.length]),
      ]),
      [
        ['attention', [['rope (es)', 1]]],
        [
          'peft',
          [
            ['lora (es)', 2],
            ['adapters (es)', 1],
            ['qlora (es)', 1],
          ],
        ],
      ],
    );
  });

  it('are gone through from the cursor on, and round', () => {
    const places = [
      { uri: 'a', range: { start: 5, end: 9 } },
      { uri: 'a', range: { start: 20, end: 24 } },
      { uri: 'b', range: { start: 1, end: 5 } },
    ];
    const after = (uri: string, offset: number) => places.indexOf(occurrenceAfter(places, { uri, offset })!);
    assert.equal(after('a', 0), 0);
    assert.equal(after('a', 5), 1);
    assert.equal(after('a', 20), 2);
    assert.equal(after('b', 1), 0);
    assert.equal(after('elsewhere', 0), 0);
    assert.equal(occurrenceAfter(places, undefined), places[0]);
    assert.equal(occurrenceAfter([], { uri: 'a', offset: 0 }), undefined);
  });
});
