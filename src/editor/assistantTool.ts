/** The language-model tool `nlp-lens_explain_concept`: agent mode answers from our curated cards instead of guessing. */
import * as vscode from 'vscode';
import {
  conceptOfTerm,
  explanation,
  mentionOnLine,
  nothingFound,
  readExplainRequest,
  unreadable,
} from '../core/assistant.ts';
import type { ExplainRequest } from '../core/assistant.ts';
import { mentionOfSymbol } from '../core/assistantSymbol.ts';
import { cardOf } from '../core/card.ts';
import type { Card } from '../core/card.ts';
import type { ConceptId, Lang } from '../core/concept.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import { lensDocument } from './lens.ts';
import type { Lens } from './lens.ts';
import { orLog } from './log.ts';
import { contentLanguage } from './settings.ts';

/** The name under which package.json declares the tool. */
export const TOOL = 'nlp-lens_explain_concept';

/** Registers the tool; nothing depends on it, so an editor without language models loses nothing. */
export function registerAssistantTool(lens: Lens, knowledge: CompiledKnowledge): vscode.Disposable {
  return vscode.lm.registerTool<unknown>(TOOL, {
    prepareInvocation: ({ input }) => {
      const request = readExplainRequest(input);
      const about = typeof request === 'string' ? undefined : (request.term ?? request.file);
      return {
        invocationMessage:
          about === undefined
            ? vscode.l10n.t('Looking in NLP Lens')
            : vscode.l10n.t('Looking in NLP Lens for {0}', plain(about)),
      };
    },
    invoke: async ({ input }) => {
      const failed = 'NLP Lens could not answer; its log says why.';
      const text = await orLog('answering an assistant', failed, () => answer(lens, knowledge, input));
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  });
}

async function answer(lens: Lens, knowledge: CompiledKnowledge, input: unknown): Promise<string> {
  const request = readExplainRequest(input);
  if (typeof request === 'string') return request;
  const lang = request.language ?? contentLanguage();
  const base = await knowledge.core();
  const card = await cardAt(lens, request, lang);
  if (card) return explained(card.concept, card);
  const what = request.term ?? `${request.file ?? ''}:${request.line ?? 1}`;
  const found = request.term
    ? conceptOfTerm(request.term, base, await knowledge.search())
    : { near: [], named: false };
  const symbol =
    request.term !== undefined && !found.named ? await symbolCard(lens, request.term, lang) : undefined;
  if (symbol) return explained(symbol.concept, symbol);
  if (request.term === undefined && request.file !== undefined && !(await documentOf(request.file)))
    return unreadable(request.file, lang);
  if (!('concept' in found) || found.concept === undefined) return nothingFound(what, found.near, base, lang);
  return explained(found.concept, undefined, found.named ? undefined : request.term);

  async function explained(id: ConceptId, shown?: Card, nearestTo?: string): Promise<string> {
    const [page, sources] = await Promise.all([knowledge.page(id, lang), knowledge.sources()]);
    return explanation({
      concept: base.byId.get(id)!,
      page,
      sources,
      knowledge: base,
      lang,
      detail: (request as ExplainRequest).detail,
      ...(shown ? { card: shown } : {}),
      ...(nearestTo === undefined ? {} : { nearestTo }),
    });
  }
}

/** The card at a line of a file of the workspace, or of one that is open. */
async function cardAt(lens: Lens, request: ExplainRequest, lang: Lang): Promise<Card | undefined> {
  const { file, line, term } = request;
  const document = file === undefined || line === undefined ? undefined : await documentOf(file);
  if (!document || line === undefined) return undefined;
  const { engine, documents, readingOf } = await lens.open();
  const own = lensDocument(document);
  const listed = mentionOnLine(documents.mentionsIn(own), own.text, line, term);
  const mention = listed && (documents.mentionAt(own, listed.range.start) ?? listed);
  return mention && cardOf(readingOf(mention, lang), engine.knowledge);
}

async function symbolCard(lens: Lens, term: string, lang: Lang): Promise<Card | undefined> {
  const { engine, documents, readingOf } = await lens.open();
  const mention = mentionOfSymbol(term, documents);
  return mention && cardOf(readingOf(mention, lang), engine.knowledge);
}

/** Only what is open, or lies in the workspace: a model's path leads nowhere else. */
async function documentOf(file: string): Promise<vscode.TextDocument | undefined> {
  const { workspace } = vscode;
  const slashed = file.replace(/\\/g, '/');
  const open = workspace.textDocuments.find(
    ({ uri }) => uri.fsPath === file || uri.path === slashed || uri.toString() === file,
  );
  if (open) return open;
  if (slashed.split('/').includes('..')) return undefined;
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const inside = slashed.startsWith(`${uri.path}/`) ? slashed.slice(uri.path.length + 1) : slashed;
    if (inside.startsWith('/') || /^[a-z]:/i.test(inside)) continue;
    try {
      return await workspace.openTextDocument(vscode.Uri.joinPath(uri, inside));
    } catch {
      continue;
    }
  }
  return undefined;
}

function plain(text: string): string {
  return text.slice(0, 60).replace(/[\\`*_[\]()<>#|!$]/g, ' ');
}
