import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { chromium, type Browser, type Frame } from 'playwright-core';
import { projectRoot } from '../../scripts/harness/cache.ts';
import { chromiumFlags, ensureChromium } from '../../scripts/harness/chromium.ts';
import type { Page } from '../../src/core/concept.ts';
import type { CoreData } from '../../src/core/knowledge.ts';
import { openPages, type PageData } from '../../src/core/pages.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** What somebody might try who has got HTML past our renderer, and what of it may stay. */
const HOSTILE: Readonly<Record<string, readonly [html: string, stays: string]>> = {
  script: ['a<script>hacked = 1</script>b', 'ab'],
  handler: ['<p onclick="hacked = 1" onpointerover="hacked = 1">a</p>', '<p>a</p>'],
  image: ['<img src=x onerror="hacked = 1">a', 'a'],
  'address that runs': ['<a href="javascript:hacked = 1">a</a>', '<a>a</a>'],
  'address that runs, disguised': ['<a href=" &#1;java&#9;script&colon;hacked = 1">a</a>', '<a>a</a>'],
  'address of a command': ['<a href="command:workbench.action.quit">a</a>', '<a>a</a>'],
  'address of data': ['<a href="data:text/html,<script>hacked = 1</script>">a</a>', '<a>a</a>'],
  'address without a scheme': ['<a href="//example.org/">a</a>', '<a>a</a>'],
  'addresses that may be': [
    '<a href="https://example.org/">a</a><a data-concept="lora" href="#lora">b</a>',
    '<a href="https://example.org/">a</a><a data-concept="lora" href="#lora">b</a>',
  ],
  style: ['<p style="position:fixed">a</p><style>body{display:none}</style>', '<p>a</p>'],
  frame: ['<iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>a', 'a'],
  form: ['<form action="https://example.org/"><input name="a"><button>a</button></form>', 'a'],
  'meta and base': [
    '<meta http-equiv="refresh" content="0;url=x"><base href="x"><link rel="x" href="y">a',
    'a',
  ],
  'object and embed': ['<object data="x"></object><embed src="x">a', 'a'],
  'other data attributes': [
    '<p data-extra="x" data-language="python">a</p>',
    '<p data-language="python">a</p>',
  ],
  'named like the document': ['<p id="cookie" name="body">a</p>', '<p>a</p>'],
  'drawing that runs': [
    '<svg viewBox="0 0 1 1"><script>hacked = 1</script><g onload="hacked = 1"><path d="M0 0"></path></g></svg>',
    '<svg viewBox="0 0 1 1"><g><path d="M0 0"></path></g></svg>',
  ],
  'drawing that moves or loads': [
    '<svg><animate attributeName="href" values="javascript:hacked=1"></animate><use href="#a"></use><image href="x"></image><a href="javascript:hacked=1"><text>a</text></a><foreignObject><p>b</p></foreignObject></svg>',
    '<svg><a><text>a</text></a></svg>',
  ],
  'formula with an action': [
    '<math><maction actiontype="toggle"><mi>x</mi></maction><mi href="javascript:hacked=1">y</mi></math>',
    '<math><mi>x</mi><mi>y</mi></math>',
  ],
  'text between languages': [
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hacked=1&gt;">',
    '',
  ],
  'text between drawings': ['<svg></p><style><a id="</style><img src=1 onerror=hacked=1>">', ''],
  template: ['<template><script>hacked = 1</script></template>a', 'a'],
  'own element': ['<x-a is="y">a</x-a>', 'a'],
};

