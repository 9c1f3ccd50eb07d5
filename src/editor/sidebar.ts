/** The sidebar: a webview whose page shows places; the extension answers its questions and keeps the answers. */
import * as vscode from 'vscode';
import type { ConceptId, Lang, Page, Source } from '../core/concept.ts';
import { readPageMessage } from '../core/messages.ts';
import type { HostMessage, PageMessage, Place } from '../core/messages.ts';
import { pageMarkdown } from '../core/pageMarkdown.ts';
import { deckOf } from '../core/practice/deck.ts';
import { exerciseOf } from '../core/practice/exercise.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import { logProblem } from './log.ts';
import type { Reviews } from './reviews.ts';
import { revealLine } from './reveal.ts';
import { contentLanguage } from './settings.ts';
import { webviewHtml } from './webviewHtml.ts';

/** What the sidebar needs of the rest. */
export interface SidebarParts {
  readonly extensionUri: vscode.Uri;
  readonly knowledge: CompiledKnowledge;
  readonly reviews: Reviews;
}

/** The sidebar as other features use it. */
export interface Sidebar extends vscode.Disposable {
  /** Opens the sidebar at a place. */
  go(place: Place): Promise<void>;
}

/** Registers the view; nothing is read before it is first shown. */
export function registerSidebar(parts: SidebarParts): Sidebar {
  const provider = new SidebarProvider(parts);
  const registration = vscode.window.registerWebviewViewProvider('nlpLens.sidebar', provider);
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('nlpLens.language'))
      provider.say({ type: 'language', lang: contentLanguage() });
  });
  return {
    go: (place) => provider.go(place),
    dispose: () => vscode.Disposable.from(registration, settings).dispose(),
  };
}

class SidebarProvider implements vscode.WebviewViewProvider {
  readonly #parts: SidebarParts;
  #webview: vscode.Webview | undefined;
  #pending: Place | undefined;
  #lastAnswers: string[] = [];

  constructor(parts: SidebarParts) {
    this.#parts = parts;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const dist = vscode.Uri.joinPath(this.#parts.extensionUri, 'dist', 'webview');
    view.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [dist] };
    view.webview.html = webviewHtml(view.webview, dist, contentLanguage());
    this.#webview = view.webview;
    view.webview.onDidReceiveMessage((value: unknown) => {
      const message = readPageMessage(value);
      if (message) void this.#answer(message).catch((error: unknown) => this.#fail(message.type, error));
      else logProblem('reading a message of the sidebar', 'unknown message dropped');
    });
    view.onDidDispose(() => (this.#webview = undefined));
  }

  say(message: HostMessage): void {
    void this.#webview?.postMessage(message);
  }

  async go(place: Place): Promise<void> {
    this.#pending = place;
    await vscode.commands.executeCommand('nlpLens.sidebar.focus');
    if (this.#webview) this.say({ type: 'go', place });
  }

  async #answer(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#start();
      case 'getPage':
        return this.#sendPage(message.id, message.lang);
      case 'search':
        return this.#search(message.query);
      case 'getExercises':
        return this.#sendExercises(message.concepts, message.lang);
      case 'answer':
        return this.#record(message);
      case 'undo':
        return this.#undo();
      case 'mark': {
        const { mark: kind, concept, item } = message;
        await this.#parts.reviews.append({ kind, concept, ...(item === undefined ? {} : { item }) });
        return;
      }
      case 'setLanguage':
        await vscode.workspace
          .getConfiguration('nlpLens')
          .update('language', message.lang, vscode.ConfigurationTarget.Global);
        return;
      case 'openSource':
        return this.#openSource(message.id);
      case 'reveal':
        return revealLine(message.uri, message.line);
      case 'copyMarkdown': {
        const page = await this.#page(message.id, message.lang);
        const sources = await this.#parts.knowledge.sources();
        if (page) await vscode.env.clipboard.writeText(pageMarkdown(page, message.lang, sources));
        return;
      }
    }
  }

  async #start(): Promise<void> {
    const [core, sources] = await Promise.all([
      this.#parts.knowledge.core(),
      this.#parts.knowledge.sources(),
    ]);
    const concepts = core.concepts.map(({ id, topic, terms, relations, summary }) => ({
      id,
      topic,
      terms,
      relations,
      summary,
    }));
    this.say({ type: 'start', lang: contentLanguage(), topics: core.topics, concepts, sources });
    if (this.#pending) this.say({ type: 'go', place: this.#pending });
    this.#pending = undefined;
  }

  async #sendPage(id: ConceptId, lang: Lang): Promise<void> {
    const page = await this.#page(id, lang);
    if (page) this.say({ type: 'page', lang, page });
  }

  async #page(id: ConceptId, lang: Lang): Promise<Page | undefined> {
    return (await this.#parts.knowledge.pages()).page(id, lang);
  }

  async #search(query: string): Promise<void> {
    const index = await this.#parts.knowledge.search();
    this.say({ type: 'hits', query, hits: index.search(query).map((hit) => ({ id: hit.concept })) });
  }

  async #sendExercises(concepts: readonly ConceptId[], lang: Lang): Promise<void> {
    const [pages, progress] = await Promise.all([
      this.#parts.knowledge.pages(),
      this.#parts.reviews.progress(),
    ]);
    const wanted = new Set(concepts);
    const asked = pages.candidates().filter(({ concept }) => wanted.size === 0 || wanted.has(concept));
    const t = Date.now();
    const now = { t, tz: -new Date(t).getTimezoneOffset() };
    const deck = deckOf(asked, progress, now, wanted);
    const exercises = deck.queue.flatMap(({ concept, item }) => {
      const page = pages.page(concept, lang);
      return (page && exerciseOf(page, item)) ?? [];
    });
    this.say({ type: 'exercises', exercises, waiting: deck.waiting });
  }

  async #record({ type: _, ...answer }: Extract<PageMessage, { type: 'answer' }>): Promise<void> {
    const { chosen, ...rest } = answer;
    const event = await this.#parts.reviews.append({
      kind: 'answer',
      ...rest,
      ...(chosen === undefined ? {} : { chosen }),
    });
    this.#lastAnswers.push(event.id);
    this.say({ type: 'saved', answers: this.#lastAnswers.length });
  }

  async #undo(): Promise<void> {
    const target = this.#lastAnswers.pop();
    if (target !== undefined) await this.#parts.reviews.append({ kind: 'undo', target });
  }

  async #openSource(id: string): Promise<void> {
    const source = (await this.#parts.knowledge.sources()).find((candidate) => candidate.id === id);
    const url = source && urlOf(source);
    if (url !== undefined) await vscode.env.openExternal(vscode.Uri.parse(url));
  }

  #fail(doing: string, error: unknown): void {
    logProblem(`answering the sidebar's ${doing}`, error);
    this.say({
      type: 'problem',
      text: vscode.l10n.t('Something went wrong; the log "NLP Lens" of the Output view says what.'),
    });
  }
}

function urlOf(source: Source): string | undefined {
  if (source.arxiv !== undefined) return `https://arxiv.org/abs/${source.arxiv}`;
  if (source.doi !== undefined) return `https://doi.org/${source.doi}`;
  if (source.acl !== undefined) return `https://aclanthology.org/${source.acl}`;
  return source.url;
}
