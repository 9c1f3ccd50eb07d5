import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReviewEvent } from '../../src/core/practice/event.ts';
import { mergeEvents, parseLog } from '../../src/core/practice/log.ts';
import { progressOf } from '../../src/core/practice/progress.ts';
import type { Workbench } from './workbench.ts';

/** The events that are on disk, as another window would read them now. */
export function eventsOnDisk(vscode: Workbench): ReviewEvent[] {
  const folder = join(dirname(vscode.workspace), 'data/data/User/globalStorage/nlp-lens.nlp-lens/reviews');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return mergeEvents(...files.map((name) => parseLog(readFileSync(join(folder, name), 'utf8'), name).events));
}

/** The answers on disk that count: undone ones left out. */
export function answersOnDisk(vscode: Workbench): number {
  return progressOf(eventsOnDisk(vscode)).answers.length;
}

/** Processes below this one that run an extension host; only what the tests started is found. */
export function extensionHosts(): number[] {
  const parents = new Map<number, { parent: number; args: string }>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
      parents.set(Number(name), { parent, args: readFileSync(`/proc/${name}/cmdline`, 'utf8') });
    } catch {
      // It ended while we looked.
    }
  }
  const isOurs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)?.parent)
      if (at === process.pid) return true;
    return false;
  };
  return [...parents]
    .filter(([pid, { args }]) => args.includes('extensionHost') && isOurs(pid))
    .map(([pid]) => pid);
}