describe('the second lock on HTML', function () {
  this.timeout(120_000);

  describe('in the page of the sidebar', () => {
    let vscode: Workbench;
    let frame: Frame;
    before(async () => {
      vscode = await openWorkbench();
      await vscode.open('train_lora.py');
      frame = await vscode.sidebar();
      await frame.locator('main').waitFor();
      await frame.evaluate(() => {
        window.postMessage({ type: 'go', place: { view: 'concept', id: 'lora' } }, '*');
      });
      await frame.locator('.formula math').first().waitFor();
    });
    after(() => vscode?.close());

    for (const [name, [html, stays]] of Object.entries(HOSTILE))
      it(`${name}: ${stays === '' ? 'nothing that runs or loads' : stays}`, async () => {
        const page: Page = {
          id: 'lora',
          title: name,
          summaryHtml: html,
          sections: [],
          questions: [],
          quiz: [],
          citations: [],
        };
        await frame.evaluate((shown) => {
          window.postMessage({ type: 'page', lang: document.documentElement.lang, page: shown }, '*');
        }, page);
        await frame.locator('h1', { hasText: name }).waitFor();
        const found = await frame.locator('article .summary').evaluate((summary) => ({
          html: summary.innerHTML,
          runs: summary.querySelectorAll('script, style, img, iframe, form, [style], [onerror]').length,
          hacked: 'hacked' in window,
        }));
        if (stays !== '') assert.equal(found.html, stays);
        assert.deepEqual([found.runs, found.hacked], [0, false], found.html);
      });

    it('takes no HTML that has not been cleaned, where the browser can tell', async () => {
      const refused = await frame.evaluate(() => {
        try {
          document.createElement('p').innerHTML = '<em>a</em>';
          return false;
        } catch (error) {
          return error instanceof TypeError;
        }
      });
      assert.equal(refused, true);
    });
  });

  describe('leaves', () => {
    let browser: Browser;
    before(async () => {
      browser = await chromium.launch({ executablePath: ensureChromium()!, args: [...chromiumFlags] });
    });
    after(() => browser?.close());

    it('every page, figure and formula of the base as it is', async () => {
      const tab = await browser.newPage();
      await tab.setContent('<!DOCTYPE html><title>pages</title>');
      await tab.addScriptTag({ content: bundle() });
      const pieces = allHtml();
      assert.ok(pieces.length > 10_000, String(pieces.length));
      const changed = await tab.evaluate((all) => {
        const { changedBy } = globalThis as unknown as { changedBy: (html: string) => string[] };
        return all.flatMap(changedBy);
      }, pieces);
      assert.deepEqual(changed.slice(0, 5), []);
    });
  });
});

/** The sanitiser and the renderer of formulas, and what they make of a piece of a page that is not what it was. */
function bundle(): string {
  const contents = `
    import { cleanHtml } from './src/webview/cleanHtml.ts';
    import { mathMl } from './src/core/authoring/mathml.ts';
    globalThis.changedBy = (html) => {
      const template = document.createElement('template');
      template.innerHTML = html;
      for (const formula of template.content.querySelectorAll('.tex')) {
        const math = mathMl(formula.textContent, formula.classList.contains('display'));
        if ('html' in math) formula.outerHTML = math.html;
      }
      const clean = document.createElement('template');
      clean.innerHTML = cleanHtml(template.innerHTML);
      return clean.innerHTML === template.innerHTML ? [] : [template.innerHTML + ' -> ' + clean.innerHTML];
    };`;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: projectRoot, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]!.text;
}

/** Everything of every page that enters the document as HTML. */
function allHtml(): string[] {
  const read = <T>(name: string): T =>
    JSON.parse(readFileSync(join(projectRoot, 'dist/knowledge', name), 'utf8')) as T;
  const { concepts } = read<CoreData>('core.json');
  const pages = openPages(read<PageData>('pages.json'), concepts);
  return concepts.flatMap(({ id }) =>
    (['en', 'es'] as const).flatMap((lang) => htmlOf(pages.page(id, lang)!)),
  );
}

function htmlOf({ summaryHtml, sections, questions, quiz, figure }: Page): string[] {
  return [
    summaryHtml,
    ...sections.map(({ html }) => html),
    ...questions.map(({ answerHtml }) => answerHtml),
    ...quiz.flatMap((item) => [
      item.stemHtml,
      ...(item.form === 'cloze'
        ? [item.whyHtml]
        : item.options.flatMap(({ html, whyHtml }) => [html, whyHtml])),
    ]),
    ...(figure === undefined ? [] : [figure]),
  ];
}
