import assert from 'node:assert/strict';
import { EXAMPLE_START, examplePack } from '../../../src/core/packs/example.ts';
import { mergePacks } from '../../../src/core/packs.ts';
import { outcome, packOf } from './folder.ts';

describe('the example pack', () => {
  const pack = packOf(Object.fromEntries(examplePack().map(({ path, text }) => [path, text])));

  it('is read without a complaint', () => {
    assert.deepEqual(outcome(pack), { shown: ['golden-set'], says: [] });
    assert.deepEqual(mergePacks({ topics: [], concepts: [], sources: [] }, [pack]).problems.get('team'), []);
  });

  it('has the file that is opened first', () => {
    assert.ok(examplePack().some(({ path }) => path === EXAMPLE_START));
  });
});
