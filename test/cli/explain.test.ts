import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs `nlp-lens explain` from the sources, over the compiled base. */
function explain(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'explain', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

interface Place {
  readonly file: string;
  readonly cell: number | null;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
  readonly text: string;
  readonly concept: string;
  readonly by: string;
  readonly title: string;
  readonly summary: string;
  readonly insights: readonly string[];
}

describe('nlp-lens explain', function () {
  this.timeout(30_000);
  let folder: string;
  const file = (name: string, text: string): string => {
    const full = path.join(folder, name);
    writeFileSync(full, text);
    return full;
  };
  const places = (out: string): Place[] =>
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Place);

  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'nlp-lens-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives one line of JSON for each place, with positions as in VS Code', () => {
    const script = file(
      'train.py',
      'from peft import LoraConfig as LC\n"😀"; cfg = LC(r=128, lora_alpha=8)\n',
    );
    const { code, out } = explain('--json', '--lang', 'es', script);
    assert.equal(code, 0);
    const rank = places(out).find(({ text }) => text === 'r');
    assert.deepEqual(rank?.range, { start: { line: 1, character: 15 }, end: { line: 1, character: 16 } });
    assert.equal(rank.concept, 'lora-rank-alpha');
    assert.equal(rank.by, 'keyword');
    assert.match(rank.title, /LoRA/);
    assert.match(rank.insights.join(' '), /0,0625/);
  });

  it('counts lines of a notebook within the cell', () => {
    const cells = [
      { cell_type: 'markdown', source: ['# Setup\n', 'We use LoRA.'] },
      { cell_type: 'code', source: '!pip install peft\nfrom peft import LoraConfig' },
    ];
    const { out } = explain('--json', file('a.ipynb', JSON.stringify({ cells })));
    const found = places(out).map(
      ({ cell, range, text }) => `${cell ?? '-'}:${range.start.line}:${range.start.character} ${text}`,
    );
    assert.deepEqual(found, ['0:1:7 LoRA', '1:1:5 peft', '1:1:17 LoraConfig']);
  });

  it('does the other files when one cannot be read, and says which', () => {
    const good = file('good.py', 'import peft\ncfg = peft.LoraConfig()\n');
    const broken = file('broken.ipynb', '{');
    const { code, out, err } = explain('--json', path.join(folder, 'none.py'), broken, good);
    assert.equal(code, 1);
    assert.match(err, /none\.py: /);
    assert.match(err, /broken\.ipynb: /);
    assert.ok(places(out).some((place) => place.file === good && place.concept === 'lora'));
  });

  it('shows the usage for wrong arguments', () => {
    for (const args of [[], ['--colour', 'x.py'], ['--lang', 'fr', 'x.py']]) {
      const { code, err } = explain(...args);
      assert.equal(code, 2);
      assert.match(err, /usage: nlp-lens explain/);
    }
  });
});
