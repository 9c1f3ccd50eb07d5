/** `NLP Lens: Play with a Figure`: an explorable, at the values of the line whose card linked to it. */
import * as vscode from 'vscode';
import { EXPLORABLES, explorableOf } from '../core/explorables/explorables.ts';
import { insightsOf } from '../core/insights/index.ts';
import type { Play } from '../core/insights/insight.ts';
import type { Place } from '../core/stop.ts';
import { lensDocument } from './lens.ts';
import type { Lens } from './lens.ts';
import { orLog } from './log.ts';
import { contentLanguage } from './settings.ts';
import type { Sidebar } from './sidebar.ts';

/** Registers the command; a card passes the figure and its values, the palette nothing. */
export function registerExplore(lens: Lens, sidebar: Sidebar): vscode.Disposable {
  return vscode.commands.registerCommand('nlpLens.explore', async (name: unknown, given: unknown) => {
    const explorable = typeof name === 'string' ? explorableOf(name)?.id : await ask();
    if (!explorable) return;
    const values = readValues(given);
    const from = Object.keys(values).length > 0 ? await lineOf(lens, { explorable, values }) : undefined;
    await sidebar.go({ view: 'explore', explorable, values, ...(from ? { from } : {}) });
  });
}

async function ask(): Promise<string | undefined> {
  const lang = contentLanguage();
  const items = EXPLORABLES.map(({ id, titles }) => ({ id, label: titles[lang] }));
  const placeHolder = vscode.l10n.t('A figure to play with');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.id;
}

function readValues(given: unknown): Play['values'] {
  if (typeof given !== 'object' || given === null) return {};
  const valid = (value: unknown) =>
    Number.isFinite(value) || (typeof value === 'string' && value.length < 200);
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => valid(value))
      .slice(0, 20),
  );
}

/** The first line of the active file whose card would link to this figure with these values. */
async function lineOf(lens: Lens, play: Play): Promise<Extract<Place, { view: 'explore' }>['from']> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return undefined;
  return orLog('finding the line of a figure', undefined, async () => {
    const { documents, readingOf } = await lens.open();
    const wanted = JSON.stringify(play);
    const read = lensDocument(document);
    // The list of a whole file leaves calls out: each mention is asked for again with all that is known of it.
    const mention = documents.mentionsIn(read).find(({ range }) => {
      const whole = documents.mentionAt(read, range.start);
      const insights = whole ? insightsOf(readingOf(whole, 'en')) : [];
      return insights.some(({ play: offered }) => JSON.stringify(offered) === wanted);
    });
    if (!mention) return undefined;
    const uri = document.uri.toString();
    const line = document.positionAt(mention.range.start).line + 1;
    return { uri, file: document.uri.path.split('/').at(-1) ?? '', line };
  });
}
