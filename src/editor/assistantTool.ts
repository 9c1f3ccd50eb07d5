/** The language-model tool `nlp-lens_explain_concept`: agent mode answers from our curated cards instead of guessing. */
import * as vscode from 'vscode';
import { explanation, readExplainRequest } from '../core/assistant.ts';
import { answerOf } from '../core/assistantAnswer.ts';
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
  const { file, detail } = request;
  const document = file === undefined ? undefined : await documentOf(file);
  const [core, search, { documents, readingOf }] = await Promise.all([
    knowledge.core(),
    knowledge.search(),
    lens.open(),
  ]);
  const base = { knowledge: core, documents, search, readingOf };
  const found = answerOf(request, lang, document && lensDocument(document), base);
  if (typeof found === 'string') return found;
  const [page, sources] = await Promise.all([knowledge.page(found.concept.id, lang), knowledge.sources()]);
  return explanation({ ...found, page, sources, knowledge: core, lang, detail });
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
