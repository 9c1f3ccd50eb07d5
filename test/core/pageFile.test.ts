import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageFile, readPageFile } from '../../src/core/pageFile.ts';
import type { PageData } from '../../src/core/pages.ts';
import { withMarks, withoutMarks } from '../../src/core/twinPages.ts';

/** Lines of Markdown as pages have them, in any order, some of them broken. */
const line = fc.constantFrom(
  '# LoRA',
  '## In depth',
  '## A fondo',
  'The rank $r$ of $W_0$ is `r=8` [@hu2021], see [QLoRA](qlora) and BERT-base, 16 GB.',
  'El rango $r$ de $W_0$ es `r=8` [@hu2021; @x], vea [QLoRA](qlora) y BERT-base, 16 GB, $r$.',
  '$$W = W_0 + B A$$',
  '$$',
  '```python',
  '```',
  'model = load("x")  # the model',
  'model = load("x")  # el modelo\t1',
  '### what-is (recall)',
  '### ¿Qué es? {#what-is}',
  '',
);
const page = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

describe('marks for what both languages have', () => {
  it('are put back', () => {
    fc.assert(
      fc.property(page, page, (left, right) => {
        assert.equal(withoutMarks(withMarks(left, right), right), left);
      }),
      { numRuns: 500 },
    );
  });

  it('leave out code, formulas, citations, names and numbers, in another order too', () => {
    const en = 'With `r=8` and $W_0$ of BERT-base [@hu2021], 16 GB.';
    const es = 'Con $W_0$ y `r=8` de BERT-base [@hu2021], 16 GB.';
    assert.equal(withMarks(es, en).replace(/[^ -~]/g, '·'), 'Con · y · de · ·, · ·.');
    assert.equal(withoutMarks(withMarks(es, en), en), es);
  });

  it('leave a page alone that shares nothing', () => {
    assert.equal(withMarks('Nada en común.', 'Nothing `shared`.'), 'Nada en común.');
  });
});

describe('the file of pages', () => {
  it('gives back any pages', () => {
    const pages = fc.array(fc.tuple(page, page, fc.constantFrom('', '<svg>\n</svg>')), { maxLength: 6 });
    fc.assert(
      fc.property(pages, (texts) => {
        const data: PageData = {
          ids: texts.map((_, at) => `concept-${at}`),
          en: texts.map(([en]) => en),
          es: texts.map(([, es]) => es),
          figures: Object.fromEntries(
            texts.flatMap(([, , figure], at) => (figure === '' ? [] : [[`concept-${at}`, figure]])),
          ),
        };
        const reading = readPageFile(pageFile(data));
        for (;;) {
          const { done, value } = reading.next();
          if (done !== true) continue;
          assert.deepEqual(value, data);
          return;
        }
      }),
    );
  });
});
