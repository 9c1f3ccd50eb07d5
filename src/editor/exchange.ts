/** Commands that carry the learner's work away and back: reviews as JSON, exercises as Anki's text format. */
import * as vscode from 'vscode';
import { cleanName } from '../core/authoring/characters.ts';
import { ankiNote, ankiText, readAnkiRows } from '../core/practice/anki.ts';
import { exportJson, importJson } from '../core/practice/exchange.ts';
import { exerciseOf } from '../core/practice/exercise.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import type { Reviews } from './reviews.ts';
import { contentLanguage } from './settings.ts';

/** Registers the three commands; each ends with a message that says how much was written or read. */
export function registerExchange(reviews: Reviews, knowledge: CompiledKnowledge): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('nlpLens.exportReviews', () => exportReviews(reviews)),
    vscode.commands.registerCommand('nlpLens.importReviews', () => importReviews(reviews)),
    vscode.commands.registerCommand('nlpLens.exportAnki', () => exportAnki(reviews, knowledge)),
  );
}

async function exportReviews(reviews: Reviews): Promise<void> {
  const events = await reviews.events();
  const name = await save('nlp-lens-reviews.json', { JSON: ['json'] }, exportJson(events));
  if (name !== undefined)
    void inform(vscode.l10n.t('{0} entries of the review log are in {1}.', events.length, name));
}

async function importReviews(reviews: Reviews): Promise<void> {
  const [file] = (await vscode.window.showOpenDialog({ filters: { JSON: ['json', 'jsonl'] } })) ?? [];
  if (!file) return;
  const imported = importJson(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
  if (!imported) {
    const text = vscode.l10n.t('{0} holds no reviews: choose a file of "Export Reviews".', nameOf(file));
    return void vscode.window.showErrorMessage(text);
  }
  const news = await reviews.add(imported.events);
  const known = imported.events.length - news;
  const text = vscode.l10n.t(
    '{0} new entries, {1} known ones, {2} that are no reviews.',
    news,
    known,
    imported.dropped,
  );
  void inform(text);
}

async function exportAnki(reviews: Reviews, knowledge: CompiledKnowledge): Promise<void> {
  const [core, pages, progress] = await Promise.all([
    knowledge.core(),
    knowledge.pages(),
    reviews.progress(),
  ]);
  const practised = new Set([...progress.items.values()].map(({ concept }) => concept));
  const scopes = [
    ...(practised.size > 0
      ? [{ label: vscode.l10n.t('Concepts practiced so far'), description: `${practised.size}`, all: false }]
      : []),
    { label: vscode.l10n.t('All concepts'), description: `${core.concepts.length}`, all: true },
  ];
  const scope = await vscode.window.showQuickPick(scopes, { placeHolder: vscode.l10n.t('Which exercises?') });
  if (!scope) return;
  const lang = contentLanguage();
  const names = new Map(core.topics.map(({ id, names }) => [id, names[lang]]));
  const topics = new Map(
    core.concepts.map(({ id, topic }) => [id, { id: topic, name: names.get(topic) ?? topic }]),
  );
  const notes = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Writing notes for Anki') },
    async () =>
      pages
        .candidates()
        .filter(({ concept }) => scope.all || practised.has(concept))
        .flatMap(({ concept, item }) => {
          const page = pages.page(concept, lang);
          const exercise = page && exerciseOf(page, item);
          const topic = topics.get(concept);
          return (exercise && topic && ankiNote(exercise, topic)) ?? [];
        }),
  );
  const text = ankiText(notes);
  const readable = readAnkiRows(text).filter((row) => row.length === 6).length;
  const name = await save('nlp-lens-anki.txt', { Anki: ['txt'] }, text);
  if (name !== undefined)
    void inform(vscode.l10n.t('{0} notes are in {1}. In Anki: File, Import.', readable, name));
}

async function save(
  name: string,
  filters: Readonly<Record<string, string[]>>,
  text: string,
): Promise<string | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = await vscode.window.showSaveDialog({
    filters,
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
  if (!file) return undefined;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return nameOf(file);
}

function nameOf({ path }: vscode.Uri): string {
  return cleanName(path.slice(path.lastIndexOf('/') + 1));
}

function inform(text: string): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(text);
}
