/** The static HTML of our webviews: everything they show arrives as messages. */
import * as vscode from 'vscode';
import type { Lang } from '../core/concept.ts';
import type { Stop } from '../core/stop.ts';
import { escapeHtml } from '../core/authoring/escape.ts';

/**
 * The document: scripts by nonce, styles from our folder, no network, no frames, no
 * forms, HTML from the sanitiser alone. It says itself where the
 * page begins, so that no message can come too early or too late for that.
 */
export function webviewHtml(
  webview: vscode.Webview,
  dist: vscode.Uri,
  lang: Lang,
  first: Stop | undefined,
): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const uri = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource}`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}' ${webview.cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "connect-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types dompurify',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${lang}" data-document="${nonce}"${first ? ` data-first="${escapeHtml(JSON.stringify(first))}"` : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${uri('style.css')}">
<title>NLP Lens</title>
</head>
<body>
<div id="root"></div>
<svg width="0" height="0" aria-hidden="true" focusable="false"><defs><marker id="nlp-lens-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="context-stroke"/></marker></defs></svg>
<script type="module" nonce="${nonce}" src="${uri('main.js')}"></script>
</body>
</html>`;
}
