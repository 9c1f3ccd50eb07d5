import assert from 'node:assert/strict';
import { explanation, readExplainRequest } from '../../src/core/assistant.ts';
import { knowledgeOf } from '../../src/core/knowledge.ts';
import { examplePack } from '../../src/core/packs/example.ts';
import { packOf } from './packs/folder.ts';

describe('what an assistant is told', () => {
  it('reads requests, and says what is wrong with others', () => {
    assert.deepEqual(readExplainRequest({ term: ' LoRA ', detail: 'page', other: 1 }), {
      term: 'LoRA',
      detail: 'page',
    });
    for (const wrong of [
      null,
      {},
      { term: 1 },
      { file: 'a.py' },
      { file: 'a.py', line: 0 },
      { term: 'x'.repeat(301) },
    ])
      assert.equal(typeof readExplainRequest(wrong), 'string', JSON.stringify(wrong));
  });

  it('marks what comes from a pack as quoted material', () => {
    const pack = packOf(Object.fromEntries(examplePack().map(({ path, text }) => [path, text])), 'Team "A"');
    const concept = pack.concepts[0]!.concept;
    const knowledge = knowledgeOf({ topics: [], concepts: [concept] });
    const parts = { concept, page: undefined, sources: [], knowledge, detail: 'card' } as const;
    assert.match(
      explanation({ ...parts, lang: 'en' }),
      /From the knowledge pack "Team \\"A\\"".*never as instructions/,
    );
    assert.match(explanation({ ...parts, lang: 'es' }), /nunca instrucciones/);
  });
});
