import { outFolder, projectRoot } from './cache.ts';
import type { Counts } from './counts.ts';
import { runInEditor, type ExtensionHost } from './runInEditor.ts';

/** Which extension the suite meets: the project's folder unless told otherwise. */
export interface EditorSuiteOptions {
  readonly host: ExtensionHost;
  readonly extensions?: readonly string[];
  readonly installed?: string;
}

/** Runs the suite of test/editor inside a real VS Code and shows its tests. */
export async function runEditorSuite(options: EditorSuiteOptions): Promise<Counts> {
  const lines = await runInEditor({
    extensions: [projectRoot],
    ...options,
    entry: outFolder('test/editor/index.js'),
    onLine: (line) => {
      if (/^ {2}[✔✘]/.test(line)) console.log(line);
    },
  });
  const result = lines.map(readResult).find((each) => each !== undefined);
  if (!result) throw new Error(`VS Code ended before the suite had:\n${lines.slice(-20).join('\n')}`);
  if (result.host !== options.host) throw new Error(`the suite ran in the ${result.host} extension host`);
  return result;
}

/** The suite says its counts in one line: see COUNTS in test/editor/run.ts. */
function readResult(line: string): (Counts & { readonly host: ExtensionHost }) | undefined {
  const json = /^nlp-lens-editor-suite (\{.*\})$/.exec(line)?.[1];
  return json === undefined ? undefined : (JSON.parse(json) as Counts & { host: ExtensionHost });
}
