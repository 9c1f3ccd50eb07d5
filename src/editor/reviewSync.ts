/** Carries the review log to the learner's other machines through VS Code's Settings Sync, when that is on. */
import * as vscode from 'vscode';
import { syncStep } from '../core/practice/sync.ts';
import { orLog } from './log.ts';
import type { Reviews } from './reviews.ts';
import { syncsReviews } from './settings.ts';

/** Looks at the synchronised value at the start, when the window gets the focus, and a while after an answer. */
export function syncReviews(
  reviews: Reviews,
  state: vscode.ExtensionContext['globalState'],
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(reviews, state), ms);
  };
  state.setKeysForSync([KEY]);
  soon(START_MS);
  return vscode.Disposable.from(
    reviews.onDidChange(() => soon(IDLE_MS)),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && soon(START_MS)),
    { dispose: () => clearTimeout(timer) },
  );
}

const KEY = 'reviews';
const START_MS = 4000;
const IDLE_MS = 20_000;

async function look(reviews: Reviews, state: vscode.Memento): Promise<void> {
  if (!syncsReviews()) return;
  await orLog('syncing the review log', undefined, async () => {
    const { toKeep, toPublish } = syncStep(await reviews.events(), state.get(KEY));
    if (toKeep.length > 0) await reviews.add(toKeep);
    if (toPublish !== undefined) await state.update(KEY, toPublish);
  });
}
