/**
 * Keeps the review log: one JSON-lines file per window in the extension's storage folder, so that no two processes
 * ever write the same file. All files together are the log; nothing in them is ever changed or deleted.
 */
import * as vscode from 'vscode';
import type { ConceptId } from '../core/concept.ts';
import type { Answer, Mark, ReviewEvent, Undo } from '../core/practice/event.ts';
import { eventLine, mergeEvents, parseLog } from '../core/practice/log.ts';
import { progressOf } from '../core/practice/progress.ts';
import type { Progress } from '../core/practice/progress.ts';
import { logProblem } from './log.ts';

/** An event before it has its id and its time. */
export type NewEvent = Omit<Answer, 'id' | 't' | 'tz'> | Omit<Undo, 'id' | 't'> | Omit<Mark, 'id' | 't'>;

/** The learner's log and the progress that follows from it. */
export class Reviews implements vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #own: vscode.Uri;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watcher: vscode.FileSystemWatcher;
  #ownText = '';
  #events: readonly ReviewEvent[] | undefined;
  #progress: Progress | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(storage: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'reviews');
    this.#own = vscode.Uri.joinPath(this.#folder, `${crypto.randomUUID()}.jsonl`);
    this.#watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(this.#folder, '*.jsonl'),
    );
    const reload = (uri: vscode.Uri) => {
      if (uri.toString() === this.#own.toString()) return;
      this.#events = undefined;
      this.#progress = undefined;
      this.#changed.fire();
    };
    this.#watcher.onDidCreate(reload);
    this.#watcher.onDidChange(reload);
  }

  /** Fires after an event of this window, and after one of another window. */
  readonly onDidChange = this.#changed.event;

  /** Progress after all events of all windows. */
  async progress(): Promise<Progress> {
    this.#progress ??= progressOf(await this.events());
    return this.#progress;
  }

  /** All events in replay order. */
  async events(): Promise<readonly ReviewEvent[]> {
    this.#events ??= await this.#read();
    return this.#events;
  }

  /** Concepts with an item that is due, the one that waits longest first. */
  async dueConcepts(): Promise<readonly ConceptId[]> {
    const { items, suspended } = await this.progress();
    const now = Date.now();
    const due = [...items].filter(
      ([key, item]) => item.memory.due <= now && !suspended.has(key) && !suspended.has(item.concept),
    );
    due.sort(([, a], [, b]) => a.memory.due - b.memory.due);
    return [...new Set(due.map(([, item]) => item.concept))];
  }

  /** Appends an event; resolves when it is on disk. An event that cannot be written stays in memory and goes with the next. */
  async append(event: NewEvent): Promise<ReviewEvent> {
    const now = new Date();
    const stamp = { id: crypto.randomUUID(), t: now.getTime() };
    const full = (
      event.kind === 'answer' ? { ...event, ...stamp, tz: -now.getTimezoneOffset() } : { ...event, ...stamp }
    ) as ReviewEvent;
    const before = await this.events();
    this.#events = mergeEvents(before, [full]);
    this.#progress = undefined;
    this.#ownText += eventLine(full);
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write());
    await this.#writing;
    this.#changed.fire();
    return full;
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#changed.dispose();
  }

  /** Written beside and then moved over: a window killed in between leaves the old file whole. */
  async #write(): Promise<void> {
    const beside = this.#own.with({ path: `${this.#own.path}.new` });
    await vscode.workspace.fs.createDirectory(this.#folder);
    await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(this.#ownText));
    await vscode.workspace.fs.rename(beside, this.#own, { overwrite: true });
  }

  async #read(): Promise<ReviewEvent[]> {
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(this.#folder);
    } catch {
      return [];
    }
    const names = entries
      .filter(([name, type]) => type === vscode.FileType.File && /\.jsonl(\.new)?$/.test(name))
      .map(([name]) => name);
    const logs = await Promise.all(names.map((name) => this.#readFile(name)));
    return mergeEvents(...logs);
  }

  async #readFile(name: string): Promise<readonly ReviewEvent[]> {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, name));
      const { events, problems } = parseLog(new TextDecoder().decode(bytes), name);
      for (const problem of problems)
        logProblem('reading the review log', `${problem.file}:${problem.line}: ${problem.message}`);
      return events;
    } catch (error) {
      logProblem(`reading the review log ${name}`, error);
      return [];
    }
  }
}
