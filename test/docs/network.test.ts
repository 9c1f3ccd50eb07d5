import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Ways to open a connection, or to run text that could, when called or constructed by their global names. */
const FORBIDDEN = new Set([
  'fetch',
  'eval',
  'importScripts',
  'sendBeacon',
  'Function',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
]);
const GLOBALS = new Set(['globalThis', 'self', 'window', 'navigator', 'global']);
const MODULES = /^(node:)?(http2?|https|net|tls|dns|dgram|child_process|worker_threads)(\/|$)/;

const bundles = [
  'dist/extension.js',
  ...readdirSync('dist/webview', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => `dist/webview/${name}`),
];

describe('what we ship opens no connection', () => {
  it('and this search finds one where there is one', () => {
    const bad = [
      'fetch("https://example.org")',
      'globalThis.fetch(x)',
      'new WebSocket(u)',
      'navigator.sendBeacon(u)',
      'const {get} = require("node:https")',
      'await import("http")',
      'new Function("return 1")',
      'const f = window.fetch; f(u)',
    ];
    for (const text of bad) assert.equal(connectionsIn(text).length, 1, text);
    assert.deepEqual(
      connectionsIn('class A { fetch(t) { return this.fetch(t) } } index.fetch("x"); require("vscode")'),
      [],
    );
  });

  for (const bundle of bundles) {
    it(bundle, () => {
      assert.deepEqual(connectionsIn(readFileSync(bundle, 'utf8')), []);
    }).timeout(20_000);
  }
});

function connectionsIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const { expression } = node;
      const [first] = node.arguments ?? [];
      if (ts.isIdentifier(expression) && FORBIDDEN.has(expression.text)) found.push(expression.text);
      const loads =
        expression.kind === ts.SyntaxKind.ImportKeyword || /require$/.test(expression.getText(file));
      if (loads && first && ts.isStringLiteralLike(first) && MODULES.test(first.text)) found.push(first.text);
    }
    if (
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      GLOBALS.has(node.expression.text) &&
      FORBIDDEN.has(node.name.text)
    ) {
      found.push(node.getText(file));
    }
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      if (MODULES.test(node.moduleSpecifier.text)) found.push(node.moduleSpecifier.text);
    }
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  visit(file);
  return found;
}
