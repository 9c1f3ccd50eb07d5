/** Our page in the side bar and, on request, in an editor tab that comes back after a reload. */
import * as vscode from 'vscode';
import type { HostMessage, Place } from '../core/messages.ts';
import { Conversation } from './conversation.ts';
import type { PageParts } from './conversation.ts';
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

/** Registers view and tab; nothing is read before one of them is first shown. */
export function registerSidebar(parts: PageParts, file: FileWatch): Sidebar {
  const pages = new Pages(parts, file);
  const registrations = vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider('nlpLens.sidebar', {
      resolveWebviewView: (view) => pages.show(view),
    }),
    vscode.window.registerWebviewPanelSerializer(TAB, {
      deserializeWebviewPanel: async (panel) => pages.adopt(panel),
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

class Pages {
  readonly #parts: PageParts;
  readonly #file: FileWatch;
  readonly #following = new Set<Conversation>();
  #sidebar: Conversation | undefined;
  #tab: { readonly panel: vscode.WebviewPanel; readonly page: Conversation } | undefined;
  /** Where to go when the view is shown for the first time. */
  #first: Place | undefined;

  constructor(parts: PageParts, file: FileWatch) {
    this.#parts = parts;
    this.#file = file;
  }

  say(message: HostMessage): void {
    this.#sidebar?.say(message);
    this.#tab?.page.say(message);
  }

  refresh(): void {
    void this.#sidebar?.refresh();
    void this.#tab?.page.refresh();
  }

  show(view: vscode.WebviewView): void {
    const page = this.#converse('sidebar', view.webview, this.#first);
    this.#first = undefined;
    this.#sidebar = page;
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
    this.adopt(panel, place);
  }

  adopt(panel: vscode.WebviewPanel, place?: Place): void {
    const page = this.#converse('tab', panel.webview, place, (title) => (panel.title = title));
    const tab = { panel, page };
    this.#tab = tab;
    panel.iconPath = vscode.Uri.joinPath(this.#parts.extensionUri, 'media', 'icon.svg');
    panel.onDidDispose(() => {
      this.#follow(page, false);
      if (this.#tab === tab) this.#tab = undefined;
    });
  }

  #converse(
    kind: 'sidebar' | 'tab',
    webview: vscode.Webview,
    first: Place | undefined,
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
        ...(setTitle ? { setTitle } : {}),
      },
      first,
    );
    return page;
  }

  #follow(page: Conversation, following: boolean): void {
    if (following) this.#following.add(page);
    else this.#following.delete(page);
    this.#file.setFollowing(this.#following.size > 0);
  }
}
