/** Starts the extension: registers its surfaces and does nothing else; knowledge is read at the first hover. */
import * as vscode from 'vscode';
import type { Place } from '../core/stop.ts';
import { readSession } from '../core/practice/session.ts';
import { registerAccessibilityHelp } from './accessibilityHelp.ts';
import { ActiveFile } from './activeFile.ts';
import { registerAssistantTool } from './assistantTool.ts';
import { registerExample } from './example.ts';
import { registerExchange } from './exchange.ts';
import { registerExplain } from './explain.ts';
import { registerExplore } from './explore.ts';
import { registerFileTree } from './fileTree.ts';
import { registerHover } from './hover.ts';
import { KeptFile } from './keptFile.ts';
import { CompiledKnowledge } from './knowledge.ts';
import { Lens } from './lens.ts';
import { registerMute } from './mute.ts';
import { Reviews } from './reviews.ts';
import { syncReviews } from './reviewSync.ts';
import { registerCreatePack } from './packs/create.ts';
import { registerPacks } from './packs.ts';
import { registerSearch } from './search.ts';
import { registerSidebar } from './sidebar.ts';
import { registerStatusBar } from './statusBar.ts';

/** Called by VS Code once, at the first file that it reads, or command. */
export function activate(context: vscode.ExtensionContext): void {
  const knowledge = new CompiledKnowledge(context.extensionUri);
  const reviews = new Reviews(context.globalStorageUri);
  const storage = context.storageUri ?? context.globalStorageUri;
  const session = new KeptFile(storage, 'session.json', readSession);
  const lens = new Lens(knowledge);
  const file = new ActiveFile(lens);
  const sidebar = registerSidebar(
    { extensionUri: context.extensionUri, knowledge, reviews, lens, session },
    file,
    storage,
  );
  const go = (place: Place) => sidebar.go(place);
  context.subscriptions.push(
    knowledge,
    registerPacks(knowledge),
    registerCreatePack(),
    registerAssistantTool(lens, knowledge),
    reviews,
    lens,
    file,
    sidebar,
    registerFileTree(file, sidebar),
    registerStatusBar(file),
    registerMute(reviews, knowledge),
    registerExchange(reviews, knowledge),
    syncReviews(reviews, context.globalState),
    registerHover(lens, knowledge, reviews),
    registerSearch({ knowledge, sidebar, memory: context.globalState, due: () => reviews.dueConcepts() }),
    registerExplain(lens, sidebar),
    registerExplore(lens, sidebar),
    registerExample(),
    registerAccessibilityHelp(context.extension),
    vscode.commands.registerCommand('nlpLens.openConcept', (id: unknown) =>
      isId(id) ? go({ view: 'concept', id }) : undefined,
    ),
    vscode.commands.registerCommand('nlpLens.progress', () => go({ view: 'progress' })),
    vscode.commands.registerCommand('nlpLens.practise', (id: unknown) =>
      go({ view: 'practice', concepts: isId(id) ? [id] : [] }),
    ),
  );
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 100;
}
