import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFacts } from '../../../src/core/authoring/facts.ts';
import { FIGURE_ELEMENTS, figureIn, readFigure } from '../../../src/core/authoring/figure.ts';
import { highlight } from '../../../src/core/authoring/highlight.ts';
import { LIMITS } from '../../../src/core/authoring/limits.ts';
import { mathMl } from '../../../src/core/authoring/mathml.ts';
import { readPage } from '../../../src/core/authoring/page.ts';
import { problemList, type Problem } from '../../../src/core/authoring/problems.ts';
import { renderPage } from '../../../src/core/authoring/render.ts';
import { readSources } from '../../../src/core/authoring/sources.ts';
import { checkBase } from '../../../src/core/authoring/check.ts';
import { good } from '../../knowledge/folder.ts';

/** Pieces that mean something to one of the parsers, to be put where they do not belong. */
const PIECES = [
  ...[
    '*',
    '**',
    '***',
    '`',
    '```',
    '```python',
    '$',
    '$$',
    '[',
    ']',
    '](',
    '](x)',
    '[@a]',
    '[@a; @b]',
    '==',
    '==a|b==',
    '\\',
    '|',
    '| --- |',
  ],
  ...[
    '# ',
    '## Quiz',
    '### a (recall)',
    '### b? {#b}',
    '- ',
    '- [x] ',
    '- [ ] ',
    '1. ',
    '> ',
    '  > ',
    '\n',
    '\n\n',
    '  ',
    '\t',
    '\r\n',
    '\u0000',
    '\u202e',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"',
    "'",
    '&',
    '&lt;',
    'javascript:alert(1)',
    '](javascript:alert(1))',
    '](command:x)',
  ],
  ...[
    '{{a|b}}',
    '{',
    '}',
    '<g>',
    '</g>',
    '<svg',
    '/>',
    '&a',
    '*a',
    '!!js/function ',
    '<<: ',
    '__proto__: ',
    '? ',
    '- - - ',
    '[[[',
    '{a: {',
    '%YAML 1.2\n',
  ],
  ...[
    '\\frac{',
    '\\def\\x{\\x\\x}\\x',
    '\\href{javascript:1}{x}',
    '^{',
    '_',
    '\\begin{aligned}',
    '\\text{',
    '\ud83d',
    'é',
    'constructor',
    'toString',
  ],
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

/** A good file with pieces put in at some places. */
const broken = (name: string): fc.Arbitrary<string> => {
  const text = good.find(({ path }) => path === name)!.text;
  const cut = fc.record({ at: fc.nat(text.length), drop: fc.nat(12), put: piece });
  const edited = fc.array(cut, { minLength: 1, maxLength: 8 }).map((cuts) => {
    return cuts.reduce((all, { at, drop, put }) => all.slice(0, at) + put + all.slice(at + drop), text);
  });
  return fc.oneof(
    edited,
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  );
};

/** Problems point into the file, say something, and do not go on for ever. */
function assertSound(text: string, problems: readonly Problem[]): void {
  const lines = text.split(/\r\n?|\n/).length;
  assert.ok(problems.length <= 100);
  for (const { line, message } of problems) {
    assert.ok(Number.isInteger(line) && line >= 1 && line <= lines + 1, `line ${line} of ${lines}`);
    assert.ok(message.length > 10 && message.length < 1000, message);
  }
}

/** Only tags of ours, with plain attributes; nothing else may hold a `<`. */
const TAGS = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'h3',
  'div',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'pre',
  'code',
  'span',
  'strong',
  'em',
  'a',
]);
const MATH = /^(?:math|m[a-z]+|semantics|none|annotation)$/;
const ATTRIBUTES = new Set([
  'class',
  'data-language',
  'data-concept',
  'data-source',
  'href',
  'start',
  'scope',
]);

function assertHarmless(html: string): void {
  const rest = html.replace(
    /<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g,
    (_, close: string, name: string, attributes: string) => {
      const math = MATH.test(name);
      assert.ok(TAGS.has(name) || math, name);
      for (const [, attribute, value] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
        assert.ok(close === '' && (math || ATTRIBUTES.has(attribute!)), attribute);
        assert.ok(!/^(?:style|on.*|src|xlink:href)$/.test(attribute!), attribute);
        if (attribute === 'href') assert.match(value!, /^#[\w-]*$/);
      }
      return '';
    },
  );
  assert.doesNotMatch(rest, /[<>]/);
}

/** Tags and attributes of the list, each closed, and no comment, which HTML and XML end differently. */
function assertPlainFigure(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?:\s+[\w:-]+\s*=\s*"[^"<>]*")*)\s*(\/?)>/g,
    (_, close: string, name: string, attributes: string, self: string) => {
      assert.ok(FIGURE_ELEMENTS.has(name), name);
      assert.doesNotMatch(attributes, /\bon\w+\s*=|href|style|url|script/i);
      if (close) assert.equal(open.pop(), name);
      else if (!self) open.push(name);
      return '';
    },
  );
  assert.doesNotMatch(rest, /</);
  assert.deepEqual(open, []);
}

