import assert from 'node:assert/strict';
import { inlineHtml } from '../../../src/core/authoring/html.ts';
import { parseInline } from '../../../src/core/authoring/inline.ts';

const render = {
  isConcept: () => true,
  formula: (tex: string) => `[${tex}]`,
  code: (text: string) => text,
  citation: () => 1,
};

/** Text, the HTML it becomes, and the lines of its complaints. */
const cases: readonly (readonly [text: string, html: string, complaints?: readonly number[]])[] = [
  ['plain', 'plain'],
  ['two\nlines', 'two lines'],
  ['*a* **b** ***c***', '<em>a</em> <strong>b</strong> <strong><em>c</em></strong>'],
  ['**a *b***', '<strong>a <em>b</em></strong>'],
  ['*a **b***', '<em>a <strong>b</strong></em>'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['a \\* b', 'a * b'],
  ['*open', '*open', [1]],
  ['x\ny **open', 'x y **open', [2]],
  ['*a **b*', '<em>a **b</em>', [1]],
  ['snake_case_name', 'snake_case_name'],
  ['`a`', '<code>a</code>'],
  ['``a`b``', '<code>a`b</code>'],
  ['`` ` ``', '<code>`</code>'],
  ['`*not* $a$`', '<code>*not* $a$</code>'],
  ['`open', '`open', [1]],
  ['$a_1 * b$ and $c$', '[a_1 * b] and [c]'],
  ['costs \\$5', 'costs $5'],
  ['costs $5', 'costs $5', [1]],
  ['$a\\$b$', '[a\\$b]'],
  ['[QLoRA](qlora)', '<a data-concept="qlora" href="#qlora">QLoRA</a>'],
  ['[a *b*](c)', '<a data-concept="c" href="#c">a <em>b</em></a>'],
  ['the interval [0, 1) and a[i]', 'the interval [0, 1) and a[i]'],
  ['[a](no id)', '[a](no id)', [1]],
  ['[a](javascript:x)', 'a'],
  ['1 < 2 & 3 > "2"', '1 &lt; 2 &amp; 3 &gt; &quot;2&quot;'],
  ['<b>x</b>', '&lt;b&gt;x&lt;/b&gt;', [1, 1]],
  ['a ![x](y) b', 'a  b', [1]],
  ['==gap==', '==gap=='],
];

describe('running text', () => {
  for (const [text, html, complaints = []] of cases) {
    it(JSON.stringify(text), () => {
      const lines: number[] = [];
      const nodes = parseInline(text, 1, (line) => lines.push(line));
      assert.equal(inlineHtml(nodes, render), html);
      assert.deepEqual(lines, complaints);
    });
  }

  it('reads several citations in one bracket', () => {
    assert.deepEqual(
      parseInline('a [@x; @y-2]', 3, () => assert.fail()),
      [
        { kind: 'text', text: 'a ' },
        { kind: 'cite', ids: ['x', 'y-2'], line: 3 },
      ],
    );
  });

  it('reads gaps only where it is asked to', () => {
    const [node] = parseInline('==a | b==', 1, () => assert.fail(), { gaps: true });
    assert.deepEqual(node, { kind: 'gap', answers: ['a', 'b'] });
  });
});
