/** `NLP Lens: Search Concepts`: a quick pick over the index, with our ranking; Enter opens the concept's page. */
import * as vscode from 'vscode';
import { inert } from '../core/authoring/characters.ts';
import { titleOf } from '../core/card.ts';
import type { Concept, ConceptId, Lang } from '../core/concept.ts';
import { pageMarkdown } from '../core/pageMarkdown.ts';
import { GOALS } from '../core/learningPaths.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { SearchHit } from '../core/search/conceptSearch.ts';
import { whyFound } from '../core/search/why.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import { logProblem } from './log.ts';
import { contentLanguage } from './settings.ts';
import type { Sidebar } from './sidebar.ts';

/** What the palette needs of the rest. */
export interface SearchParts {
  readonly knowledge: CompiledKnowledge;
  readonly sidebar: Sidebar;
  /** Keeps the concepts that were opened last. */
  readonly memory: vscode.Memento;
  /** Concepts with something due, the most overdue first. */
  readonly due: () => Promise<readonly ConceptId[]>;
}

/** Registers the palette search and the same search for the selected text. */
export function registerSearch(parts: SearchParts): vscode.Disposable {
  const open = (query: string | undefined) => void new Palette(parts).open(query);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('nlpLens.search', (query?: unknown) =>
      open(typeof query === 'string' ? query : selectedText()),
    ),
    // The same under the name that it has in the menu of a selection.
    vscode.commands.registerCommand('nlpLens.searchSelection', () => open(selectedText())),
  );
}

interface ConceptPick extends vscode.QuickPickItem {
  readonly concept?: ConceptId;
  /** The question of the page that matched. */
  readonly question?: string;
}

