/**
 * What the file in the active editor mentions, read a moment after typing stops. Everything that follows the editor
 * hangs on it: the tree, the status bar, the lines on concept pages, the page that follows the cursor.
 */
import * as vscode from 'vscode';
import type { ConceptId } from '../core/concept.ts';
import { fileTopics } from '../core/fileConcepts.ts';
import type { FileConcept, FileTopic } from '../core/fileConcepts.ts';
import type { HostMessage } from '../core/messages.ts';
import { isRead } from '../core/places.ts';
import { lensDocument } from './lens.ts';
import type { Lens } from './lens.ts';
import { orLog } from './log.ts';
import { contentLanguage } from './settings.ts';
import type { FileWatch } from './sidebar.ts';

/** A file as it was read last. */
export interface FileReading {
  readonly name: string;
  readonly topics: readonly FileTopic[];
  readonly concepts: ReadonlyMap<ConceptId, FileConcept>;
}

/** Follows the active editor; notebooks count as one file. */
export class ActiveFile implements FileWatch, vscode.Disposable {
  readonly #lens: Lens;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #message = new vscode.EventEmitter<HostMessage>();
  readonly #subscriptions: vscode.Disposable[];
  #reading: FileReading | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cursorTimer: ReturnType<typeof setTimeout> | undefined;
  #following = false;
  #round = 0;

  constructor(lens: Lens) {
    this.#lens = lens;
    const { window, workspace } = vscode;
    this.#subscriptions = [
      this.#changed,
      this.#message,
      lens.onDidChange(() => this.#soon(0)),
      window.onDidChangeActiveTextEditor((editor) => {
        // Our own tab and panels take the place of the editor without being one: the last file stays.
        if (editor || window.tabGroups.all.every(({ tabs }) => tabs.length === 0)) this.#soon(SWITCH_MS);
      }),
      window.onDidChangeActiveNotebookEditor(() => this.#soon(SWITCH_MS)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && documentsOfFile().includes(document)) this.#soon(TYPING_MS);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('nlpLens.language')) this.#soon(0);
      }),
      window.onDidChangeTextEditorSelection((event) => {
        if (this.#following) this.#cursorSoon(event.textEditor);
      }),
    ];
    this.#soon(START_MS);
  }

  /** Fires after a reading that found something else than the one before may have. */
  readonly onDidChange = this.#changed.event;

  readonly onMessage = this.#message.event;

  /** The last reading; nothing before the first. */
  get reading(): FileReading | undefined {
    return this.#reading;
  }

  greet(say: (message: HostMessage) => void): void {
    say(this.#fileMessage());
  }

  setFollowing(following: boolean): void {
    this.#following = following;
    const editor = vscode.window.activeTextEditor;
    if (following && editor) this.#cursorSoon(editor);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#cursorTimer);
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), ms);
  }

  async #read(): Promise<void> {
    const round = ++this.#round;
    await orLog('reading the active file', undefined, async () => {
      const documents = documentsOfFile().filter(({ languageId }) => isRead(languageId));
      if (documents.length === 0) this.#reading = undefined;
      else {
        const { engine, documents: kept } = await this.#lens.open();
        if (round !== this.#round) return;
        const found = documents.map((document) => ({
          uri: document.uri.toString(),
          mentions: kept.mentionsIn(lensDocument(document)),
        }));
        const topics = fileTopics(found, engine.knowledge, contentLanguage());
        const concepts = topics.flatMap((topic) => topic.concepts);
        this.#reading = {
          name: nameOfFile(documents[0]!),
          topics,
          concepts: new Map(concepts.map((concept) => [concept.id, concept])),
        };
      }
      this.#changed.fire();
      this.#message.fire(this.#fileMessage());
    });
  }

  #cursorSoon(editor: vscode.TextEditor): void {
    clearTimeout(this.#cursorTimer);
    this.#cursorTimer = setTimeout(() => void this.#tellCursor(editor), CURSOR_MS);
  }

  async #tellCursor({ document, selection }: vscode.TextEditor): Promise<void> {
    if (!isRead(document.languageId)) return;
    await orLog('following the cursor', undefined, async () => {
      const { documents } = await this.#lens.open();
      const mention = documents.mentionAt(lensDocument(document), document.offsetAt(selection.active));
      if (mention) this.#message.fire({ type: 'cursor', concept: mention.concept });
    });
  }

  #fileMessage(): HostMessage {
    const concepts = [...(this.#reading?.concepts.values() ?? [])].map(({ id, occurrences }) => ({
      id,
      lines: occurrences.slice(0, MOST_LINES).flatMap(({ uri, range }) => {
        const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
        return document ? [{ uri, line: document.positionAt(range.start).line + 1 }] : [];
      }),
    }));
    return { type: 'file', name: this.#reading?.name ?? '', concepts };
  }
}

const START_MS = 1500;
const SWITCH_MS = 150;
const TYPING_MS = 900;
const CURSOR_MS = 250;
const MOST_LINES = 20;

/** The document of the active editor, or all cells of the notebook it belongs to. */
function documentsOfFile(): readonly vscode.TextDocument[] {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook) return notebook.getCells().map(({ document }) => document);
  const document = vscode.window.activeTextEditor?.document ?? vscode.window.visibleTextEditors[0]?.document;
  if (!document) return [];
  const around = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document === document),
  );
  return around ? around.getCells().map((cell) => cell.document) : [document];
}

function nameOfFile({ uri }: vscode.TextDocument): string {
  return uri.path.split('/').at(-1) ?? '';
}
