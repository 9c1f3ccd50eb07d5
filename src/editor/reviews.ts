/** The learner's review log: all files of all windows together, and the progress that follows from it. */
import * as vscode from 'vscode';
import type { ConceptId } from '../core/concept.ts';
import type { Answer, Mark, ReviewEvent, Snooze, Undo } from '../core/practice/event.ts';
import { mergeEvents, momentAfter } from '../core/practice/log.ts';
import { itemKey } from '../core/practice/itemKey.ts';
import { progressOf } from '../core/practice/progress.ts';
import type { Progress } from '../core/practice/progress.ts';
import { logProblem } from './log.ts';
import { OwnReviewFile, readReviewFiles } from './reviewFiles.ts';

/** An event before it has its id and its time. */
export type NewEvent =
  | Omit<Answer, 'id' | 't' | 'tz'>
  | Omit<Undo, 'id' | 't'>
  | Omit<Mark, 'id' | 't'>
  | Omit<Snooze, 'id' | 't'>;

/** The learner's log and the progress that follows from it. Nothing in it is ever changed or deleted. */
export class Reviews implements vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #file: OwnReviewFile;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watcher: vscode.FileSystemWatcher;
  readonly #own: ReviewEvent[] = [];
  /** Time of the last event that was made here. */
  #last = 0;
  #others: Promise<readonly ReviewEvent[]> | undefined;
  #known: Known | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(storage: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(storage, 'reviews');
    this.#file = new OwnReviewFile(this.#folder);
    this.#watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(this.#folder, '*.jsonl'),
    );
    const reload = (uri: vscode.Uri) => {
      if (uri.path.endsWith(`/${this.#file.name}`)) return;
      this.#others = undefined;
      this.#changed.fire();
    };
    this.#watcher.onDidCreate(reload);
    this.#watcher.onDidChange(reload);
  }

  /** Fires after an event of this window, and after one of another window. */
  readonly onDidChange = this.#changed.event;

  /** Progress after all events of all windows. */
  async progress(): Promise<Progress> {
    const known = await this.#knownNow();
    return (known.progress ??= progressOf(known.events));
  }

  /** All events in replay order. */
  async events(): Promise<readonly ReviewEvent[]> {
    return (await this.#knownNow()).events;
  }

  /** Concepts with an item that is due, the one that waits longest first. */
  async dueConcepts(): Promise<readonly ConceptId[]> {
    const { items, suspended, snoozed } = await this.progress();
    const now = Date.now();
    const due = [...items.values()].filter(({ concept, item, memory }) => {
      const key = itemKey(concept, item);
      const aside = suspended.has(key) || suspended.has(concept) || (snoozed.get(key) ?? 0) > now;
      return memory.due <= now && !aside;
    });
    due.sort((a, b) => a.memory.due - b.memory.due);
    return [...new Set(due.map(({ concept }) => concept))];
  }

  /** Appends an event; resolves when it is on disk. An event sent twice under one id counts once. */
  async append(event: NewEvent, id: string = crypto.randomUUID()): Promise<void> {
    this.#last = momentAfter(this.#last, Date.now());
    const stamp = { id, t: this.#last };
    const tz = -new Date(stamp.t).getTimezoneOffset();
    const full = event.kind === 'answer' ? { ...event, ...stamp, tz } : { ...event, ...stamp };
    await this.add([full]);
  }

  /** Adds events that have their ids: the ones of another machine, or of an import. Returns how many were new. */
  async add(events: readonly ReviewEvent[]): Promise<number> {
    const known = new Set((await this.events()).map(({ id }) => id));
    for (const { id } of this.#own) known.add(id);
    const news = events.filter(({ id }) => !known.has(id));
    if (news.length > 0) {
      this.#own.push(...news);
      this.#changed.fire();
    }
    try {
      await this.#file.add(news);
    } catch (error) {
      this.#writeLater();
      throw error;
    }
    return news.length;
  }

  dispose(): void {
    clearTimeout(this.#retry);
    this.#watcher.dispose();
    this.#changed.dispose();
  }

  /** What is known now; the same object as long as nothing was added here or elsewhere. */
  async #knownNow(): Promise<Known> {
    const others = await (this.#others ??= readReviewFiles(this.#folder, this.#file.name));
    if (this.#known?.others !== others || this.#known.own !== this.#own.length)
      this.#known = { others, own: this.#own.length, events: mergeEvents(others, this.#own) };
    return this.#known;
  }

  /** A full disk may have room again later; nothing is lost as long as the window lives. */
  #writeLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#file.write().catch((error: unknown) => {
        logProblem('writing the review log again', error);
        this.#writeLater();
      });
    }, RETRY_MS);
  }
}

const RETRY_MS = 5000;

interface Known {
  readonly others: readonly ReviewEvent[];
  readonly own: number;
  readonly events: readonly ReviewEvent[];
  progress?: Progress;
}
