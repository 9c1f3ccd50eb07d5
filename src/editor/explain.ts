/** `NLP Lens: Explain Symbol at Cursor`: the concept page of what the cursor is on, for people who do not use a mouse. */
import * as vscode from 'vscode';
import { lensDocument } from './lens.ts';
import type { Lens } from './lens.ts';
import type { Sidebar } from './sidebar.ts';

/** Registers the command. Where nothing is known, the search opens with the word at the cursor. */
export function registerExplain(lens: Lens, sidebar: Sidebar): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand('nlpLens.explainAtCursor', async (editor) => {
    const { document, selection } = editor;
    const { documents } = await lens.open();
    const mention = documents.mentionAt(lensDocument(document), document.offsetAt(selection.active));
    if (mention) return sidebar.go({ view: 'concept', id: mention.concept });
    const word = document.getWordRangeAtPosition(selection.active);
    await vscode.commands.executeCommand('nlpLens.search', word && document.getText(word));
  });
}