const renderers = {
  isConcept: (id: string) => id !== 'qlora',
  code: highlight,
  formula: (tex: string, display: boolean) => {
    const math = mathMl(tex, display);
    return 'html' in math ? math.html : '';
  },
};

describe('hostile knowledge files', () => {
  it('never throw, and pages hold only tags of ours', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(broken('peft/lora.en.md'), (text) => {
        const list = problemList();
        const page = readPage(text, 'en', list.of('x'));
        assertSound(text, list.problems);
        if (!page) return;
        const rendered = renderPage({ id: 'lora' }, page, renderers);
        const parts = [
          rendered.summaryHtml,
          ...rendered.sections.map(({ html }) => html),
          ...rendered.questions.map(({ answerHtml }) => answerHtml),
          ...rendered.quiz.flatMap((item) =>
            item.form === 'cloze'
              ? [item.stemHtml, item.whyHtml]
              : [item.stemHtml, ...item.options.flatMap(({ html, whyHtml }) => [html, whyHtml])],
          ),
        ];
        parts.forEach(assertHarmless);
      }),
      { numRuns: 1500 },
    );
  });

  for (const [name, read] of [
    ['peft/lora.yaml', readFacts],
    ['sources.yaml', readSources],
    ['peft/lora.svg', readFigure],
  ] as const) {
    it(`never throw: ${name}`, function () {
      this.timeout(60_000);
      fc.assert(
        fc.property(broken(name), (text) => {
          const list = problemList();
          read(text, list.of('x'));
          assertSound(text, list.problems);
        }),
        { numRuns: 1500 },
      );
    });
  }

  it('leave a figure without anything that runs, loads or is not in the list', () => {
    fc.assert(
      fc.property(broken('peft/lora.svg'), (text) => {
        const figure = readFigure(text, () => undefined);
        if (!figure) return;
        assertPlainFigure(figureIn(figure, 'en'));
        assertPlainFigure(figureIn(figure, 'es'));
      }),
      { numRuns: 1500 },
    );
  });

  it('leave a formula without anything that runs or loads', () => {
    const formulas = [
      ...[
        '\\text{<img src=x onerror=alert(1)>}',
        '\\mathrm{"><script>}',
        '\\colorbox{"><script>alert(1)</script>}{x}',
        '\\color{red;}x',
      ],
      ...[
        '\\href{javascript:alert(1)}{x}',
        '\\url{javascript:alert(1)}',
        '\\includegraphics{http://example.org/x.png}',
        '\\class{x}{y}',
      ],
      ...[
        '\\id{x}{y}',
        '\\style{color:red}{x}',
        '\\data{x=y}{z}',
        '\\unicode{x3c}script',
        '\\text{\\<b>}',
        '<script>alert(1)</script>',
        '\\operatorname{<a>}',
      ],
      ...[
        '\\def\\x{\\x\\x}\\x',
        '\\def\\a{xx}\\def\\b{\\a\\a}\\b',
        '{'.repeat(900) + '}'.repeat(900),
        'x^{'.repeat(600) + '}'.repeat(600),
        '\\tag{<b>}x',
        '\\label{<b>}x',
      ],
    ];
    for (const tex of formulas) {
      const math = mathMl(tex, true);
      if ('html' in math) assertHarmless(math.html);
      else assert.ok(math.error.length > 0 && math.error.length < 300);
    }
  });

  it('never throw as a whole folder', function () {
    this.timeout(60_000);
    const files = fc.tuple(
      ...good.map(({ path }) =>
        fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: broken(path) }),
      ),
    );
    fc.assert(
      fc.property(files, (texts) => {
        checkBase(
          good.map(({ path, text }, index) => ({ path, text: texts[index] ?? text })),
          { planned: new Set() },
          { drawFormula: mathMl },
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** As large as a file may be, and shaped to be slow; each must end well within mocha's two seconds. */
const page = (body: string): string => `# x\n\nx\n\n## In depth\n\n${body}`;
const SLOW: Readonly<Record<string, string>> = {
  'nested bold': page('**a '.repeat(15_000)),
  'nested asterisks': page('*'.repeat(60_000)),
  'open and closed emphasis': page('*a '.repeat(9000) + 'a* '.repeat(9000)),
  'open brackets': page('['.repeat(60_000)),
  'closing brackets': page('[a'.repeat(15_000) + ']'.repeat(15_000)),
  'bracket targets': page('[a]('.repeat(15_000)),
  dollars: page('$a '.repeat(20_000)),
  'dollar pairs': page('$a$ '.repeat(15_000)),
  backticks: page(Array.from({ length: 340 }, (_, i) => '`'.repeat(i + 1)).join(' ')),
  'escaped dollars': page('$' + '\\$'.repeat(30_000)),
  gaps: page('==a'.repeat(20_000)),
  'citations that do not end': page('[@a; '.repeat(12_000)),
  'nested lists': page(Array.from({ length: 350 }, (_, i) => `${' '.repeat(i)}- a`).join('\n')),
  'nested quotes': page('>'.repeat(16_000)),
  'quote on every line': page('>\n'.repeat(30_000)),
  'blank lines in a list': page('- a' + '\n'.repeat(60_000) + '  b'),
  'many lists': page('- a\n\n'.repeat(12_000)),
  'many fences': page('```\n'.repeat(15_000)),
  'fences that differ': page('```\n````\n'.repeat(7000)),
  'many formulas': page('$$\n'.repeat(20_000)),
  'table of bars': page('|'.repeat(16_000) + '\n' + '|-'.repeat(8000)),
  'table rows': page('|a|b|\n|-|-|\n' + '|\n'.repeat(25_000)),
  'delimiter rows': page('|-\n'.repeat(20_000)),
  headings: page('### a\n'.repeat(10_000)),
  sections: '# x\n' + '## Quiz\n'.repeat(8000),
  'quiz items': page('') + '## Quiz\n' + '### a (recall)\n- [x] a\n'.repeat(2800),
  spaces: page(`a${' '.repeat(16_000)}b\n`.repeat(3)),
  'spaces everywhere':
    '# x\n\n' +
    ' '.repeat(15_000) +
    'x\n\n## In depth' +
    ' '.repeat(15_000) +
    '\n### a' +
    ' '.repeat(15_000) +
    '{#b',
  'long words': page('a'.repeat(16_000)),
};

describe('slow knowledge files', () => {
  for (const [name, text] of Object.entries(SLOW)) {
    it(`are read in time: ${name}`, () => {
      assert.ok(text.length <= 64 * 1024 + 100, String(text.length));
      const list = problemList();
      const draft = readPage(text.slice(0, 64 * 1024), 'en', list.of('x'));
      if (!draft) return;
      const html = JSON.stringify(renderPage({ id: 'lora' }, draft, renderers));
      assert.ok(html.length < 40 * text.length);
    });
  }
});

/** YAML at the full size of its file. */
const SLOW_YAML: Readonly<Record<string, string>> = {
  'empty lists': '[]\n',
  'closing brackets': 'a: ]\n',
  'blank lines': '\n',
  'reserved letters': '`a: b\n',
  'keys without a name': ': \n',
  'the same key': 'k: v\n',
  'lists of lists': '- - - a\n',
  comments: '#\n',
  quotes: '"\n',
  'long quotes': '"x\n\n ',
};

describe('slow figures', () => {
  const svg = (inside: string): string =>
    `<svg viewBox="0 0 480 9"><title>a</title><desc>b</desc>${inside}</svg>`;
  const shapes: Readonly<Record<string, string>> = {
    'texts that do not end': `<text>${'{{a '.repeat(15_000)}</text>`,
    'one long text': `<text>{{${'a '.repeat(30_000)}}}</text>`,
    'many texts': `<text>${'{{a|b}}'.repeat(8000)}</text>`,
    'attributes that do not end': `<rect ${'x="1" '.repeat(10_000)}`,
    'open tags': '<g>'.repeat(20_000),
    'open comments': '<!--'.repeat(15_000),
    comments: '<!---->'.repeat(9000),
    'spaces in a tag': `<rect ${' '.repeat(16_000)}`,
    transforms: `<g transform="${'scale(1) '.repeat(1700)}x"/>`,
  };
  for (const [name, shape] of Object.entries(shapes)) {
    it(`are checked in time: ${name}`, () => {
      const list = problemList();
      const figure = readFigure(svg(shape).slice(0, LIMITS.figure), list.of('x.svg'));
      if (figure) assertPlainFigure(figureIn(figure, 'es'));
    });
  }
});

describe('slow YAML', () => {
  for (const [name, text] of Object.entries(SLOW_YAML)) {
    it(`is read or refused in time: ${name}`, () => {
      const fill = (size: number): string => text.repeat(Math.floor(size / text.length));
      const list = problemList();
      readSources(fill(LIMITS.fileBytes), list.of('sources.yaml'));
      readFacts(fill(LIMITS.facts), list.of('facts.yaml'));
      assert.ok(list.problems.length <= 200);
    });
  }
});
