import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('nlp-lens search', () => {
  it('gives one line for each line of input, in order', () => {
    const { stdout, status } = run(
      ['search', '--stdin', '--json', '--limit', '2'],
      'perplejdad\n\ndocker compose restart\n',
    );
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { q: string; hits: { concept: string }[] });
    assert.equal(status, 0);
    assert.deepEqual(
      lines.map(({ q }) => q),
      ['perplejdad', '', 'docker compose restart'],
    );
    assert.equal(lines[0]?.hits[0]?.concept, 'perplexity');
    assert.deepEqual(
      lines.slice(1).map(({ hits }) => hits),
      [[], []],
    );
  });

  it('takes a query of several words and a language', () => {
    const { stdout } = run(['search', 'atención', '--lang', 'es']);
    assert.match(stdout, /^atención\n {2}1\. mecanismo de atención · attention mechanism/);
  });

  for (const args of [
    ['search'],
    ['search', 'x', '--stdin'],
    ['search', 'x', '--limit', '0'],
    ['search', 'x', '--lang', 'fr'],
    ['concepts', 'x'],
    ['nothing'],
  ]) {
    it(`says how it is used: ${args.join(' ')}`, () => {
      const { status, stderr, stdout } = run(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /usage: nlp-lens/);
    });
  }

  it('lists the concepts', () => {
    const concepts = JSON.parse(run(['concepts', '--json']).stdout) as { id: string }[];
    assert.equal(
      concepts.some(({ id }) => id === 'lora'),
      true,
    );
  });
});

function run(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
}
