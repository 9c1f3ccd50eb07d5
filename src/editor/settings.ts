/** The user's settings, read where they are used: VS Code keeps them in memory. */
import * as vscode from 'vscode';
import type { Lang } from '../core/concept.ts';
import type { CardPlace } from '../core/places.ts';
import { DEFAULT_CAPS } from '../core/practice/deck.ts';
import type { Caps } from '../core/practice/deck.ts';

/** The language of cards, pages and quizzes: the user's choice, or that of VS Code. */
export function contentLanguage(): Lang {
  const chosen = vscode.workspace.getConfiguration('nlpLens').get<string>('language', 'auto');
  if (chosen === 'en' || chosen === 'es') return chosen;
  return vscode.env.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}

/** Whether the user wants cards in a place; everywhere, unless the setting says `false` for it. */
export function showsCardsIn(place: CardPlace): boolean {
  const places = vscode.workspace
    .getConfiguration('nlpLens')
    .get<Partial<Record<CardPlace, unknown>>>('cards.places');
  return places?.[place] !== false;
}

/** How much a day of practice may ask, as the user set it. */
export function dailyCaps(): Caps {
  const settings = vscode.workspace.getConfiguration('nlpLens');
  const cap = (name: string, otherwise: number): number => {
    const value = settings.get<number>(name, otherwise);
    return Number.isFinite(value) ? Math.min(1000, Math.max(0, Math.floor(value))) : otherwise;
  };
  return {
    newPerDay: cap('practice.newPerDay', DEFAULT_CAPS.newPerDay),
    reviewsPerDay: cap('practice.reviewsPerDay', DEFAULT_CAPS.reviewsPerDay),
  };
}

/** Whether hovers say less of what is well known. */
export function shrinksCards(): boolean {
  return vscode.workspace.getConfiguration('nlpLens').get<boolean>('cards.shrinkKnown', false);
}

/** Whether the review log goes along with Settings Sync. */
export function syncsReviews(): boolean {
  return vscode.workspace.getConfiguration('nlpLens').get<boolean>('practice.sync', true);
}
