/** One log channel, in which the extension says what it could not do; it is quiet otherwise. */
import * as vscode from 'vscode';

/** The channel "NLP Lens" of the Output view, made at its first message. */
let channel: vscode.LogOutputChannel | undefined;

/** Writes a problem to the channel: what was being done, and the error. Never throws. */
export function logProblem(doing: string, error: unknown): void {
  channel ??= vscode.window.createOutputChannel('NLP Lens', { log: true });
  channel.error(`${doing}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

/** What `work` gives; where it fails, the log says what was being done and the answer is `instead`. */
export async function orLog<T>(doing: string, instead: T, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    logProblem(doing, error);
    return instead;
  }
}

/** Writes what is wrong with a pack: `file:line: what to do`. */
export function logPackProblem(text: string, level: 'error' | 'warning'): void {
  channel ??= vscode.window.createOutputChannel('NLP Lens', { log: true });
  // One problem is one line: the name of a folder may have a line end in it.
  const line = text.replace(/\s+/g, ' ');
  if (level === 'error') channel.error(line);
  else channel.warn(line);
}
