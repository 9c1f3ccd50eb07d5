/** A value of this workspace on disk, so that a reload finds it as it was: the session under way, where pages are. */
import * as vscode from 'vscode';
import { logProblem } from './log.ts';

/** Keeps one value of JSON; one that cannot be written is lost with its window. */
export class KeptFile<T> {
  readonly #folder: vscode.Uri;
  readonly #file: vscode.Uri;
  readonly #parse: (value: unknown) => T | undefined;
  #value: T | null | undefined;
  #isWriting = false;

  /** `parse` takes in what was written, perhaps by another version of ours. */
  constructor(folder: vscode.Uri, name: string, parse: (value: unknown) => T | undefined) {
    this.#folder = folder;
    this.#file = vscode.Uri.joinPath(folder, name);
    this.#parse = parse;
  }

  /** The value that was kept, if there is one. */
  async read(): Promise<T | null> {
    if (this.#value !== undefined) return this.#value;
    let value: T | null = null;
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file));
      value = this.#parse(JSON.parse(text)) ?? null;
    } catch {
      // Nothing was kept, or the file was cut: then there is none.
    }
    return (this.#value ??= value);
  }

  /** Keeps a value, or forgets it. Of several in a row only the last needs to reach the disk. */
  keep(value: T | null): void {
    this.#value = value;
    if (!this.#isWriting) void this.#write();
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    for (let written: T | null | undefined; written !== this.#value;) {
      written = this.#value;
      try {
        await vscode.workspace.fs.createDirectory(this.#folder);
        await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(JSON.stringify(written)));
      } catch (error) {
        logProblem(`keeping ${this.#file.path}`, error);
      }
    }
    this.#isWriting = false;
  }
}
