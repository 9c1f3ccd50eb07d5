/** The files of the review log: every window writes its own, so that no two processes ever write the same one. */
import * as vscode from 'vscode';
import type { ReviewEvent } from '../core/practice/event.ts';
import { eventLine, parseLog } from '../core/practice/log.ts';
import { logProblem } from './log.ts';

/**
 * Reads the events of all files but `except`; what cannot be read is logged and left as it is. A file that another
 * window moves meanwhile is there under another name at the next look.
 */
export async function readReviewFiles(folder: vscode.Uri, except: string): Promise<readonly ReviewEvent[]> {
  for (let looks = 1; ; looks += 1) {
    const names = (await namesIn(folder)).filter((name) => name !== except && name !== `${except}.new`);
    const files = await Promise.all(names.map((name) => readFile(folder, name)));
    const there = files.filter((file) => file !== undefined);
    if (there.length === files.length || looks === MOST_LOOKS) return there.flat();
  }
}

const MOST_LOOKS = 10;

/** A `.new` file counts too: of a window that is between removing and renaming, or was killed there, it is all. */
async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.flatMap(([name, type]) =>
      type === vscode.FileType.File && /\.jsonl(\.new)?$/.test(name) ? [name] : [],
    );
  } catch {
    return [];
  }
}

/** The file of this window. */
export class OwnReviewFile {
  readonly #folder: vscode.Uri;
  readonly name = `${crypto.randomUUID()}.jsonl`;
  #text = '';
  #written = '';
  #writing: Promise<void> = Promise.resolve();

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  /** Whether everything that was added is on disk. */
  get isWritten(): boolean {
    return this.#text === this.#written;
  }

  /** Adds events; resolves when they are on disk. What could not be written goes along with the next attempt. */
  add(events: readonly ReviewEvent[]): Promise<void> {
    this.#text += events.map(eventLine).join('');
    return this.write();
  }

  /** Writes what is not on disk yet, one write after the other. */
  write(): Promise<void> {
    const turn = this.#writing.catch(() => undefined).then(() => this.#write());
    this.#writing = turn;
    return turn;
  }

  /**
   * Written beside and then moved over, for which VS Code removes the old file first: at any moment one of the two is
   * whole, for a window that reads and for what is left of one that was killed.
   */
  async #write(): Promise<void> {
    const text = this.#text;
    if (text === this.#written) return;
    const own = vscode.Uri.joinPath(this.#folder, this.name);
    const beside = vscode.Uri.joinPath(this.#folder, `${this.name}.new`);
    await vscode.workspace.fs.createDirectory(this.#folder);
    await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(beside, own, { overwrite: true });
    this.#written = text;
  }
}

/** The events of a file; nothing when it is gone since it was listed. */
async function readFile(folder: vscode.Uri, name: string): Promise<readonly ReviewEvent[] | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
    const { events, problems } = parseLog(new TextDecoder().decode(bytes), name);
    // A `.new` file may be half written; its window writes on, or has left what it confirmed in the other file.
    for (const { file, line, message } of name.endsWith('.new') ? [] : problems)
      logProblem('reading the review log', `${file}:${line}: ${message}`);
    return events;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    logProblem(`reading the review log ${name}`, error);
    return [];
  }
}
