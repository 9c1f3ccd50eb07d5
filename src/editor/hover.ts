/** The hover: our card below the language server's own, in every language that the engine reads. */
import * as vscode from 'vscode';
import { cardOf } from '../core/card.ts';
import type { Detail } from '../core/card.ts';
import { CARD_COMMANDS, cardMarkdown } from '../core/cardMarkdown.ts';
import type { ConceptId } from '../core/concept.ts';
import { formulaPicture } from '../core/formulaPicture.ts';
import { isRead, placeOf } from '../core/places.ts';
import { cardDetail } from '../core/practice/cardDetail.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import { lensDocument } from './lens.ts';
import type { Lens } from './lens.ts';
import { orLog } from './log.ts';
import type { Reviews } from './reviews.ts';
import { contentLanguage, showsCardsIn, shrinksCards } from './settings.ts';

/**
 * Registers the provider. The selector matches everything, which is the weakest match there is: VS Code shows the
 * cards of stronger providers first, so that the types of a language server stay on top.
 */
export function registerHover(lens: Lens, knowledge: CompiledKnowledge, reviews: Reviews): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    provideHover(document, position, cancellation) {
      if (!isRead(document.languageId)) return undefined;
      const parts = { lens, knowledge, reviews };
      return orLog('making a card', undefined, () => hoverAt(parts, document, position, cancellation));
    },
  });
}

async function hoverAt(
  { lens, knowledge, reviews }: { lens: Lens; knowledge: CompiledKnowledge; reviews: Reviews },
  document: vscode.TextDocument,
  position: vscode.Position,
  cancellation: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const { engine, documents, readingOf } = await lens.open();
  if (cancellation.isCancellationRequested) return undefined;
  const mention = documents.mentionAt(lensDocument(document), document.offsetAt(position));
  if (!mention) return undefined;
  const place = placeOf(document.languageId, mention.by);
  if (!place || !showsCardsIn(place)) return undefined;
  const lang = contentLanguage();
  const detail = await detailOf(reviews, mention.concept);
  const card = cardOf(readingOf(mention, lang), engine.knowledge, detail);
  if (!card) return undefined;
  const ink = inkOf(vscode.window.activeColorTheme.kind);
  // Drawings are ours: a pack's concept may have our id, but not our formula.
  const drawn = card.formula && card.pack === undefined;
  const picture = drawn && formulaPicture(await knowledge.formulas(), card.concept, lang, ink);
  const formula = picture && card.formula && { ...picture, alt: card.formula.words[lang] };
  const markdown = new vscode.MarkdownString(
    cardMarkdown(card, { lang, detail, ink, ...(formula ? { formula } : {}) }),
    true,
  );
  markdown.isTrusted = { enabledCommands: CARD_COMMANDS };
  return new vscode.Hover(
    markdown,
    new vscode.Range(document.positionAt(mention.range.start), document.positionAt(mention.range.end)),
  );
}

/** A log that cannot be read makes no card shorter, and none fail. */
function detailOf(reviews: Reviews, concept: ConceptId): Promise<Detail> {
  return orLog<Detail>('reading the review log for a card', 'full', async () => {
    const t = Date.now();
    const now = { t, tz: -new Date(t).getTimezoneOffset() };
    return cardDetail(await reviews.progress(), concept, shrinksCards(), now);
  });
}

/** `currentColor` is black inside an image, so pictures get the colour of the theme's kind. */
function inkOf(kind: vscode.ColorThemeKind): string {
  switch (kind) {
    case vscode.ColorThemeKind.Light:
      return '#3b3b3b';
    case vscode.ColorThemeKind.HighContrastLight:
      return '#000000';
    case vscode.ColorThemeKind.HighContrast:
      return '#ffffff';
    default:
      return '#cccccc';
  }
}
