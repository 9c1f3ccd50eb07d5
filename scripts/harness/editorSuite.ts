import { outFolder, projectRoot } from './cache.ts';
import type { Counts } from './counts.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coursePackExtension } from './plantedPacks.ts';
import { runInEditor, type ExtensionHost } from './runInEditor.ts';

/** Which extension the suite meets: the project's folder unless told otherwise. */
export interface EditorSuiteOptions {
  readonly host: ExtensionHost;
  readonly extensions?: readonly string[];
  readonly installed?: string;
}

/** Runs the suite of test/editor inside a real VS Code, beside an extension that brings a pack, and shows its tests. */
export async function runEditorSuite(options: EditorSuiteOptions): Promise<Counts> {
  const beside = mkdtempSync(join(tmpdir(), 'nlp-lens-'));
  try {
    const course = coursePackExtension(beside);
    const { host, extensions = [projectRoot], installed } = options;
    const lines = await runInEditor({
      host,
      plant: true,
      // The worker takes several extensions under development; the Node host takes one, and those installed.
      ...(host === 'worker'
        ? { extensions: [...extensions, course] }
        : installed === undefined
          ? { extensions, installed: beside }
          : { extensions: [course], installed }),
      entry: outFolder('test/editor/index.js'),
      onLine: (line) => {
        if (/^ {2}[✔✘]/.test(line)) console.log(line);
      },
    });
    const result = lines.map(readResult).find((each) => each !== undefined);
    if (!result) throw new Error(`VS Code ended before the suite had:\n${lines.slice(-20).join('\n')}`);
    if (result.host !== host) throw new Error(`the suite ran in the ${result.host} extension host`);
    return result;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** The suite says its counts in one line: see COUNTS in test/editor/run.ts. */
function readResult(line: string): (Counts & { readonly host: ExtensionHost }) | undefined {
  const json = /^nlp-lens-editor-suite (\{.*\})$/.exec(line)?.[1];
  return json === undefined ? undefined : (JSON.parse(json) as Counts & { host: ExtensionHost });
}