class Palette {
  readonly #parts: SearchParts;
  readonly #pick = vscode.window.createQuickPick<ConceptPick>();
  readonly #copy: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('copy'),
    tooltip: vscode.l10n.t('Copy as Markdown'),
  };
  readonly #insert: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('insert'),
    tooltip: vscode.l10n.t('Insert a comment with the name and summary'),
  };

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  async open(query: string | undefined): Promise<void> {
    const pick = this.#pick;
    pick.placeholder = vscode.l10n.t('A concept, an API name or a description, in English or Spanish');
    // Not in the typings yet; without it VS Code sorts our ranking away (microsoft/vscode#73904).
    Object.assign(pick, { sortByLabel: false });
    pick.busy = true;
    pick.value = query ?? '';
    // From the start: it may be closed before there is anything to show.
    let open = true;
    pick.onDidHide(() => {
      open = false;
      pick.dispose();
    });
    pick.show();
    try {
      const [base, index, due] = await Promise.all([
        this.#parts.knowledge.core(),
        this.#parts.knowledge.search(),
        this.#parts.due(),
      ]);
      if (!open) return;
      const refresh = () => {
        pick.items =
          pick.value.trim() === ''
            ? this.#beforeTyping(base, due)
            : this.#found(index.search(pick.value), pick.value, base);
      };
      pick.onDidChangeValue(refresh);
      pick.onDidAccept(() => this.#accept());
      pick.onDidTriggerItemButton(({ item, button }) => void this.#press(item, button, base));
      refresh();
    } catch (error) {
      logProblem('opening the search', error);
      pick.dispose();
    } finally {
      if (open) pick.busy = false;
    }
  }

  #accept(): void {
    const { concept: id, question } = this.#pick.activeItems[0] ?? {};
    if (id === undefined) return;
    this.#pick.hide();
    this.#remember(id);
    void this.#parts.sidebar.go({ view: 'concept', id, ...(question === undefined ? {} : { question }) });
  }

  async #press(item: ConceptPick, button: vscode.QuickInputButton, base: Knowledge): Promise<void> {
    const concept = item.concept === undefined ? undefined : base.byId.get(item.concept);
    if (!concept) return;
    const lang = contentLanguage();
    if (button === this.#copy) {
      const page = await this.#parts.knowledge.page(concept.id, lang);
      const sources = await this.#parts.knowledge.sources();
      await vscode.env.clipboard.writeText(page ? pageMarkdown(page, lang, sources) : concept.summary[lang]);
    } else {
      const editor = vscode.window.activeTextEditor;
      await editor?.insertSnippet(
        new vscode.SnippetString().appendText(commentFor(concept, lang, editor.document.languageId)),
      );
      this.#pick.hide();
    }
  }

  #found(hits: readonly SearchHit[], query: string, base: Knowledge): ConceptPick[] {
    if (hits.length > 0) {
      return hits.flatMap((hit) => {
        const why = whyFound(hit, query, contentLanguage(), base.byId);
        const rows = this.#row(hit.concept, base, why);
        return hit.question === undefined ? rows : rows.map((row) => ({ ...row, question: hit.question! }));
      });
    }
    const nothing: ConceptPick = {
      label: vscode.l10n.t('No good match'),
      description: vscode.l10n.t('another word, or a plain description of the idea, may find it'),
      alwaysShow: true,
    };
    const recent = this.#recent(base);
    if (recent.length > 0) return [nothing, ...recent];
    const goals = GOALS.slice(0, MOST_RECENT).flatMap((id) => this.#row(id, base));
    return [nothing, separator(vscode.l10n.t('to start with')), ...goals];
  }

  #beforeTyping(base: Knowledge, due: readonly ConceptId[]): ConceptPick[] {
    const dueRows = due.slice(0, 5).flatMap((id) => this.#row(id, base));
    return [
      ...this.#recent(base),
      ...(dueRows.length > 0 ? [separator(vscode.l10n.t('due for practice')), ...dueRows] : []),
    ];
  }

  #recent(base: Knowledge): ConceptPick[] {
    const rows = this.#remembered().flatMap((id) => this.#row(id, base));
    return rows.length > 0 ? [separator(vscode.l10n.t('recently opened')), ...rows] : [];
  }

  #row(id: ConceptId, base: Knowledge, reason?: string): ConceptPick[] {
    const lang = contentLanguage();
    const concept = base.byId.get(id);
    if (!concept) return [];
    const topic =
      base.topics.find((candidate) => candidate.id === concept.topic)?.names[lang] ?? concept.topic;
    const description = [concept.pack ?? [], reason ?? []].flat().join(' — ');
    return [
      {
        concept: id,
        label: titleOf(concept, lang),
        description,
        detail: inert(`${topic} — ${plain(concept.summary[lang])}`),
        alwaysShow: true,
        buttons: [this.#copy, this.#insert],
      },
    ];
  }

  #remember(id: ConceptId): void {
    const before = this.#remembered().filter((other) => other !== id);
    void this.#parts.memory.update(RECENT, [id, ...before].slice(0, MOST_RECENT));
  }

  /** Kept state may be of another version, or damaged. */
  #remembered(): readonly ConceptId[] {
    const kept = this.#parts.memory.get<unknown>(RECENT);
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, MOST_RECENT) : [];
  }
}

const RECENT = 'nlpLens.recentConcepts';
const MOST_RECENT = 5;

function separator(label: string): ConceptPick {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** "LoRA (adaptación de bajo rango): ..." as a comment of the language. */
function commentFor(concept: Concept, lang: Lang, language: string): string {
  const text = `${titleOf(concept, lang)}: ${plain(concept.summary[lang])}`;
  return language === 'markdown'
    ? `> **${titleOf(concept, lang)}**: ${concept.summary[lang]}\n`
    : `# ${text}\n`;
}

/** A summary without its marks for code and emphasis. */
function plain(summary: string): string {
  return summary.replace(/[`*]/g, '');
}

/** What is selected, as one line that is short enough to be a query. */
function selectedText(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection).replace(/\s+/g, ' ').trim();
  return text === undefined || text === '' ? undefined : text.slice(0, LONGEST_SELECTION);
}

const LONGEST_SELECTION = 200;
