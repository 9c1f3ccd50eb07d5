/** `NLP Lens: Search Concepts`: a quick pick over the index; Enter opens the concept's page. */
import * as vscode from 'vscode';
import { titleOf } from '../core/card.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { SearchHit } from '../core/search/conceptSearch.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import { contentLanguage } from './settings.ts';
import type { Sidebar } from './sidebar.ts';

/** Registers the command. */
export function registerSearch(knowledge: CompiledKnowledge, sidebar: Sidebar): vscode.Disposable {
  return vscode.commands.registerCommand('nlpLens.search', async (query?: unknown) => {
    const pick = vscode.window.createQuickPick<ConceptPick>();
    pick.placeholder = vscode.l10n.t('A concept, an API name or a description, in English or Spanish');
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    // Not in the typings yet; without it VS Code sorts our ranking away (microsoft/vscode#73904).
    Object.assign(pick, { sortByLabel: false });
    pick.busy = true;
    pick.show();
    const [base, index] = await Promise.all([knowledge.core(), knowledge.search()]);
    pick.busy = false;
    const refresh = (text: string) => {
      pick.items = text.trim() === '' ? [] : picksOf(index.search(text), base);
    };
    pick.onDidChangeValue(refresh);
    pick.onDidAccept(() => {
      const chosen = pick.activeItems[0];
      pick.hide();
      if (chosen) void sidebar.go({ view: 'concept', id: chosen.concept });
    });
    pick.onDidHide(() => pick.dispose());
    const selected = typeof query === 'string' ? query : selectedText();
    if (selected) {
      pick.value = selected;
      refresh(selected);
    } else refresh(pick.value);
  });
}

interface ConceptPick extends vscode.QuickPickItem {
  readonly concept: string;
}

function picksOf(hits: readonly SearchHit[], base: Knowledge): ConceptPick[] {
  const lang = contentLanguage();
  return hits.flatMap((hit) => {
    const concept = base.byId.get(hit.concept);
    if (!concept) return [];
    const topic = base.topics.find(({ id }) => id === concept.topic)?.names[lang] ?? concept.topic;
    return [{ concept: concept.id, label: titleOf(concept, lang), description: topic, alwaysShow: true }];
  });
}

function selectedText(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const text = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection).trim() : '';
  return text !== '' && text.length <= 100 && !text.includes('\n') ? text : undefined;
}
