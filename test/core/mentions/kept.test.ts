import assert from 'node:assert/strict';
import { documentsOf, type Document } from '../../../src/core/documents.ts';
import { testEngine } from './base.ts';

describe('what is kept of documents', () => {
  const engine = testEngine();
  const source = 'from transformers import AutoTokenizer\n';
  const python = (name: string, length = 100): Document => ({
    uri: `file:///${name}.py`,
    version: 1,
    language: 'python',
    text: source + '#'.repeat(length - source.length),
  });

  it('is of the documents asked about last, when 200 are open', () => {
    const documents = documentsOf(engine);
    for (let i = 0; i < 200; i++) documents.mentionsIn(python(String(i)));
    assert.equal(documents.size, 48);
    const first = python('200');
    const list = documents.mentionsIn(first);
    for (let i = 0; i < 200; i++) {
      documents.mentionsIn(python(String(i)));
      assert.equal(documents.mentionsIn(first), list);
    }
  });

  it('is less of long documents', () => {
    const documents = documentsOf(engine);
    for (let i = 0; i < 20; i++) {
      documents.mentionsIn(python(String(i), 100_000));
      assert.ok(documents.size <= 5);
    }
    assert.equal(documents.size, 5);
  });

  it('is of one document at the least, however long, and of both languages of a notebook', () => {
    const documents = documentsOf(engine);
    const long = python('long', 600_000);
    assert.equal(documents.mentionsIn(long), documents.mentionsIn(long));
    assert.equal(documents.size, 1);
    const cells = [python('cell', 300_000), { ...python('text', 300_000), language: 'markdown' }];
    for (const cell of cells) documents.mentionsIn({ ...cell, notebook: { uri: 'notebook', cells } });
    assert.equal(documents.size, 1);
    assert.notEqual(documents.mentionsIn(long), documents.mentionsIn({ ...long, version: 2 }));
  });

  it('is nothing of documents that were closed, and room for others', () => {
    const documents = documentsOf(engine);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) documents.mentionsIn(python(String(i), 100_000));
      assert.equal(documents.size, 4);
      for (let i = 0; i < 4; i++) documents.forget(python(String(i)).uri);
      documents.forget('file:///unknown.py');
      assert.equal(documents.size, 0);
    }
  });

  it('is one version of each', () => {
    const documents = documentsOf(engine);
    for (let version = 1; version < 60; version++) documents.mentionsIn({ ...python('a', 20_000), version });
    assert.equal(documents.size, 1);
  });
});
