/** `NLP Lens: Create Knowledge Pack`: a small working pack in the workspace, opened where its owner begins. */
import * as vscode from 'vscode';
import { cleanName } from '../../core/authoring/characters.ts';
import { EXAMPLE_START, examplePack } from '../../core/packs/example.ts';
import { logProblem } from '../log.ts';
import { WORKSPACE_FOLDER } from './places.ts';

/** Registers the command. It never overwrites: a pack that is there is only opened. */
export function registerCreatePack(): vscode.Disposable {
  return vscode.commands.registerCommand('nlpLens.createPack', async () => {
    try {
      await create();
    } catch (error) {
      logProblem('creating a knowledge pack', error);
      void vscode.window.showErrorMessage(
        vscode.l10n.t(
          'The knowledge pack could not be written; the log "NLP Lens" of the Output view says why.',
        ),
      );
    }
  });
}

async function create(): Promise<void> {
  const workspace = await chosenFolder();
  if (!workspace) return;
  if (!vscode.workspace.isTrusted) void askForTrust();
  const folder = vscode.Uri.joinPath(workspace.uri, WORKSPACE_FOLDER);
  const { fs } = vscode.workspace;
  const there = await fs.readDirectory(folder).then(
    (names) => names.length > 0,
    () => false,
  );
  if (there) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} has a knowledge pack already: add your concepts to it.', cleanName(workspace.name)),
    );
    await vscode.commands.executeCommand('revealInExplorer', folder);
    return;
  }
  const encoder = new TextEncoder();
  for (const { path, text } of examplePack())
    await fs.writeFile(vscode.Uri.joinPath(folder, path), encoder.encode(text));
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, EXAMPLE_START));
}

async function askForTrust(): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const text = vscode.l10n.t('Knowledge packs are read in trusted workspaces only.');
  if ((await vscode.window.showInformationMessage(text, manage)) === manage)
    await vscode.commands.executeCommand('workbench.trust.manage');
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  if (folders.length === 0)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: a knowledge pack is the folder {0} in it.', WORKSPACE_FOLDER),
    );
  return folders[0];
}
