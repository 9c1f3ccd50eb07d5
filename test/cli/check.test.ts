import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCompiled } from '../../src/cli/knowledge.ts';
import type { Source } from '../../src/core/concept.ts';
import type { ContextData } from '../../src/core/engine.ts';
import type { CoreData } from '../../src/core/knowledge.ts';
import { formatProblem } from '../../src/core/authoring/problems.ts';
import { mergePacks } from '../../src/core/packs.ts';
import { conceptFiles, factsOf, packOf } from '../core/packs/folder.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs `nlp-lens check` from the sources. */
function check(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'check', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  // Windows writes paths its own way.
  return { code: run.status, out: run.stdout.replaceAll(path.sep, '/'), err: run.stderr };
}

describe('nlp-lens check', function () {
  this.timeout(30_000);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nlp-lens-')).replaceAll(path.sep, '/');
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
      `${folder}/peft/lora.yaml:1: mend the YAML: close the list with \`]\``,
      `${folder}/peft/qlora.yaml:1: replace the link by the file itself: packs are read without following links`,
      '1 concepts: 2 errors, 0 warnings',
      '',
    ]);
  });

  it('says of a pack what the editor says, and at the same level', () => {
    const lora = conceptFiles('team', 'our-lora', factsOf('LoRA'));
    const pack: Record<string, string> = {
      ...conceptFiles(
        'team',
        'our-metric',
        factsOf('our metric', 'relations: { related: [nowhere] }\nodd: 1\n'),
      ),
      ...lora,
      ...conceptFiles('team', 'one-language'),
      ...conceptFiles('zebra', 'our-metric'),
      'zebra/broken.yaml': 'terms: [',
      'zebra/broken.en.md': '# broken\n',
      'sources.yaml': 'x2020:\n  title: X\n  url: javascript:alert(1)\n',
    };
    delete pack['team/one-language.es.md'];
    pack['team/our-metric.en.md'] = pack['team/our-metric.en.md']!.replace('- [x]', '- [ ]').replace(
      'text\n',
      'text [@nobody]\n',
    );
    const own = mkdtempSync(path.join(tmpdir(), 'nlp-lens-')).replaceAll(path.sep, '/');
    try {
      for (const [file, text] of Object.entries(pack)) {
        mkdirSync(path.dirname(path.join(own, file)), { recursive: true });
        writeFileSync(path.join(own, file), text);
      }
      const ours = {
        ...readCompiled<CoreData>('core.json'),
        sources: readCompiled<Source[]>('sources.json'),
      };
      const read = packOf(pack, 'pack');
      const inEditor = [...read.problems, ...mergePacks(ours, [read]).problems.get('pack')!].map(
        formatProblem,
      );
      const { out, code } = check(own);
      const missing = inEditor.filter((line) => !out.split('\n').includes(`${own}/${line}`));
      assert.deepEqual(missing, []);
      assert.ok(inEditor.length > 8, inEditor.join('\n'));
      assert.equal(code, 1);
    } finally {
      rmSync(own, { recursive: true });
    }
  });

  it('knows the sources that the model families of a base cite', () => {
    const { families } = readCompiled<ContextData>('apis.json');
    const cited = families.flatMap(({ sources }) => sources)[0]!;
    const entry = (id: string): string => `${id}:\n  title: T\n  url: https://example.org/${id}\n`;
    appendFileSync(path.join(folder, 'sources.yaml'), `\n${entry(cited)}${entry('zzz2020')}`);
    writeFileSync(path.join(folder, 'planned.yaml'), 'qlora: { en: QLoRA, es: QLoRA }\n');
    const { out } = check(folder);
    assert.match(out, /cite `zzz2020` on a page, or remove it/);
    assert.ok(!out.includes(`cite \`${cited}\``), out);
  });

  it('says what it needs', () => {
    assert.equal(check().code, 2);
    assert.equal(check('a', 'b').code, 2);
    const missing = check(path.join(folder, 'nothing'));
    assert.equal(missing.code, 1);
    assert.match(missing.err, /nothing: this is no folder that can be read/);
  });
});
