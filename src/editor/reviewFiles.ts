/** The files of the review log: every window writes its own, so that no two processes ever write the same one. */
import * as vscode from 'vscode';
import type { ReviewEvent } from '../core/practice/event.ts';
import { eventLine, parseLog } from '../core/practice/log.ts';
import { logProblem, orLog } from './log.ts';

/** Reads the events of all files but `except`; what cannot be read is logged and left as it is. */
export async function readReviewFiles(folder: vscode.Uri, except: string): Promise<readonly ReviewEvent[]> {
  let entries: [string, vscode.FileType][];
  try {
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
  // A `.new` file is what a window left that was killed between writing and renaming: its answers count too.
  const names = entries
    .filter(([name, type]) => type === vscode.FileType.File && /\.jsonl(\.new)?$/.test(name))
    .map(([name]) => name)
    .filter((name) => name !== except && name !== `${except}.new`);
  return (await Promise.all(names.map((name) => readFile(folder, name)))).flat();
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

  /** Written beside and then moved over: a window killed in between leaves the old file whole. */
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

function readFile(folder: vscode.Uri, name: string): Promise<readonly ReviewEvent[]> {
  return orLog<readonly ReviewEvent[]>(`reading the review log ${name}`, [], async () => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
    const { events, problems } = parseLog(new TextDecoder().decode(bytes), name);
    for (const problem of problems)
      logProblem('reading the review log', `${problem.file}:${problem.line}: ${problem.message}`);
    return events;
  });
}
