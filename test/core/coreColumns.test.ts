import assert from 'node:assert/strict';
import { columnsOf, coreOf } from '../../src/core/coreColumns.ts';
import { packOf, conceptFiles } from './packs/folder.ts';

describe('the columns of the core', () => {
  it('give back every concept', () => {
    const { concepts } = packOf({
      ...conceptFiles('team', 'first-thing'),
      ...conceptFiles('team', 'second-thing'),
    });
    const plain = concepts.map(({ concept: { pack: _, ...concept } }) => concept);
    assert.equal(plain.length, 2);
    const [first, second] = plain;
    assert.ok(first?.formula && second);
    const { formula: _, ...bare } = second;
    const core = {
      topics: [{ id: 'team', names: { en: 'Team', es: 'Equipo' } }],
      concepts: [first, { ...bare, hasFigure: true, ambiguous: ['second thing'] }],
    };
    assert.deepEqual(coreOf(columnsOf(core)), core);
  });
});
