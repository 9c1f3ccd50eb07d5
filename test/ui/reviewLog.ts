import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rating, ReviewEvent } from '../../src/core/practice/event.ts';
import { eventLine, mergeEvents, parseLog } from '../../src/core/practice/log.ts';
import { progressOf } from '../../src/core/practice/progress.ts';
import type { Workbench } from './workbench.ts';

/** The events that are on disk, as another window would read them now. */
export function eventsOnDisk(vscode: Workbench): ReviewEvent[] {
  const folder = folderOf(vscode);
  for (let looks = 1; existsSync(folder); looks += 1) {
    const names = readdirSync(folder).filter((name) => /\.jsonl(\.new)?$/.test(name));
    try {
      return mergeEvents(
        ...names.map((name) => parseLog(readFileSync(join(folder, name), 'utf8'), name).events),
      );
    } catch (error) {
      // VS Code removes the old file and then renames the new one: a window in the middle of it is looked at again.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || looks === 100) throw error;
    }
  }
  return [];
}

/** Writes the log of another machine; to be called before the extension is first used. */
export function writeLog(vscode: Workbench, events: readonly ReviewEvent[]): void {
  mkdirSync(folderOf(vscode), { recursive: true });
  writeFileSync(join(folderOf(vscode), 'another-machine.jsonl'), events.map(eventLine).join(''));
}

/** An item that was answered so many days ago, with ratings from 1 to 4. */
export function answers(
  concept: string,
  item: string,
  history: readonly (readonly [daysAgo: number, rating: Rating])[],
): ReviewEvent[] {
  const now = Date.now();
  return history.map(([days, rating]) => ({
    kind: 'answer',
    id: `${concept} ${item} ${days}`,
    t: Math.round(now - days * 86_400_000),
    tz: 0,
    concept,
    item,
    lang: 'en',
    rating,
    correct: rating > 1,
    ms: 5000,
  }));
}

function folderOf(vscode: Workbench): string {
  return join(dirname(vscode.workspace), 'data/data/User/globalStorage/nlp-lens.nlp-lens/reviews');
}

/** The answers on disk that count: undone ones left out. */
export function answersOnDisk(vscode: Workbench): number {
  return progressOf(eventsOnDisk(vscode)).answers.length;
}

/** Does something while the extension is too busy to hear of it; what was said to it arrives all at once then. */
export async function whileBusy(work: () => Promise<void>): Promise<void> {
  const hosts = extensionHosts();
  for (const pid of hosts) process.kill(pid, 'SIGSTOP');
  try {
    await work();
  } finally {
    const left = new Set(extensionHosts());
    for (const pid of hosts) if (left.has(pid)) process.kill(pid, 'SIGCONT');
  }
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
