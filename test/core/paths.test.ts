import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { conceptMap } from '../../src/core/conceptMap.ts';
import { GOALS, pathTo, type Linked } from '../../src/core/learningPaths.ts';
import { matchedPieces } from '../../src/core/matches.ts';

const linked = (id: string, prerequisites: readonly string[], topic = 't'): Linked => ({
  id,
  topic,
  relations: { prerequisites, partOf: [], contrasts: [], related: [] },
});
const byId = (concepts: readonly Linked[]) => new Map(concepts.map((each) => [each.id, each]));
const rlhf = byId([
  linked('language-model', []),
  linked('fine-tuning', ['language-model', 'missing']),
  linked('reward-model', ['fine-tuning']),
  linked('ppo', ['language-model']),
  linked('rlhf', ['reward-model', 'ppo']),
  linked('unrelated', ['rlhf']),
]);
/** Any prerequisites at all, cycles included. */
const anyBase = fc
  .array(fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }), { minLength: 12, maxLength: 12 })
  .map((links) =>
    links.map((to, index) =>
      linked(
        `c${index}`,
        to.map((one) => `c${one}`),
      ),
    ),
  );

describe('learning paths', () => {
  it('put each concept after what it needs', () => {
    assert.deepEqual(pathTo('rlhf', rlhf), ['language-model', 'fine-tuning', 'reward-model', 'ppo', 'rlhf']);
    assert.deepEqual(pathTo('rlhf', rlhf, 3), ['reward-model', 'ppo', 'rlhf']);
    assert.deepEqual(pathTo('nobody', rlhf), []);
  });

  it('lead to concepts that exist', () => {
    const knowledge = join(import.meta.dirname, '../../knowledge');
    const topics = readdirSync(knowledge, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const id of GOALS)
      assert(
        topics.some(({ name }) => existsSync(join(knowledge, name, `${id}.yaml`))),
        id,
      );
  });

  it('end at their goal and name nothing twice, even with cycles', () => {
    fc.assert(
      fc.property(anyBase, (concepts) => {
        const path = pathTo('c0', byId(concepts));
        assert(path.includes('c0'));
        assert.equal(new Set(path).size, path.length);
      }),
    );
  });
});

describe('the map of a topic', () => {
  it('has every concept below what it builds on', () => {
    const { rows, edges } = conceptMap('t', [...rlhf.values()]);
    assert.deepEqual(rows, [
      ['language-model'],
      ['fine-tuning', 'ppo'],
      ['reward-model'],
      ['rlhf'],
      ['unrelated'],
    ]);
    const row = (id: string) => rows.findIndex((each) => each.includes(id));
    assert(edges.every(({ from, to }) => row(from) < row(to)));
  });

  it('shows each concept once, even with cycles', () => {
    fc.assert(
      fc.property(anyBase, (concepts) => {
        assert.equal(conceptMap('t', concepts).rows.flat().length, concepts.length);
      }),
    );
  });
});

describe('matched pieces', () => {
  const table: readonly [string, string, string][] = [
    ['máscara de atención', 'atencion', 'máscara de [atención]'],
    ['self-attention', 'ATT', 'self-[att]ention'],
    ['self-attention', 'tention', 'self-at[tention]'],
    ['Autoatención', 'atencion', 'Auto[atención]'],
    ['Sentence embeddings', 'embedding de oraciones', 'Sentence [embedding]s'],
    ['Token embedding', 'embeddings', 'Token [embedding]'],
    ['Perplejidad', 'perplejdad', '[Perplejidad]'],
    ['Detección de alucinaciones', 'capas de atención', 'Detección [de] alucinaciones'],
    ['Straße', 'strasse', 'Straße'],
    ['LoRA', '', 'LoRA'],
    ['learning rate', 'rate learn', '[learn]ing [rate]'],
  ];
  for (const [text, query, expected] of table) {
    it(`of "${text}" for "${query}"`, () => {
      const shown = matchedPieces(text, query).map((piece) =>
        piece.matched ? `[${piece.text}]` : piece.text,
      );
      assert.equal(shown.join(''), expected);
    });
  }

  it('are the whole text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
        assert.equal(
          matchedPieces(text, query)
            .map((piece) => piece.text)
            .join(''),
          text,
        );
      }),
    );
  });
});
