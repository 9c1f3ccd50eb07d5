/** A quiet number in the status bar: how many concepts the active file mentions. */
import * as vscode from 'vscode';
import type { ActiveFile } from './activeFile.ts';

/** Registers the item; it is not shown for files without concepts, nor when the setting says so. */
export function registerStatusBar(file: ActiveFile): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('nlpLens.file', vscode.StatusBarAlignment.Right, 50);
  item.name = vscode.l10n.t('NLP Lens: concepts in the file');
  item.command = 'nlpLens.file.focus';
  const update = () => {
    const count = file.reading?.concepts.size ?? 0;
    const wanted = vscode.workspace.getConfiguration('nlpLens').get<boolean>('statusBar', true);
    if (!wanted || count === 0) return item.hide();
    item.text = `$(mortar-board) ${count}`;
    item.tooltip =
      count === 1
        ? vscode.l10n.t('1 NLP concept in this file')
        : vscode.l10n.t('{0} NLP concepts in this file', count);
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  };
  return vscode.Disposable.from(
    item,
    file.onDidChange(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('nlpLens.statusBar')) update();
    }),
  );
}
