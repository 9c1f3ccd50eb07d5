import assert from 'node:assert/strict';
import { goldenFiles, goldenIn, referenceNumbers, saidAt } from './golden.ts';
import { wholeEngine } from './base.ts';
import { agree, numbersIn } from './numbers.ts';

describe('what the values mean', () => {
  const engine = wholeEngine();
  for (const file of goldenFiles()) {
    describe(file, () => {
      for (const golden of goldenIn(file)) {
        it(golden.title, () => {
          assert.deepEqual(saidAt(engine, golden), golden.said);
          for (const lang of ['en', 'es'] as const) {
            const texts = golden.said.filter((line) => line.startsWith(`${lang}: `));
            assert.equal(texts.length, golden.numbers.length, 'each insight has its line of the reference');
            texts.forEach((text, i) => {
              const line = golden.numbers[i] ?? '';
              if (line === 'run-time') assert.match(text, /decided at run time\.$|se decide al ejecutar\.$/);
              const expected = line === 'run-time' || line === '' ? [] : line.split(' ').map(Number);
              const shown = numbersIn(text.slice(4), lang);
              assert.ok(
                agree(shown, expected),
                `${text}\nshows ${shown.map(({ value }) => value).join(' ')}, not ${line}`,
              );
            });
          }
        });
      }
    });
  }

  it('has at least 200 snippets', () => {
    const count = goldenFiles().reduce((sum, file) => sum + goldenIn(file).length, 0);
    assert.ok(count >= 200, `${count} snippets`);
  });

  const reference = referenceNumbers();
  if (!reference) return; // the numbers in the files still hold: they are what it printed
  it('holds the numbers of the reference in Python', () => {
    for (const file of goldenFiles())
      for (const { title, numbers } of goldenIn(file))
        assert.deepEqual(numbers, reference.get(`${file}\t${title}`), `${file}: ${title}`);
  });
});
