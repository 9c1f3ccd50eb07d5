/** `Mute` on a card makes the card of that concept one line; `Unmute Concept` brings it back. */
import * as vscode from 'vscode';
import type { CompiledKnowledge } from './knowledge.ts';
import type { Reviews } from './reviews.ts';
import { contentLanguage } from './settings.ts';

/** Registers both commands; the palette's asks which concept. */
export function registerMute(reviews: Reviews, knowledge: CompiledKnowledge): vscode.Disposable {
  const nameOf = async (concept: string): Promise<string | undefined> =>
    (await knowledge.core()).concepts.find(({ id }) => id === concept)?.terms[contentLanguage()].name;
  const unmute = async (given: unknown): Promise<void> => {
    const concept = typeof given === 'string' ? given : await pickMuted();
    if (concept !== undefined) await reviews.append({ kind: 'unmute', concept });
  };
  const mute = async (concept: unknown): Promise<void> => {
    if (typeof concept !== 'string') return;
    const name = await nameOf(concept);
    if (name === undefined) return;
    await reviews.append({ kind: 'mute', concept });
    const undo = vscode.l10n.t('Undo');
    const text = vscode.l10n.t('Cards on {0} are one line from now on.', name);
    if ((await vscode.window.showInformationMessage(text, undo)) === undo) await unmute(concept);
  };
  const pickMuted = async (): Promise<string | undefined> => {
    const { muted } = await reviews.progress();
    const items = await Promise.all([...muted].map(async (id) => ({ label: (await nameOf(id)) ?? id, id })));
    const placeHolder =
      items.length === 0
        ? vscode.l10n.t('No concept is muted: the card of a concept has a link for it')
        : vscode.l10n.t('The concept whose cards are to be shown again');
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.id;
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('nlpLens.mute', mute),
    vscode.commands.registerCommand('nlpLens.unmute', unmute),
  );
}
