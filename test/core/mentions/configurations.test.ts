import assert from 'node:assert/strict';
import { documentsOf } from '../../../src/core/documents.ts';
import { testEngine } from './base.ts';

describe('configurations', () => {
  const keys = '"train_batch_size": 8, "zero_optimization": {"stage": 2}';
  const mentions = (uri: string, text: string) =>
    documentsOf(testEngine()).mentionsIn({ uri, version: 1, language: 'json', text }).length;

  it('are read, a vocabulary with the same words in it is not', () => {
    const vocabulary = Array.from({ length: 6_000 }, (_, i) => `"word${i}": ${i}`).join(',');
    assert.ok(mentions('ds.json', `{${keys}}`) > 0);
    assert.equal(mentions('ds.json', `{${keys},${vocabulary}}`), 0);
  });

  it('that break off in a long string full of quotes are read once', () => {
    const inside = '\\"key\\": \\"value\\", '.repeat(40_000);
    assert.ok(mentions('ds.json', `{${keys}, "text": "${inside}`) > 0);
  });
});
