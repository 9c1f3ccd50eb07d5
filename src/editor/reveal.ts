/** Shows a line of the user's files, as a click in one of our views asks for. */
import * as vscode from 'vscode';

/**
 * Opens the file with the cursor on a line (from 1); a notebook cell is shown within its notebook. Pages name files
 * that they were told of: those that are open, or lie in the workspace.
 */
export async function revealLine(uri: string, line: number): Promise<void> {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
  const named = document?.uri ?? vscode.Uri.parse(uri, true);
  if (!document && !vscode.workspace.getWorkspaceFolder(named)) return;
  const at = Math.max(0, line - 1);
  await revealRange(named, new vscode.Range(at, 0, at, 0));
}

/** Selects a range of a document that is open or can be opened. */
export async function revealRange(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document.uri.toString() === uri.toString()),
  );
  if (notebook) {
    const index = notebook.getCells().findIndex((cell) => cell.document.uri.toString() === uri.toString());
    const cells = new vscode.NotebookRange(index, index + 1);
    const editor = await vscode.window.showNotebookDocument(notebook, { selections: [cells] });
    editor.revealRange(cells, vscode.NotebookEditorRevealType.InCenterIfOutsideViewport);
    const cell = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === uri.toString(),
    );
    if (cell) {
      cell.selection = new vscode.Selection(range.start, range.end);
      cell.revealRange(range);
    }
    return;
  }
  await vscode.window.showTextDocument(uri, { selection: range });
}
