/** The user's settings, read where they are used: VS Code keeps them in memory. */
import * as vscode from 'vscode';
import type { Lang } from '../core/concept.ts';

/** The language of cards, pages and quizzes: the user's choice, or that of VS Code. */
export function contentLanguage(): Lang {
  const chosen = vscode.workspace.getConfiguration('nlpLens').get<string>('language', 'auto');
  if (chosen === 'en' || chosen === 'es') return chosen;
  return vscode.env.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}
