/** What a hostile text can become in a hover: read with marked, the reader that VS Code bundles, as VS Code does. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked } from 'marked';
import type { Card } from '../../src/core/card.ts';
import { CARD_COMMANDS, cardMarkdown } from '../../src/core/cardMarkdown.ts';

const marked = new Marked();

/** The HTML of a card before VS Code sanitises it. */
function htmlOf(card: Card): string {
  const markdown = cardMarkdown(card, { lang: 'en', detail: 'full', ink: '#000000' });
  // VS Code's markdownEscapeEscapedIcons; after marked, renderLabelWithIcons looks for icons in the HTML.
  const kept = markdown.replace(/\\\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, (icon) => `\\${icon}`);
  return marked.parse(kept, { async: false });
}

const ICON = /(?<!\\)\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;
const OUR_ICONS = new Set(['mortar-board', 'lightbulb', 'info']);

/** Everything of the card that could act: tags, addresses, icons that are not ours. */
function dangersOf(html: string): string[] {
  const found: string[] = [];
  for (const [tag, name] of html.matchAll(/<\/?([a-z0-9!][^\s>]*)[^>]*>/gi)) {
    if (!['p', 'strong', 'em', 'code', 'a'].includes(name!)) found.push(tag);
    const href = /^<a href="([^"]*)"/.exec(tag)?.[1];
    if (name === 'a' && tag !== '</a>') {
      const command = /^command:([\w.]+)\?/.exec(href ?? '')?.[1];
      if (!CARD_COMMANDS.some((own) => own === command)) found.push(tag);
    }
  }
  for (const [icon, name] of html.matchAll(ICON)) if (!OUR_ICONS.has(name!)) found.push(icon);
  return found;
}

function cardWith(text: string): Card {
  return {
    concept: 'our-metric',
    title: text,
    meaning: text,
    model: `\`${text}\`: ${text}.`,
    insights: [{ text: `\`${text}\` is ${text}` }],
    headsUps: [text],
    summary: text,
    also: [{ id: 'other', title: text }],
    pack: text,
  };
}

const PAYLOADS = [
  '[click](command:workbench.action.quit)',
  '`](command:workbench.action.quit)',
  '` [a](command:workbench.action.terminal.new) `',
  '\\`[a](command:x)',
  '](command:x "title")',
  '<command:workbench.action.quit>',
  '<a href="command:x">a</a>',
  '<img src=https://evil.example/x.png>',
  '![beacon](https://evil.example/x.png)',
  'https://evil.example/path',
  'https://1249763844/path',
  'http://localhost/x',
  'www.evil.example',
  'ftp://evil.example',
  'someone@evil.example',
  '[a]: https://evil.example\n\n[a]',
  '\n\n[a]: command:x\n\n[a]',
  '# heading\n\n---\n\n> quote\n\n    code\n\n1. list\n\n- list',
  'text\n===\ntext',
  '| a | b |\n|---|---|\n| [x](command:y) | z |',
  '<!-- --><script>alert(1)</script>',
  '<!--\n\n[a](command:x)\n\n-->',
  '$(warning) Verified',
  '`$(verified) NLP Lens`',
  '$(`zap)',
  '[a](command:x)\r\r[a](command:x)',
  '`$(`zap)',
  '*$(verified)*',
  '\\$(verified) \\\\$(verified)',
  '&#36;(verified) &lt;b&gt; &amp;#36;(x)',
  '**bold** __bold__ ~~struck~~ ``` code ```',
  '```\n[a](command:x)\n```',
  '\u202egnp.exe\u200b',
  'a'.repeat(200_000),
];

describe('a hostile text in a hover', () => {
  it('is found by this test where there is one', () => {
    for (const bad of ['<img src=x>', '<a href="https://x">', '<a href="command:nlpLens.x?1">', 'a $(bug)'])
      assert.equal(dangersOf(bad).length, 1, bad);
  });

  for (const payload of PAYLOADS) {
    it(JSON.stringify(payload.slice(0, 60)), () => {
      assert.deepEqual(dangersOf(htmlOf(cardWith(payload))), []);
    });
  }

  it('whatever it is made of', function () {
    this.timeout(60_000);
    const part = fc.oneof(
      fc.constantFrom(...PAYLOADS.filter(({ length }) => length < 100)),
      fc.constantFrom(
        ...'`*_[]()!<>\\$|#&:;/-+~"\' \n\t',
        '](',
        '$(',
        '](command:',
        '://',
        '<!--',
        '``',
        '```',
      ),
      fc.constantFrom('a', 'bug', 'https', 'command:x', 'www.', '.example', 'zap)'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        assert.deepEqual(dangersOf(htmlOf(cardWith(parts.join('')))), []);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('numbers in a hover', () => {
  const rows: readonly (readonly [text: string, html: string])[] = [
    ['peak 2e-4', 'peak 2e-\u20604'],
    ['14.5 GB in 16 bits', '14.5\u00a0GB in 16 bits'],
    ['3\u00a0% de 32\u202f768', '3\u00a0% de 32\u202f768'],
    ['a pre-4 model, 8 GBs', 'a pre-4 model, 8 GBs'],
  ];
  for (const [text, html] of rows)
    it(`${JSON.stringify(text)} is not broken at the end of a line`, () => {
      const card = cardWith('x');
      assert.ok(htmlOf({ ...card, meaning: text }).includes(`<p>${html}</p>`));
    });
});
