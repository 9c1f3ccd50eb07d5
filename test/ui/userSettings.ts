import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installHelper } from '../../scripts/harness/smallExtension.ts';

/** Settings by their ids. */
export type Settings = Readonly<Record<string, unknown>>;

/** Changes the user's settings through VS Code's own API and resolves when VS Code has taken them. */
export type ApplySettings = (changes: Settings) => Promise<void>;

/**
 * Writes a tiny extension into the folder of installed extensions, before the server starts, and returns how to
 * talk to it. Writing settings.json from outside is not enough: the server does not always notice.
 */
export function installSettingsHelper(extensionsFolder: string): ApplySettings {
  const folder = installHelper(extensionsFolder, 'settings', SOURCE);
  let last = 0;
  return async (changes) => {
    const id = ++last;
    writeFileSync(join(folder, 'request.tmp'), JSON.stringify({ id, changes }));
    renameSync(join(folder, 'request.tmp'), join(folder, 'request.json'));
    const answer = join(folder, 'answer.json');
    for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(20)) {
      const { done, problem } = existsSync(answer)
        ? (JSON.parse(readFileSync(answer, 'utf8')) as { done: number; problem?: string })
        : { done: 0, problem: undefined };
      if (done !== id) continue;
      if (problem === undefined) return;
      throw new Error(`VS Code does not take ${JSON.stringify(changes)}: ${problem}`);
    }
    throw new Error(`VS Code did not take ${JSON.stringify(changes)} within 30 s`);
  };
}

const SOURCE = `const vscode = require('vscode');
const fs = require('node:fs');
const path = require('node:path');
const file = (name) => path.join(__dirname, name);

exports.activate = (context) => {
  let last = 0;
  let busy = false;
  const timer = setInterval(async () => {
    if (busy || !fs.existsSync(file('request.json'))) return;
    const { id, changes } = JSON.parse(fs.readFileSync(file('request.json'), 'utf8'));
    if (id === last) return;
    busy = true;
    const answer = { done: (last = id) };
    try {
      for (const [name, value] of Object.entries(changes)) {
        await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
      }
    } catch (error) {
      answer.problem = String(error);
    }
    fs.writeFileSync(file('answer.tmp'), JSON.stringify(answer));
    fs.renameSync(file('answer.tmp'), file('answer.json'));
    busy = false;
  }, 20);
  context.subscriptions.push({ dispose: () => clearInterval(timer) });
};
`;
