import assert from 'node:assert/strict';
import { defaultsOf } from '../../../src/core/defaults.ts';
import { documentsOf } from '../../../src/core/documents.ts';
import { RULES } from '../../../src/core/headsUps/index.ts';
import { wholeEngine } from '../insights/base.ts';
import { goldenIn, saidAt, type Golden } from '../insights/golden.ts';

const engine = wholeEngine();
const snippets = goldenIn('rules.py.txt', import.meta.dirname);

describe('heads-ups', () => {
  for (const golden of snippets) {
    it(golden.title, () => {
      const said = saidAt(engine, golden).filter((line) => line.startsWith('!'));
      assert.deepEqual(said.length > 0 ? said : ['!none'], golden.said);
    });
  }

  RULES.forEach(({ source, callee }, index) => {
    it(`fires and is silent: rule ${index}, ${source}`, () => {
      const outcomes = snippets.map((golden) => outcome(golden, index));
      assert.ok(outcomes.includes('fires'), `no snippet lets a rule on ${callee} fire`);
      assert.ok(outcomes.includes('silent'), `no snippet shows a rule on ${callee} silent`);
    });
  });
});

/** What one rule does at the cursor; `elsewhere` where it is not asked. */
function outcome({ code, language }: Golden, index: number): 'fires' | 'silent' | 'elsewhere' {
  const document = { uri: 'file:///snippet.py', version: 1, language, text: code.replace('|', '') };
  const mention = documentsOf(engine).mentionAt(document, code.indexOf('|'));
  const rule = RULES[index];
  if (!mention?.call || !rule?.callee.test(mention.call.callee)) return 'elsewhere';
  return rule.says({ mention, lang: 'en', defaultOf: defaultsOf(engine) }) ? 'fires' : 'silent';
}
