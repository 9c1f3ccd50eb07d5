import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs `nlp-lens check` from the sources. */
function check(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'check', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('nlp-lens check', function () {
  this.timeout(30_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nlp-lens-'));
    cpSync(path.join(root, 'test/fixtures/knowledge/good'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is content with a good folder', () => {
    assert.deepEqual(check(folder), { code: 0, out: '2 concepts: 0 errors, 0 warnings\n', err: '' });
  });

  it('names file, line and remedy, and fails', () => {
    writeFileSync(path.join(folder, 'peft/lora.yaml'), 'terms: [');
    symlinkSync('/etc/hostname', path.join(folder, 'peft/qlora.yaml'));
    const { code, out } = check(folder);
    assert.equal(code, 1);
    assert.deepEqual(out.split('\n'), [
      `${folder}/peft/lora.yaml:1: mend the YAML: Flow sequence in block collection must be sufficiently indented and end with a ]`,
      `${folder}/peft/qlora.yaml:1: replace the link by the file itself: packs are read without following links`,
      '1 concepts: 2 errors, 0 warnings',
      '',
    ]);
  });

  it('says what it needs', () => {
    assert.equal(check().code, 2);
    assert.equal(check('a', 'b').code, 2);
    const missing = check(path.join(folder, 'nothing'));
    assert.equal(missing.code, 1);
    assert.match(missing.err, /nothing: this is no folder that can be read/);
  });
});
