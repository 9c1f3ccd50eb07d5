import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Frame, Request } from 'playwright-core';
import { examplePack } from '../../src/core/packs/example.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** A pack as its reader meets it, from a workspace that is not trusted yet to a question that it asks. */
describe('a knowledge pack in VS Code', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'nlp-lens-'));
  let vscode: Workbench;
  let frame: Frame;
  const requests: string[] = [];
  const everybodys: string[] = [];

  before(async () => {
    write('train.py', 'import transformers\n\n# Measure on the golden set before the fine-tuning.\nx = 1\n');
    for (const { path, text } of examplePack()) write(join('.nlp-lens', path), text);
    const page = examplePack().find(({ path }) => path.endsWith('.en.md'))!;
    write(join('.nlp-lens', page.path), page.text.replace('## Pitfalls', `${HOSTILE}\n\n## Pitfalls`));
    vscode = await openWorkbench({
      folder,
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      },
    });
    vscode.page.context().on('request', (request) => {
      everybodys.push(request.url());
      if (isOurs(frameOf(request))) requests.push(request.url());
    });
  });
  after(async () => {
    await vscode?.close();
    rmSync(folder, { recursive: true });
  });

  it('is not read before the workspace is trusted; our own cards are there', async () => {
    await vscode.open('train.py');
    assert.match((await vscode.hover('fine-tuning')).text, /fine-tuning/i);
    assert.doesNotMatch(await firstRow('golden set'), /golden set/);
  });

  it('is read as soon as the workspace is trusted; the command for packs says so and leads there', async () => {
    await vscode.command('NLP Lens: Create Knowledge Pack');
    await vscode.command('Notifications: Show Notifications');
    const message = vscode.page.locator('.notification-list-item', { hasText: 'trusted workspaces only' });
    await message.getByRole('button', { name: 'Manage Workspace Trust' }).click();
    await vscode.page
      .locator('.workspace-trust-editor')
      .getByRole('button', { name: 'Trust', exact: true })
      .click();
    // The editor of trust may lie over everything else until it is closed.
    const modal = vscode.page.locator('.monaco-modal-editor-block');
    if (await modal.isVisible()) {
      await modal.locator('[aria-label^="Close"]').first().click({ timeout: 5000 });
      await modal.waitFor({ state: 'hidden', timeout: 5000 });
    }
    await vscode.open('train.py');
    for (let left = 30; !/golden set/.test(await firstRow('golden set')); left -= 1)
      assert.ok(left > 0, 'not found');
    assert.match((await vscode.hover('golden set')).text, /NLP Lens · workspace/);
  });

  it('has a page that names it, drawn from text alone', async () => {
    await vscode.command('NLP Lens: Search Concepts');
    const rows = await vscode.type('golden set', /^golden set/);
    assert.match(rows[0]!, /workspace\s*Our team/);
    await vscode.page.keyboard.press('Enter');
    frame = await vscode.frame('article.concept h1');
    assert.equal(await frame.locator('h1').innerText(), 'golden set');
    assert.match(await frame.locator('article header').innerText(), /knowledge pack workspace/i);
    assert.match(await frame.locator('article').innerText(), /<img src="https:\/\/evil\.example\/a\.png">/);
    assert.equal(
      await frame.locator('article :is(img, iframe, form, style, script, link, object)').count(),
      0,
    );
    const targets = await frame
      .locator('article a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    for (const target of targets) assert.match(target ?? '', /^#/);
  });

  it('is read again while its page is open', async () => {
    const path = join(vscode.workspace, '.nlp-lens/our-team/golden-set.en.md');
    const page = examplePack().find((file) => file.path.endsWith('.en.md'))!;
    writeFileSync(path, page.text.replace('## In depth\n\n', '## In depth\n\nWritten a moment ago.\n\n'));
    await frame.locator('article', { hasText: 'Written a moment ago.' }).waitFor();
  });

  it('asks its questions', async () => {
    await frame.getByRole('button', { name: 'Practice this' }).click();
    await frame.locator('.practice .stem').waitFor();
    const stem = await frame.locator('.practice .stem').innerText();
    assert.match(stem, /golden set|Two people|measured on/);
  });

  it('has a page that may open no connection, and opened none', async () => {
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    const rules = new Map(policy!.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
    for (const name of ['default-src', 'connect-src', 'frame-src', 'form-action', 'base-uri'])
      assert.deepEqual(rules.get(name), ["'none'"], name);
    assert.deepEqual(rules.get('require-trusted-types-for'), ["'script'"]);
    assert.deepEqual(rules.get('trusted-types'), ['dompurify']);
    rules.delete('require-trusted-types-for');
    rules.delete('trusted-types');
    for (const [name, sources] of rules)
      for (const source of sources)
        assert.match(source, /^(?:'none'|'self'|'nonce-[0-9a-f]{32}'|https:\/\/\*\.vscode-cdn\.net)$/, name);
    assert.deepEqual(
      everybodys.filter((url) => url.includes('evil.example')),
      [],
    );
    assert.ok(requests.length > 0, 'the requests of our pages were not seen');
    const origin = new URL(vscode.page.url()).origin;
    for (const url of requests) {
      const { hostname } = new URL(url);
      const isResource = /(?:^|\.)vscode-resource\.vscode-cdn\.net$/.test(hostname);
      assert.ok(isResource || url.startsWith(`${origin}/`) || /^(?:blob|data):/.test(url), url);
    }
    const tried = await frame.evaluate(async () => {
      const refused: string[] = [];
      const both = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          refused.push(effectiveDirective);
          if (refused.length === 2) resolve();
        });
      });
      new Image().src = 'https://evil.example/beacon.png';
      await fetch('https://evil.example/').catch(() => undefined);
      await both;
      return refused;
    });
    assert.deepEqual(tried.sort(), ['connect-src', 'img-src']);
  });

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  /** The first row of the search for a text. */
  async function firstRow(text: string): Promise<string> {
    await vscode.command('NLP Lens: Search Concepts');
    const [row = ''] = await vscode.type(text, /\w/);
    await vscode.page.keyboard.press('Escape');
    return row;
  }
});

const HOSTILE = [
  '<img src="https://evil.example/a.png">',
  '![b](https://evil.example/b.png)',
  '<script>fetch("https://evil.example/c")</script>',
  '<iframe src="https://evil.example/d"></iframe>',
  '<style>@import url(https://evil.example/e)</style>',
  '<link rel="stylesheet" href="https://evil.example/f">',
  '[g](command:workbench.action.quit) [h](javascript:alert(1)) [i](https://evil.example/i)',
].join('\n\n');

/** The frame that asks; a page that is only being opened has none yet. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** Whether a frame, or one around it, is a webview of ours. */
function isOurs(frame: Frame | null): boolean {
  for (let at = frame; at; at = at.parentFrame())
    if (/[?&]extensionId=nlp-lens\.nlp-lens\b/.test(at.url())) return true;
  return false;
}
