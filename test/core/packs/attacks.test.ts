import assert from 'node:assert/strict';
import { cleanName } from '../../../src/core/authoring/characters.ts';
import { highlight } from '../../../src/core/authoring/highlight.ts';
import { mathMl } from '../../../src/core/authoring/mathml.ts';
import { planPack, renderPackPage, PACK_LIMITS, type PackEntry } from '../../../src/core/packs.ts';
import { problemList } from '../../../src/core/authoring/problems.ts';
import { conceptFiles, factsOf, outcome, packOf, type Folder } from './folder.ts';

const good = conceptFiles('team', 'our-metric');
const facts = 'team/our-metric.yaml';
const page = 'team/our-metric.en.md';

/** The good concept with one file replaced, beside a second one that must always survive. */
const other = conceptFiles('team', 'other-thing');
const withFile = (path: string, content: Folder[string]): Folder => ({ ...other, ...good, [path]: content });

/** What is attacked, the folder, and all that the pack is told; `our-metric` is kept out unless `shown`. */
interface Attack {
  readonly kind: string;
  readonly name: string;
  readonly folder: Folder;
  readonly says: readonly string[];
  readonly shown?: true;
}

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])),
  );
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefgh'
    .split('')
    .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
];

const attacks: readonly Attack[] = [
  {
    kind: 'yaml-bomb',
    name: 'aliases that multiply',
    folder: withFile(facts, bomb.join('\n')),
    says: [`${facts}:1: remove the anchor (\`&\`): write the value out, or quote the text`],
  },
  {
    kind: 'yaml-bomb',
    name: 'merge keys',
    folder: withFile(facts, `${factsOf('x')}<<: { a: b }\n`),
    says: [`${facts}:4: remove the merge key \`<<\`: write the values out`],
  },
  {
    kind: 'yaml-bomb',
    name: 'a cyclic alias',
    folder: withFile(facts, 'terms: &a\n  en: *a\n'),
    says: [`${facts}:1: remove the anchor (\`&\`): write the value out, or quote the text`],
  },
  {
    kind: 'yaml-bomb',
    name: 'ordered maps',
    folder: withFile(facts, `terms: !!omap\n${'  - a: b\n'.repeat(1000)}`),
    says: [
      `${facts}:1: remove the tag (\`!\`): values are plain text; quote the text if it starts with \`!\``,
    ],
  },
  {
    kind: 'deep-nesting',
    name: 'flow lists',
    folder: withFile(facts, `terms: ${'['.repeat(30_000)}`),
    says: [`${facts}:1: shorten the file: 30007 characters, at most 16384 are read`],
  },
  {
    kind: 'deep-nesting',
    name: 'shorter flow lists',
    folder: withFile(facts, `terms: ${'['.repeat(9000)}`),
    says: [`${facts}:1: nest at most 20 levels`],
  },
  {
    kind: 'deep-nesting',
    name: 'block maps',
    folder: withFile(facts, Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')),
    says: [`${facts}:21: nest at most 20 levels`],
  },
  {
    kind: 'deep-nesting',
    name: 'lists on a page',
    folder: withFile(
      page,
      good[page]!.replace(
        '- **text.** text',
        Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
      ),
    ),
    says: [`${page}:30: warning: nest lists and quotes at most 8 deep`],
    shown: true,
  },
  {
    kind: 'front-matter',
    name: 'JavaScript',
    folder: withFile(page, `---js\n{ x: process.exit(1) }\n---\n${good[page]!}`),
    says: [`${page}:1: warning: begin the page with \`# name\``],
    shown: true,
  },
  {
    kind: 'front-matter',
    name: 'a tag that constructs',
    folder: withFile(facts, 'terms: !!js/function "function(){}"\n'),
    says: [
      `${facts}:1: remove the tag (\`!\`): values are plain text; quote the text if it starts with \`!\``,
    ],
  },
  {
    kind: 'front-matter',
    name: 'a second document',
    folder: withFile(facts, `${factsOf('our metric')}---\na: b\n`),
    says: [`${facts}:4: keep one document: remove the second \`---\``],
  },
  {
    kind: 'big-input',
    name: 'a large file',
    folder: withFile(page, { kind: 'file', size: 10_000_000 }),
    says: [
      `${page}:1: shorten the file: 10000000 bytes, at most 262144`,
      `${facts}:1: warning: write the page ${page}`,
    ],
    shown: true,
  },
  {
    kind: 'big-input',
    name: 'a long page',
    folder: withFile(page, 'a\n'.repeat(40_000)),
    says: [`${page}:1: warning: shorten the file: 80000 characters, at most 65536 are read`],
    shown: true,
  },
  {
    kind: 'big-input',
    name: 'a long line',
    folder: withFile(page, `# x\n\n${'a'.repeat(20_000)}`),
    says: [`${page}:3: warning: break this line: it is over 16384 characters`],
    shown: true,
  },
  {
    kind: 'huge-counts',
    name: 'aliases',
    folder: withFile(
      facts,
      factsOf('our metric').replace(
        'name: our metric }',
        `name: our metric, aliases: [${Array.from({ length: 300 }, (_, i) => `a${i}`).join(', ')}] }`,
      ),
    ),
    says: [`${facts}:2: warning: keep at most 200 entries in \`aliases\``],
    shown: true,
  },
  {
    kind: 'regex-alias',
    name: 'a pattern that never ends',
    folder: withFile(
      facts,
      factsOf('our metric').replace('our metric }', 'our metric, aliases: ["(a+)+$", "(x|x)*y"] }'),
    ),
    says: [],
    shown: true,
  },
  {
    kind: 'regex-alias',
    name: 'words of every program',
    folder: withFile(
      facts,
      factsOf('our metric').replace('our metric }', 'our metric, aliases: [import, "", x] }'),
    ),
    says: [
      `${facts}:2: warning: write a plain text here`,
      `${facts}:2: warning: write another name: \`import\` is a word of Python`,
      `${facts}:2: warning: write a name of 2 to 80 characters with a letter in it`,
    ],
    shown: true,
  },
  {
    kind: 'everyday-words',
    name: 'words of every text, in either language and case',
    folder: withFile(
      facts,
      factsOf('our metric').replace('our metric }', 'our metric, aliases: [The, de, más, uso, IT, of it] }'),
    ),
    says: ['The', 'de', 'más', 'uso'].map(
      (word) => `${facts}:2: warning: write another name: \`${word}\` is a word of every text`,
    ),
    shown: true,
  },
  {
    kind: 'everyday-words',
    name: 'a name that is one',
    folder: withFile(facts, factsOf('para')),
    says: ['2', '3'].map((line) => `${facts}:${line}: write another name: \`para\` is a word of every text`),
  },
  {
    kind: 'markdown-redos',
    name: 'broken code that a parser would mend for seconds',
    folder: withFile(
      page,
      good[page]!.replace('- **text.** text', () => `\`\`\`python\n${'**a**\n'.repeat(9000)}\`\`\``),
    ),
    says: [
      `${page}:23: warning: correct the Python: it does not parse here`,
      'team/our-metric.es.md:20: warning: "Errores comunes" has 0 code blocks; the English page (line 20) has 1',
      'team/our-metric.es.md:20: warning: "Errores comunes" has a list of 1; the English page (line 20) has no lists or tables',
    ],
    shown: true,
  },
  {
    kind: 'markdown-redos',
    name: 'code spans without end',
    folder: withFile(
      page,
      good[page]!.replace('\n\ntext\n', () => `\n\n${'`\n'.repeat(27_500)}\n`),
    ),
    says: [],
    shown: true,
  },
  {
    kind: 'prototype',
    name: 'keys of every object',
    folder: withFile(
      facts,
      factsOf('our metric', '__proto__: { polluted: yes }\nconstructor: x\ntoString: y\n'),
    ),
    says: ['__proto__', 'constructor', 'toString'].map(
      (key, i) =>
        `${facts}:${4 + i}: warning: remove \`${key}\`, or quote the text if it has a comma: the facts may have terms, ambiguous, triggers, relations, answers, overrides`,
    ),
    shown: true,
  },
  {
    kind: 'encoding',
    name: 'Latin-1',
    folder: withFile(page, bytes('# text\n\nm', 0xe9, 'trica\n')),
    says: [`${page}:3: warning: save the file as UTF-8: these bytes are in another encoding`],
    shown: true,
  },
  {
    kind: 'encoding',
    name: 'UTF-16',
    folder: withFile(facts, bytes(0xff, 0xfe, 't', 0)),
    says: [`${facts}:1: save the file as UTF-8: these bytes are in another encoding`],
  },
  {
    kind: 'encoding',
    name: 'overlong slash',
    folder: withFile(facts, bytes('terms:\n  en: ', 0xc0, 0xaf)),
    says: [`${facts}:2: save the file as UTF-8: these bytes are in another encoding`],
  },
  {
    kind: 'encoding',
    name: 'half a letter',
    folder: withFile(facts, bytes('terms:\n', 0xe2, 0x82)),
    says: [`${facts}:2: save the file as UTF-8: these bytes are in another encoding`],
  },
  {
    kind: 'encoding',
    name: 'NUL',
    folder: withFile(page, '# text\n\na\u0000b\n'),
    says: [`${page}:3: warning: remove the control character and save the file as UTF-8 text`],
    shown: true,
  },
  {
    kind: 'encoding',
    name: 'byte order mark and Windows line ends',
    folder: withFile(page, `\ufeff${good[page]!.replace(/\n/g, '\r\n')}`),
    says: [],
    shown: true,
  },
  {
    kind: 'symlink',
    name: 'a link for a page',
    folder: withFile(page, { kind: 'link' }),
    says: [
      `${page}:1: replace the link by the file itself: packs are read without following links`,
      `${facts}:1: warning: write the page ${page}`,
    ],
    shown: true,
  },
  {
    kind: 'symlink',
    name: 'a pipe',
    folder: withFile(facts, { kind: 'other' }),
    says: [`${facts}:1: remove it: a pack holds plain files`, `${page}:1: write the facts ${facts}`],
  },
  {
    kind: 'symlink',
    name: 'a link for a folder',
    folder: { ...other, ...good, elsewhere: { kind: 'link' }, README: { kind: 'link' } },
    says: [
      'elsewhere:1: warning: replace the link by the folder itself: packs are read without following links',
    ],
    shown: true,
  },
  {
    kind: 'path-traversal',
    name: 'dots, roots, drives and odd letters',
    folder: {
      ...other,
      ...good,
      '../evil/x.yaml': 'a',
      '/etc/x.yaml': 'a',
      'C:\\x.yaml': 'a',
      '..\\x/y.yaml': 'a',
      'a/../../x.yaml': 'a',
      'team/../x.yaml': 'a',
      './x.yaml': 'a',
      'node_modules/x.yaml': 'a',
      '.git/x.yaml': 'a',
      'a/b/c.yaml': 'a',
      'team/\u202ex.yaml': 'a',
      'team/x\u0000.yaml': 'a',
    },
    says: [],
    shown: true,
  },
  {
    kind: 'names',
    name: 'folders and files that are no ids',
    folder: { ...other, ...good, 'Mi Equipo/x.yaml': 'a', 'team/Café.yaml': 'a', 'team/x y.en.md': 'a' },
    says: [
      'Mi Equipo/x.yaml:1: name the folder in kebab case: `our-team`',
      'team/Café.yaml:1: name the file in kebab case: `attention-mask.yaml`',
      'team/x y.en.md:1: name the file in kebab case: `attention-mask.yaml`',
    ],
    shown: true,
  },
  {
    kind: 'duplicate',
    name: 'the same id in two topics',
    folder: { ...other, ...good, ...conceptFiles('zebra', 'our-metric') },
    says: [`zebra/our-metric.yaml:1: choose another id: team/our-metric.yaml has it`],
    shown: true,
  },
];

describe('attacks on packs', () => {
  for (const { kind, name, folder, says, shown } of attacks) {
    it(`${kind}: ${name}`, () => {
      const { shown: ids, says: said } = outcome(packOf(folder));
      assert.deepEqual(said, says);
      assert.deepEqual(ids, shown ? ['other-thing', 'our-metric'] : ['other-thing']);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    });
  }

  it('huge-counts: a folder that never ends', () => {
    function* endless(): Generator<PackEntry> {
      for (let i = 0; ; i += 1) yield { path: `team/c${i}.yaml`, kind: 'file', size: 100 };
    }
    const plan = planPack(endless(), problemList());
    assert.equal(plan.concepts.length, PACK_LIMITS.files);
    assert.deepEqual(
      plan.problems.map(({ message }) => message),
      [`split the pack: at most ${PACK_LIMITS.files} files and 160 MiB are read`],
    );
  });

  it('huge-counts: endless files that are not ours', () => {
    function* endless(): Generator<PackEntry> {
      for (let i = 0; ; i += 1) yield { path: `data/${i}.bin`, kind: 'file', size: 100 };
    }
    assert.deepEqual(planPack(endless(), problemList()).concepts, []);
  });

  it('huge-counts: a thousand broken files say a hundred things', () => {
    const folder = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`team/c${i}.yaml`, 'a: [']));
    const { problems } = packOf({ ...folder, ...other });
    assert.equal(problems.length, 101);
    assert.match(problems[100]!.message, /^mend these first: \d+ more problems are not shown$/);
  });

  it('huge-counts: a hundred thousand names, and not one more', () => {
    const names = (i: number): string => Array.from({ length: 190 }, (_, k) => `n${i}x${k}`).join(', ');
    const folder = Object.fromEntries(
      Array.from({ length: 540 }, (_, i) => [
        [
          `team/c${i}.yaml`,
          factsOf(`name ${i}`).replace(`name ${i} }`, `name ${i}, aliases: [${names(i)}] }`),
        ],
        [`team/c${i}.en.md`, `# name ${i}\n\ntext\n`],
        [`team/c${i}.es.md`, `# name ${i}\n\ntext\n`],
      ]).flat(),
    ) as Folder;
    const pack = packOf(folder);
    const count = pack.concepts.flatMap(({ concept }) => [concept.terms.en, concept.terms.es]);
    const total = count.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0);
    assert.ok(total <= PACK_LIMITS.names && total > PACK_LIMITS.names - 200, `${total} names`);
    assert.ok(
      pack.problems.some(({ message }) => /^split the pack: it has more than 100000 names/.test(message)),
    );
  }).timeout(20_000);

  it('spoofing: names cannot be links or icons in messages and lists', () => {
    const pack = packOf({
      ...conceptFiles(
        'team',
        'our-metric',
        factsOf('"[Continue](command:workbench.action.quit) $(verified)"'),
      ),
      'topics.yaml': 'team: { en: "[Team](command:x)", es: "$(bug)" }\n',
      'sources.yaml': 'a1:\n  title: "[Paper](https://evil.example)"\n  url: https://example.org/\n',
    });
    const labels = [
      pack.concepts[0]!.concept.terms.en.name,
      pack.topics[0]!.names.en,
      pack.topics[0]!.names.es,
      pack.sources.entries.get('a1')!.title,
    ];
    assert.deepEqual(labels, [
      '[Continue] (command:workbench.action.quit) $ (verified)',
      '[Team] (command:x)',
      '$ (bug)',
      '[Paper] (https://evil.example)',
    ]);
    assert.equal(cleanName('[a](command:b)\n\u202ec\u0000d'), '[a] (command:b) c d');
    assert.equal(cleanName('x'.repeat(10_000)).length, 80);
  });

  it('dangerous-url: only https addresses can be sources', () => {
    const urls = [
      ...[
        'javascript:alert(1)',
        'data:text/html,x',
        'command:workbench.action.quit',
        'file:///etc/passwd',
        'vscode://x/y',
        'http://example.org/',
      ],
      ...[
        '//example.org',
        'https://user@evil.example',
        'https://\u0440aypal.com/',
        'https://localhost',
        'HTTPS:example.org',
      ],
      ...[
        'https://example.org/a b',
        'https://example.org/"onclick="x',
        'https://example.org/<b>',
        'vbscript:x',
        '\tjavascript:alert(1)',
      ],
    ];
    const yaml = urls.map((url, i) => `s${i}:\n  title: t\n  url: ${JSON.stringify(url)}\n`).join('');
    const pack = packOf({ ...other, 'sources.yaml': yaml });
    assert.deepEqual([...pack.sources.entries.keys()], []);
    assert.equal(
      pack.problems.filter(({ message }) => message === 'write `url` like https://...').length,
      urls.length,
    );
  });

  it('spoofing: names are short', () => {
    const pack = packOf({
      ...other,
      'topics.yaml': `team: { en: ${'a'.repeat(81)}, es: b }\nours: { en: Ours, es: Lo nuestro }\n`,
      'sources.yaml': `a1:\n  title: ${'a'.repeat(301)}\n  url: https://example.org/\n`,
    });
    assert.deepEqual(
      pack.topics.map(({ id }) => id),
      ['ours'],
    );
    assert.equal(pack.sources.entries.size, 0);
    assert.deepEqual(outcome(pack).says, [
      'topics.yaml:1: write the topic as `topic-id: { en: Name, es: Nombre }`, with names of at most 80 characters',
      'sources.yaml:2: shorten `title` to 300 characters',
    ]);
  });

  it('spoofing: what cannot be seen is taken out of names and shown on pages', () => {
    const pack = packOf({
      ...conceptFiles('team', 'our-metric', factsOf('"our\u202e m\u200betric\u{e0041}"')),
      [page]: good[page]!.replace('# our metric\n\ntext', '# our metric\n\ntext \u202eevil'),
    });
    const { concept } = pack.concepts[0]!;
    assert.equal(concept.terms.en.name, 'our metric');
    assert.equal(concept.summary.en, 'text ⟨U+202E⟩evil');
    assert.equal(concept.pack, 'team');
  });

  it('html-js-xss, svg-mathml-xss, css-exfiltration: pages hold text, not markup', () => {
    const payloads = [
      ...[
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '<svg/onload=alert(1)>',
        '<iframe src="javascript:alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
      ],
      ...[
        '[x](javascript:alert(1))',
        '[x](data:text/html;base64,PHNjcmlwdD4=)',
        '[x](command:workbench.action.quit)',
        '![x](https://evil.example/x.png)',
        '[x](//evil.example)',
      ],
      ...[
        '<style>@import url(https://evil.example)</style>',
        '<link rel=stylesheet href=x>',
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
      ],
      ...[
        '$\\href{javascript:alert(1)}{x}$',
        '$\\text{<img src=x onerror=alert(1)>}$',
        '`<script>`',
        '<form action=x>',
        '<base href=x>',
        '<meta http-equiv=refresh>',
        '&lt;script&gt;',
        '[@x"><script>]',
      ],
      ...[
        '<!-- --!><script>alert(1)</script> -->',
        '<![CDATA[<script>]]>',
        '</p></div><script>',
        '"><script>alert(1)</script>',
        '{{constructor.constructor("alert(1)")()}}',
        '${alert(1)}',
        'javascript&colon;alert(1)',
      ],
    ];
    const body = payloads.join('\n\n');
    const options = `- [x] ${payloads[1]!}\n  > ${payloads[2]!}`;
    const folder = {
      ...good,
      [page]: good[page]!.replace('**text.** text', body.replace(/\n\n/g, '\n  '))
        .replace('{#question-1}\n\ntext', `{#question-1}\n\n${body}`)
        .replace('- [x] text b\n  > text', options)
        .replace('### text? {#question-2}', '### <img src=x onerror=alert(1)>? {#question-2}'),
    };
    const pack = packOf(folder);
    const files = new Map(
      Object.entries(folder).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    );
    const rendered = renderPackPage(pack.concepts[0]!.place, files, 'en', {
      isConcept: () => true,
      code: highlight,
      formula: (tex, display) => {
        const math = mathMl(tex, display);
        return 'html' in math ? math.html : '';
      },
    })!;
    const html = [
      ...rendered.sections.map((section) => section.html),
      ...rendered.questions.map(({ answerHtml }) => answerHtml),
      ...rendered.quiz.flatMap((item) =>
        item.form === 'cloze' ? [] : item.options.flatMap((option) => [option.html, option.whyHtml]),
      ),
    ].join('\n');
    assert.ok(html.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
    assert.doesNotMatch(
      html,
      /<(?!\/?(?:p|ul|ol|li|h3|div|pre|code|span|strong|em|a|table|thead|tbody|tr|th|td|math|m[a-z]+)[ >])/,
    );
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) {
      assert.doesNotMatch(
        tag.replace(/="[^"]*"/g, '='),
        / (?:on\w+|style|src|srcset|xlink:href|formaction|action)=/i,
      );
      for (const [, href] of tag.matchAll(/ href="([^"]*)"/g)) assert.match(href!, /^#[\w-]+$/);
    }
    assert.equal(rendered.questions[1]!.question, '<img src=x onerror=alert(1)>?');
  });
});
