import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const sources = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.endsWith('security.test.ts'))
  .map((name) => readFileSync(join(root, 'test', name), 'utf8'))
  .join('\n');

/** Names of tests: as they are written, or a table's `kind: name`. */
function isTest(name: string): boolean {
  const quoted = (text: string): boolean =>
    [`'${text}'`, `\`${text}\``, `"${text}"`].some((q) => sources.includes(q));
  const [kind = '', ...rest] = name.split(': ');
  return quoted(name) || (rest.length > 0 && quoted(kind) && quoted(rest.join(': ')));
}

describe('docs/security.md', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const rows = text.split('\n').filter((line) => /^\|(?! attack |---)/.test(line));

  it('names a test for each attack, and each of them is there', () => {
    assert.ok(rows.length > 25);
    for (const row of rows) {
      const names = [...(row.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
      assert.ok(names.length > 0, row);
      assert.deepEqual(
        names.filter((name) => !isTest(name)),
        [],
      );
    }
    assert.equal(isTest('symlink: a link that is not there'), false);
  });
});
