import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { projectRoot } from './cache.ts';

/** The address under which the browser sees the project's folder. */
const PREFIX = '/dev-ext';

/**
 * Makes the workbench run our extension in the browser's worker, as vscode.dev does: the workbench page is told of
 * a development extension at an http address, and that address is answered from the project's folder.
 */
export async function serveExtensionToWorker(
  context: BrowserContext,
  port: number,
  tests = true,
): Promise<void> {
  const origin = `127.0.0.1:${port}`;
  const at = (path: string): object => ({ scheme: 'http', authority: origin, path: PREFIX + path });
  await context.route(`http://${origin}${PREFIX}/**`, async (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname)).slice(PREFIX.length);
    try {
      const body = await readFile(join(projectRoot, path));
      await route.fulfill({ body, contentType: TYPES[extname(path)] ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: `no ${path}` });
    }
  });
  await context.route(
    (url) => url.host === origin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace(
        /(data-settings=")([^"]*)(")/,
        (_all, before: string, value: string, after: string) => {
          const settings = JSON.parse(unescape(value)) as { developmentOptions?: object };
          const developmentOptions = {
            ...settings.developmentOptions,
            extensions: [at('')],
            ...(tests ? { extensionTestsPath: at('/out/test/editor/index.js') } : {}),
          };
          return before + escape(JSON.stringify({ ...settings, developmentOptions })) + after;
        },
      );
      await route.fulfill({ response, body });
    },
  );
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function unescape(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
