/** The core's engine over the editor's documents; built at the first question, kept from then on. */
import * as vscode from 'vscode';
import { defaultsOf } from '../core/defaults.ts';
import { documentsOf } from '../core/documents.ts';
import type { Document, Documents } from '../core/documents.ts';
import { engineSteps } from '../core/engine.ts';
import type { ContextData, Engine } from '../core/engine.ts';
import type { Reading } from '../core/insights/reading.ts';
import type { Lang } from '../core/concept.ts';
import type { Mention } from '../core/mention.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import { stepByStep } from './slices.ts';

/** An open engine. */
export interface OpenLens {
  readonly engine: Engine;
  readonly documents: Documents;
  /** A mention with the defaults of its library, ready for a card. */
  readingOf(mention: Mention, lang: Lang): Reading;
}

/** Opens the engine once, and forgets documents that are closed. */
export class Lens implements vscode.Disposable {
  readonly #knowledge: CompiledKnowledge;
  readonly #closing: vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<void>();
  #open: Promise<OpenLens> | undefined;

  constructor(knowledge: CompiledKnowledge) {
    this.#knowledge = knowledge;
    this.#closing = vscode.Disposable.from(
      knowledge.onDidChange(() => {
        this.#open = undefined;
        this.#changed.fire();
      }),
      this.#changed,
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document.uri)),
      vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#forget(notebook.uri)),
    );
  }

  /** Fires when the engine that {@link open} gives is another one, because packs have changed the knowledge. */
  readonly onDidChange = this.#changed.event;

  /** The engine; a failed opening is tried again at the next question. */
  open(): Promise<OpenLens> {
    this.#open ??= this.#build().catch((error: unknown) => {
      this.#open = undefined;
      throw error;
    });
    return this.#open;
  }

  dispose(): void {
    this.#closing.dispose();
  }

  async #build(): Promise<OpenLens> {
    const [core, data] = await Promise.all([this.#knowledge.core(), this.#knowledge.context()]);
    const engine = await stepByStep(engineSteps(core, data satisfies ContextData));
    const defaultOf = defaultsOf(engine);
    return {
      engine,
      documents: documentsOf(engine),
      readingOf: (mention, lang) => ({ mention, lang, defaultOf }),
    };
  }

  #forget(uri: vscode.Uri): void {
    void this.#open?.then(({ documents }) => documents.forget(uri.toString())).catch(() => undefined);
  }
}

/** A text document as the core knows it; a notebook cell brings the other cells along. */
export function lensDocument(document: vscode.TextDocument): Document {
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document === document),
  );
  const own = plain(document);
  if (!notebook) return own;
  const cells = notebook.getCells().map((cell) => (cell.document === document ? own : plain(cell.document)));
  return { ...own, notebook: { uri: notebook.uri.toString(), cells } };
}

function plain(document: vscode.TextDocument): Document {
  return {
    uri: document.uri.toString(),
    version: document.version,
    language: document.languageId,
    text: document.getText(),
  };
}
