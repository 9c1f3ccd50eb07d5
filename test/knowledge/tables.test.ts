import assert from 'node:assert/strict';
import { readTables } from '../../scripts/knowledge/tables.ts';
import { KNOWLEDGE, knowledgeFiles, keysOf } from '../../scripts/knowledge/files.ts';

describe('the tables beside the catalogue', () => {
  const { data, problems } = readTables(KNOWLEDGE);
  const known = new Set([
    ...knowledgeFiles().map(({ path }) => /^(?!apis\/)[\w-]+\/([\w-]+)\.yaml$/.exec(path)?.[1]),
    ...keysOf('planned.yaml'),
  ]);

  it('are well formed', () => {
    assert.deepEqual(problems, []);
  });

  const { families, traits, datasets, names, senses, modules } = data;
  for (const [table, entries] of Object.entries({ families, traits, datasets, names, senses, modules }))
    it(`name concepts that exist: ${table}`, () => {
      const named = entries.flatMap(({ concepts }) => concepts);
      assert.deepEqual(
        named.filter((id) => !known.has(id)),
        [],
      );
      assert.notEqual(named.length, 0);
    });

  it('have each module once', () => {
    const all = modules.flatMap((group) => group.modules);
    assert.equal(new Set(all).size, all.length);
  });
});
