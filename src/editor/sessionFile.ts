/** The session under way in this workspace, on disk after every answer, so that a reload finds it as it was. */
import * as vscode from 'vscode';
import { readSession } from '../core/practice/session.ts';
import type { Session } from '../core/practice/session.ts';
import { logProblem } from './log.ts';

/** Keeps one session; a session that cannot be written is lost with its window, its answers are not. */
export class SessionFile {
  readonly #folder: vscode.Uri;
  readonly #file: vscode.Uri;
  #session: Session | null | undefined;
  #isWriting = false;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
    this.#file = vscode.Uri.joinPath(folder, 'session.json');
  }

  /** The session that was kept, if there is one. */
  async read(): Promise<Session | null> {
    if (this.#session !== undefined) return this.#session;
    let session: Session | null = null;
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file));
      session = readSession(JSON.parse(text)) ?? null;
    } catch {
      // No session was kept, or its file was cut: then there is none.
    }
    return (this.#session ??= session);
  }

  /** Keeps a session, or forgets it. Of several in a row only the last needs to reach the disk. */
  keep(session: Session | null): void {
    this.#session = session;
    if (!this.#isWriting) void this.#write();
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    for (let written: Session | null | undefined; written !== this.#session;) {
      written = this.#session;
      try {
        await vscode.workspace.fs.createDirectory(this.#folder);
        await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(JSON.stringify(written)));
      } catch (error) {
        logProblem('keeping the session', error);
      }
    }
    this.#isWriting = false;
  }
}
