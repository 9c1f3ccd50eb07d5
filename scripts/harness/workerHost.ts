import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, normalize } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** The addresses under which the browser sees our folders: /dev-ext/0 is the first. */
const PREFIX = '/dev-ext';

/** VS Code runs a suite in the host of the extension that contains it: ours appears to be in the first one. */
const TESTS = '~tests';

/**
 * Makes the workbench run extensions in the browser's worker, as vscode.dev does: the workbench page is told of
 * development extensions at http addresses, and those addresses are answered from folders of this machine.
 */
export async function serveExtensionsToWorker(
  context: BrowserContext,
  port: number,
  extensions: readonly string[],
  tests?: string,
): Promise<void> {
  const origin = `127.0.0.1:${port}`;
  const at = (path: string): object => ({ scheme: 'http', authority: origin, path: PREFIX + path });
  const developmentOptions = {
    extensions: extensions.map((_, index) => at(`/${index}`)),
    ...(tests === undefined ? {} : { extensionTestsPath: at(`/0/${TESTS}/${basename(tests)}`) }),
  };
  await context.route(`http://${origin}${PREFIX}/**`, async (route) => {
    const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname));
    const [index = '', ...rest] = path.slice(PREFIX.length + 1).split('/');
    try {
      const folder = extensions[Number(index)] ?? '';
      const file = rest[0] === TESTS ? join(dirname(tests ?? ''), ...rest.slice(1)) : join(folder, ...rest);
      const body = await readFile(file);
      await route.fulfill({ body, contentType: TYPES[extname(path)] ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: `no ${path}` });
    }
  });
  await context.route(
    (url) => url.host === origin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      const body = withDevelopmentOptions(await response.text(), developmentOptions);
      await route.fulfill({ response, body });
    },
  );
}

/** The page carries its configuration as JSON in an attribute. */
function withDevelopmentOptions(html: string, options: object): string {
  return html.replace(/(data-settings=")([^"]*)(")/, (_all, before: string, value: string, after: string) => {
    const settings = JSON.parse(unescape(value)) as { developmentOptions?: object };
    const developmentOptions = { ...settings.developmentOptions, ...options };
    return before + escape(JSON.stringify({ ...settings, developmentOptions })) + after;
  });
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
