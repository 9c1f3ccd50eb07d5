/** `Concepts in This File`: a native tree by topic; a click goes to the next place where the concept is mentioned. */
import * as vscode from 'vscode';
import type { FileConcept, FileTopic } from '../core/fileConcepts.ts';
import { occurrenceAfter } from '../core/fileConcepts.ts';
import type { ActiveFile } from './activeFile.ts';
import { revealRange } from './reveal.ts';
import type { Sidebar } from './sidebar.ts';

/** Registers the view and its commands. */
export function registerFileTree(file: ActiveFile, sidebar: Sidebar): vscode.Disposable {
  const tree = new FileTree(file);
  const view = vscode.window.createTreeView('nlpLens.file', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const { registerCommand } = vscode.commands;
  let shown: Spot | undefined;
  const update = () => {
    view.description = file.reading?.name ?? '';
    tree.refresh();
  };
  return vscode.Disposable.from(
    view,
    file.onDidChange(update),
    registerCommand('nlpLens.nextOccurrence', async (id: unknown) => {
      shown = await goToNext(file, id, shown);
    }),
    registerCommand('nlpLens.openFromTree', (node: unknown) =>
      isConcept(node) ? sidebar.go({ view: 'concept', id: node.id }) : undefined,
    ),
    registerCommand('nlpLens.practiseFile', () => {
      const concepts = [...(file.reading?.concepts.keys() ?? [])];
      if (concepts.length > 0) return sidebar.go({ view: 'practice', concepts });
      return vscode.commands.executeCommand('nlpLens.file.focus');
    }),
  );
}

type Node = FileTopic | FileConcept;

class FileTree implements vscode.TreeDataProvider<Node> {
  readonly #file: ActiveFile;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(file: ActiveFile) {
    this.#file = file;
  }

  refresh(): void {
    this.#changed.fire();
  }

  getChildren(node?: Node): Node[] {
    if (!node) return [...(this.#file.reading?.topics ?? [])];
    return isConcept(node) ? [] : [...node.concepts];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return isConcept(node) ? conceptItem(node) : topicItem(node);
  }
}

function topicItem({ id, name, concepts }: FileTopic): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `topic ${id}`;
  item.description = String(concepts.length);
  return item;
}

function conceptItem({ id, name, occurrences }: FileConcept): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  const count = occurrences.length;
  item.id = `concept ${id}`;
  item.contextValue = 'concept';
  if (count > 1) item.description = `×${count}`;
  item.tooltip =
    count === 1
      ? vscode.l10n.t('{0}: mentioned once. Click to go there.', name)
      : vscode.l10n.t('{0}: mentioned {1} times. Click to go to the next place.', name, count);
  item.command = { command: 'nlpLens.nextOccurrence', title: item.tooltip, arguments: [id] };
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

/** A place in a document. */
interface Spot {
  readonly uri: string;
  readonly offset: number;
}

/** Shows the place after the one where the user is, and returns it; `shown` is the one shown before. */
async function goToNext(file: ActiveFile, id: unknown, shown: Spot | undefined): Promise<Spot | undefined> {
  const concept = typeof id === 'string' ? file.reading?.concepts.get(id) : undefined;
  if (!concept) return shown;
  const next = occurrenceAfter(concept.occurrences, spotOf(shown));
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === next?.uri);
  if (!next || !document) return shown;
  const range = new vscode.Range(document.positionAt(next.range.start), document.positionAt(next.range.end));
  await revealRange(document.uri, range);
  return { uri: next.uri, offset: next.range.start };
}

/** Where the user is. A cell of a notebook that is not being edited has no cursor: there it is what we showed last. */
function spotOf(shown: Spot | undefined): Spot | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor)
    return {
      uri: editor.document.uri.toString(),
      offset: editor.document.offsetAt(editor.selection.start),
    };
  const { notebook, selection } = vscode.window.activeNotebookEditor ?? {};
  if (!notebook || !selection || notebook.cellCount === 0) return undefined;
  const uri = notebook.cellAt(selection.start).document.uri.toString();
  return shown?.uri === uri ? shown : { uri, offset: -1 };
}

function isConcept(node: unknown): node is FileConcept {
  return typeof node === 'object' && node !== null && 'occurrences' in node;
}
