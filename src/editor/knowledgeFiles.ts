/** Reads the compiled knowledge beside the bundle; each file at its first use, once, on desktop and web alike. */
import * as vscode from 'vscode';
import { readLzma } from '../core/lzma.ts';
import { stepByStep } from './slices.ts';

/** The compiled files, read lazily by {@link KnowledgeFiles.read}. */
export class KnowledgeFiles {
  readonly #folder: vscode.Uri;
  readonly #files = new Map<string, Promise<unknown>>();

  constructor(extensionUri: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(extensionUri, 'dist', 'knowledge');
  }

  /**
   * The parsed content of one compiled file, and from then on the same object. A failed read is not kept,
   * so that a later call tries again.
   */
  read<T>(name: string, parse: (file: Uint8Array) => T | Promise<T>): Promise<T> {
    const known = this.#files.get(name);
    if (known) return known as Promise<T>;
    const reading = this.bytes(name).then(parse);
    this.#files.set(name, reading);
    reading.catch(() => this.#files.delete(name));
    return reading;
  }

  /** The bytes of one compiled file, read anew. */
  async bytes(name: string): Promise<Uint8Array> {
    const file = vscode.Uri.joinPath(this.#folder, `${name}.lzma`);
    return stepByStep(readLzma(await vscode.workspace.fs.readFile(file)));
  }
}

/** What a file of JSON holds. */
export function jsonIn<T>(file: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(file)) as T;
}
