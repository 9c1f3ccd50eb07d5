/** Our page in the side bar and, on request, in an editor tab that comes back after a reload. */
import * as vscode from 'vscode';
import { readStop } from '../core/stop.ts';
import type { HostMessage } from '../core/messages.ts';
import type { Place, Stop } from '../core/stop.ts';
import { Conversation } from './conversation.ts';
import type { PageParts } from './conversation.ts';
import { KeptFile } from './keptFile.ts';
import { contentLanguage } from './settings.ts';

/** What pages show of the active editor. */
export interface FileWatch {
  /** Tells a page what it should know at its start. */
  greet(say: (message: HostMessage) => void): void;
  /** Fires what every page should be told. */
  readonly onMessage: vscode.Event<HostMessage>;
  /** Whether some page wants to know what the cursor is on. */
  setFollowing(following: boolean): void;
}

/** The pages as other features use them. */
export interface Sidebar extends vscode.Disposable {
  /** Opens the sidebar at a place. */
  go(place: Place): Promise<void>;
  /** Opens an editor tab at a place; the one that is there is used again. */
  openTab(place: Place): void;
}

/** Registers view and tab; nothing is read before one of them is first shown. `storage` keeps where they are. */
export function registerSidebar(parts: PageParts, file: FileWatch, storage: vscode.Uri): Sidebar {
  const pages = new Pages(parts, file, storage);
  const registrations = vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider('nlpLens.sidebar', {
      resolveWebviewView: (view) => pages.show(view),
    }),
    vscode.window.registerWebviewPanelSerializer(TAB, {
      deserializeWebviewPanel: (panel) => pages.restore(panel),
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('nlpLens.language'))
        pages.say({ type: 'language', lang: contentLanguage() });
    }),
    file.onMessage((message) => pages.say(message)),
    parts.reviews.onDidChange(() => pages.say({ type: 'reviewsChanged' })),
    parts.knowledge.onDidChange(() => pages.refresh()),
  );
  return {
    go: (place) => pages.go(place),
    openTab: (place) => pages.openTab(place),
    dispose: () => registrations.dispose(),
  };
}

const TAB = 'nlpLens.page';

type Kind = 'sidebar' | 'tab';

class Pages {
  readonly #parts: PageParts;
  readonly #file: FileWatch;
  readonly #stops: Readonly<Record<Kind, KeptFile<Stop>>>;
  readonly #following = new Set<Conversation>();
  #sidebar: Conversation | undefined;
  #tab: { readonly panel: vscode.WebviewPanel; readonly page: Conversation } | undefined;
  /** Where to go when the view is shown for the first time. */
  #first: Place | undefined;

  constructor(parts: PageParts, file: FileWatch, storage: vscode.Uri) {
    this.#parts = parts;
    this.#file = file;
    const stop = (kind: Kind) => new KeptFile(storage, `${kind}.json`, readStop);
    this.#stops = { sidebar: stop('sidebar'), tab: stop('tab') };
  }

  say(message: HostMessage): void {
    this.#sidebar?.say(message);
    this.#tab?.page.say(message);
  }

  refresh(): void {
    void this.#sidebar?.refresh();
    void this.#tab?.page.refresh();
  }

  async show(view: vscode.WebviewView): Promise<void> {
    const kept = await this.#stops.sidebar.read();
    const first = this.#first ? { place: this.#first, scroll: 0 } : kept;
    const page = this.#converse('sidebar', view.webview, first);
    this.#first = undefined;
    this.#sidebar = page;
    view.onDidChangeVisibility(() => view.visible || page.sleep());
    view.onDidDispose(() => {
      this.#follow(page, false);
      if (this.#sidebar === page) this.#sidebar = undefined;
    });
  }

  async go(place: Place): Promise<void> {
    if (!this.#sidebar) this.#first = place;
    else this.#sidebar.go(place);
    await vscode.commands.executeCommand('nlpLens.sidebar.focus');
  }

  openTab(place: Place): void {
    if (this.#tab) {
      this.#tab.panel.reveal();
      return this.#tab.page.go(place);
    }
    const panel = vscode.window.createWebviewPanel(TAB, 'NLP Lens', {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: false,
    });
    this.#adopt(panel, { place, scroll: 0 });
  }

  /** Takes a tab of the time before the reload in hand. */
  async restore(panel: vscode.WebviewPanel): Promise<void> {
    this.#adopt(panel, await this.#stops.tab.read());
  }

  #adopt(panel: vscode.WebviewPanel, first: Stop | null): void {
    const page = this.#converse('tab', panel.webview, first, (title) => (panel.title = title));
    const tab = { panel, page };
    this.#tab = tab;
    panel.iconPath = vscode.Uri.joinPath(this.#parts.extensionUri, 'media', 'icon.svg');
    panel.onDidChangeViewState(() => panel.visible || page.sleep());
    panel.onDidDispose(() => {
      this.#follow(page, false);
      if (this.#tab === tab) this.#tab = undefined;
    });
  }

  #converse(
    kind: Kind,
    webview: vscode.Webview,
    first: Stop | null,
    setTitle?: (title: string) => void,
  ): Conversation {
    const page: Conversation = new Conversation(
      this.#parts,
      {
        kind,
        webview,
        openTab: (place) => this.openTab(place),
        setFollowing: (following) => this.#follow(page, following),
        greet: (say) => this.#file.greet(say),
        keep: (stop) => this.#stops[kind].keep(stop),
        ...(setTitle ? { setTitle } : {}),
      },
      first ?? undefined,
    );
    return page;
  }

  #follow(page: Conversation, following: boolean): void {
    if (following) this.#following.add(page);
    else this.#following.delete(page);
    this.#file.setFollowing(this.#following.size > 0);
  }
}
