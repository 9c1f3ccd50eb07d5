/** The extension's side of one page, in the sidebar or in an editor tab: it answers what the page asks. */
import * as vscode from 'vscode';
import type { ConceptId, Lang, Page, Source } from '../core/concept.ts';
import { readPageMessage } from '../core/messages.ts';
import type { Hit, HostMessage, PageMessage } from '../core/messages.ts';
import type { Place, Stop } from '../core/stop.ts';
import { pageMarkdown } from '../core/pageMarkdown.ts';
import { whyFound } from '../core/search/why.ts';
import type { Session } from '../core/practice/session.ts';
import type { KeptFile } from './keptFile.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import type { Lens } from './lens.ts';
import { logProblem } from './log.ts';
import { PracticeDesk } from './practiceDesk.ts';
import { revealLine } from './reveal.ts';
import type { Reviews } from './reviews.ts';
import { contentLanguage } from './settings.ts';
import { webviewHtml } from './webviewHtml.ts';

/** What a page needs of the rest. */
export interface PageParts {
  readonly extensionUri: vscode.Uri;
  readonly knowledge: CompiledKnowledge;
  readonly reviews: Reviews;
  readonly lens: Lens;
  readonly session: KeptFile<Session>;
}

/** Where a page is shown, and what only that place can do. */
export interface Surface {
  readonly kind: 'sidebar' | 'tab';
  readonly webview: vscode.Webview;
  /** Opens a place in an editor tab. */
  openTab(place: Place): void;
  /** Keeps where the page is, for the next start. */
  keep(stop: Stop): void;
  /** What the page shows now: the title of its tab. */
  setTitle?(title: string): void;
  /** Whether the page wants to know what the cursor is on. */
  setFollowing?(following: boolean): void;
  /** More to say once the page has started. */
  greet(say: (message: HostMessage) => void): void;
}

/** One page; it starts with its document and ends with its webview. */
export class Conversation {
  readonly #parts: PageParts;
  readonly #surface: Surface;
  readonly #desk: PracticeDesk;
  #pending: Place | undefined;
  #started = false;

  /** `first` is where the page begins. */
  constructor(parts: PageParts, surface: Surface, first?: Stop) {
    this.#parts = parts;
    this.#surface = surface;
    const say = (message: HostMessage) => this.say(message);
    this.#desk = new PracticeDesk(parts, say);
    const { webview } = surface;
    const dist = vscode.Uri.joinPath(parts.extensionUri, 'dist', 'webview');
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [dist] };
    webview.onDidReceiveMessage((value: unknown) => {
      const message = readPageMessage(value);
      if (message) void this.#answer(message).catch((error: unknown) => this.#fail(message.type, error));
      else logProblem('reading a message of the page', 'unknown message dropped');
    });
    webview.html = webviewHtml(webview, dist, contentLanguage(), first);
  }

  /** Says something to the page; lost while the page is not there. */
  say(message: HostMessage): void {
    void this.#surface.webview.postMessage(message);
  }

  /** Opens a place, at once or when the page has started. */
  go(place: Place): void {
    if (!this.#started) this.#pending = place;
    this.say({ type: 'go', place });
  }

  /** The page is out of sight and its document gone: what is said from now on waits for its next start. */
  sleep(): void {
    this.#started = false;
  }

  /** Says the base again, after packs have changed it; the page stays where it is. */
  async refresh(): Promise<void> {
    if (!this.#started) return;
    await this.#start().catch((error: unknown) => this.#fail('base', error));
  }

  async #answer(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#start();
      case 'getPage':
        return this.#sendPage(message.id, message.lang);
      case 'search':
        return this.#search(message.query, message.lang);
      case 'setLanguage':
        await vscode.workspace
          .getConfiguration('nlpLens')
          .update('language', message.lang, vscode.ConfigurationTarget.Global);
        return;
      case 'openSource':
        return this.#openSource(message.id);
      case 'reveal':
        return revealLine(message.uri, message.line);
      case 'openTab':
        return this.#surface.openTab(message.place);
      case 'title':
        return this.#surface.setTitle?.(message.text);
      case 'keepStop':
        return this.#surface.keep(message.stop);
      case 'follow':
        return this.#surface.setFollowing?.(message.on);
      case 'copyCode':
        return vscode.env.clipboard.writeText(message.text);
      case 'copyMarkdown':
        return this.#copyMarkdown(message.id, message.lang);
      default:
        return this.#desk.answer(message);
    }
  }

  async #start(): Promise<void> {
    const [core, sources] = await Promise.all([
      this.#parts.knowledge.core(),
      this.#parts.knowledge.sources(),
    ]);
    const concepts = core.concepts.map(({ id, topic, terms, relations, summary, pack }) => ({
      id,
      topic,
      terms,
      relations,
      summary,
      ...(pack === undefined ? {} : { pack }),
    }));
    const { kind } = this.#surface;
    this.say({
      type: 'start',
      lang: contentLanguage(),
      surface: kind,
      topics: core.topics,
      concepts,
      sources,
    });
    if (this.#pending) this.say({ type: 'go', place: this.#pending });
    this.#pending = undefined;
    this.#started = true;
    this.#surface.greet((message) => this.say(message));
  }

  async #sendPage(id: ConceptId, lang: Lang): Promise<void> {
    const page = await this.#page(id, lang);
    if (page) this.say({ type: 'page', lang, page });
  }

  async #page(id: ConceptId, lang: Lang): Promise<Page | undefined> {
    return this.#parts.knowledge.page(id, lang);
  }

  async #search(query: string, lang: Lang): Promise<void> {
    const index = await this.#parts.knowledge.search();
    const { byId } = await this.#parts.knowledge.core();
    const hits = index.search(query).map((hit): Hit => {
      const why = whyFound(hit, query, lang, byId);
      return {
        id: hit.concept,
        ...(hit.question === undefined ? {} : { question: hit.question }),
        ...(why === undefined ? {} : { why }),
      };
    });
    this.say({ type: 'hits', query, hits });
  }

  async #copyMarkdown(id: ConceptId, lang: Lang): Promise<void> {
    const page = await this.#page(id, lang);
    const sources = await this.#parts.knowledge.sources();
    if (page) await vscode.env.clipboard.writeText(pageMarkdown(page, lang, sources));
  }

  async #openSource(id: string): Promise<void> {
    const source = (await this.#parts.knowledge.sources()).find((candidate) => candidate.id === id);
    const url = source && urlOf(source);
    if (url !== undefined) await vscode.env.openExternal(vscode.Uri.parse(url));
  }

  #fail(doing: string, error: unknown): void {
    logProblem(`answering the page's ${doing}`, error);
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
