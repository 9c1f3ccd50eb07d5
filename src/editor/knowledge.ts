/** The compiled knowledge as the surfaces use it; each part is read and built at its first use. */
import type * as vscode from 'vscode';
import type { Source } from '../core/concept.ts';
import type { ContextData } from '../core/engine.ts';
import { knowledgeOf } from '../core/knowledge.ts';
import type { CoreData, FormulaData, Knowledge } from '../core/knowledge.ts';
import type { PageData, Pages } from '../core/pages.ts';
import { openSearchIndexInSlices } from '../core/search/conceptSearch.ts';
import type { ConceptSearch } from '../core/search/conceptSearch.ts';
import { KnowledgeFiles } from './knowledgeFiles.ts';

/** Everything that `dist/knowledge` holds, lazily. */
export class CompiledKnowledge {
  readonly #files: KnowledgeFiles;

  constructor(extensionUri: vscode.Uri) {
    this.#files = new KnowledgeFiles(extensionUri);
  }

  /** Concepts and topics. */
  core(): Promise<Knowledge> {
    return this.#files.read('core.json', (text) => knowledgeOf(JSON.parse(text) as CoreData));
  }

  /** What code means: the catalogue of APIs, models, configs and conventions. */
  context(): Promise<ContextData> {
    return this.#files.read('apis.json', (text) => JSON.parse(text) as ContextData);
  }

  /** The drawn formulas. */
  formulas(): Promise<FormulaData> {
    return this.#files.read('formulas.json', (text) => JSON.parse(text) as FormulaData);
  }

  /** The pages of all concepts. Their renderer is code of its own weight: it starts with the first page. */
  pages(): Promise<Pages> {
    return this.#files.read('pages.json', async (text) => {
      const [{ openPages }, { concepts }] = await Promise.all([import('../core/pages.ts'), this.core()]);
      return openPages(JSON.parse(text) as PageData, concepts);
    });
  }

  /** The bibliography. */
  sources(): Promise<readonly Source[]> {
    return this.#files.read('sources.json', (text) => JSON.parse(text) as Source[]);
  }

  /** The search index. */
  search(): Promise<ConceptSearch> {
    return this.#files.read('search.json', async (text) =>
      openSearchIndexInSlices(text, (await this.core()).concepts),
    );
  }
}
