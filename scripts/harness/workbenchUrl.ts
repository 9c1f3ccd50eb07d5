import type { EditorServer } from './editorServer.ts';

/** What the browser opens. */
export interface WorkbenchTarget {
  /** Absolute path of the workspace folder. */
  readonly folder: string;
  /** Absolute path of the extension to load from its folder (VS Code takes one this way). */
  readonly extension?: string | undefined;
  /** Absolute path of a compiled suite whose `run()` the extension host calls. */
  readonly tests?: string;
}

/** The address of the workbench with its folder, development extension and suite. */
export function workbenchUrl(server: EditorServer, target: WorkbenchTarget): string {
  const origin = `127.0.0.1:${server.port}`;
  const remote = (path: string): string => `vscode-remote://${origin}${encodeURI(path)}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (target.extension) payload.push(['extensionDevelopmentPath', remote(target.extension)]);
  if (target.tests) payload.push(['extensionTestsPath', remote(target.tests)]);
  const query = new URLSearchParams({
    ...(server.token === undefined ? {} : { tkn: server.token }),
    folder: target.folder,
    payload: JSON.stringify(payload),
  });
  return `http://${origin}/?${query.toString()}`;
}
