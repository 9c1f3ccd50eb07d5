import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contextFile, readContextFile } from '../../src/core/contextFile.ts';
import type { ContextData } from '../../src/core/engine.ts';
import { compileApis } from '../../scripts/knowledge/apis.ts';

const FOLDER = join(import.meta.dirname, '../../knowledge/apis');

describe('the file of the catalogue', () => {
  it('gives every table back as it was', function () {
    this.timeout(30_000); // reads all of knowledge/
    const { data } = compileApis(FOLDER, new Set());
    assert.equal(data.libraries.length, readdirSync(FOLDER).length);
    assert.deepEqual(readBack(data), JSON.parse(JSON.stringify(data)));
  });

  it('knows a library without symbols, and a symbol with an empty list of arguments', () => {
    const library = { library: 'x', checked: '', roots: ['x'], about: 'nlp' as const };
    const symbol = { name: 'x.Y', concepts: [], args: {} };
    const tables = {
      families: [],
      traits: [],
      datasets: [],
      names: [],
      senses: [],
      configs: [],
      modules: [],
    };
    const data = {
      libraries: [
        { ...library, symbols: [] },
        { ...library, symbols: [symbol] },
      ],
      ...tables,
    } as unknown as ContextData;
    assert.deepEqual(readBack(data), data);
  });
});

function readBack(data: ContextData): ContextData {
  const reading = readContextFile(contextFile(data));
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}
