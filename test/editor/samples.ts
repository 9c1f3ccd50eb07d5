import * as vscode from 'vscode';
import { ok } from './expect.ts';

/** Our extension as VS Code knows it. */
export function ourExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('nlp-lens.nlp-lens');
  ok(extension, 'the extension is not installed in this VS Code');
  return extension;
}

/** Opens a file of the workspace (a copy of samples/) and waits until our extension has started. */
export async function openSample(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sampleUri(file));
  await vscode.window.showTextDocument(document);
  await started();
  return document;
}

/** Opens a notebook of the workspace and waits until our extension has started. */
export async function openNotebook(file: string): Promise<vscode.NotebookDocument> {
  const notebook = await vscode.workspace.openNotebookDocument(sampleUri(file));
  await vscode.window.showNotebookDocument(notebook);
  await started();
  return notebook;
}

/** The text of all the hovers at a text of a document; `|` in it marks the position. Empty when there is none. */
export async function hoverText(document: vscode.TextDocument, marked: string): Promise<string> {
  const offset = document.getText().indexOf(marked.replace('|', ''));
  ok(offset >= 0, `${marked} is not in ${document.uri.path}`);
  const position = document.positionAt(offset + Math.max(marked.indexOf('|'), 0));
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Resolves when a condition holds; fails with its name after ten seconds, or as many milliseconds as it is given. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  patience = 10_000,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`still not so after ${patience / 1000} seconds: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A place in the workspace. */
export function sampleUri(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'the suite needs the samples as its workspace');
  return vscode.Uri.joinPath(folder.uri, file);
}

function started(): Promise<void> {
  return until('the extension is active', () => ourExtension().isActive);
}
