/** Our knowledge and that of packs as the surfaces use it; each part is read and built at its first use. */
import * as vscode from 'vscode';
import type { Concept, ConceptId, Lang, Page, Source } from '../core/concept.ts';
import type { ContextData } from '../core/engine.ts';
import { coreOf } from '../core/coreColumns.ts';
import type { CoreColumns } from '../core/coreColumns.ts';
import { knowledgeOf } from '../core/knowledge.ts';
import type { FormulaData } from '../core/formulaPicture.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { readContextFile } from '../core/contextFile.ts';
import { readPageFile } from '../core/pageFile.ts';
import type { Pages } from '../core/pages.ts';
import type { Candidate } from '../core/practice/exercise.ts';
import { openSearchIndexInSlices } from '../core/search/conceptSearch.ts';
import type { ConceptSearch } from '../core/search/conceptSearch.ts';
import type { SearchDocument } from '../core/search/documents.ts';
import { jsonIn, KnowledgeFiles } from './knowledgeFiles.ts';
import { inSlices, stepByStep } from './slices.ts';

/** What packs add: everything as one base, and what is known of each concept that is theirs. */
export interface AddedKnowledge {
  readonly knowledge: Knowledge;
  readonly sources: readonly Source[];
  readonly concepts: ReadonlyMap<ConceptId, AddedConcept>;
}

/** A concept of a pack: its page is rendered when somebody opens it. */
export interface AddedConcept {
  readonly concept: Concept;
  readonly documents: () => readonly SearchDocument[];
  /** What practice can ask of it; nothing where its page is not kept. */
  readonly candidates: readonly Candidate[];
  readonly keptPage: (lang: Lang) => Page | undefined;
  readonly page: (lang: Lang) => Promise<Page | undefined>;
}

/** Everything that `dist/knowledge` holds, lazily, and what packs add to it. */
export class CompiledKnowledge implements vscode.Disposable {
  readonly #files: KnowledgeFiles;
  readonly #changed = new vscode.EventEmitter<void>();
  #added: AddedKnowledge | undefined;
  #search: Promise<ConceptSearch> | undefined;

  constructor(extensionUri: vscode.Uri) {
    this.#files = new KnowledgeFiles(extensionUri);
  }

  /** Fires when packs have brought, changed or taken away concepts. */
  readonly onDidChange = this.#changed.event;

  /** Puts what packs add in the place of what they added before. */
  add(added: AddedKnowledge | undefined): void {
    if (!added && !this.#added) return;
    this.#added = added;
    this.#search = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Concepts and topics. */
  async core(): Promise<Knowledge> {
    return this.#added?.knowledge ?? this.ownCore();
  }

  /** Our own concepts and topics alone. */
  ownCore(): Promise<Knowledge> {
    return this.#files.read('core.json', (file) => knowledgeOf(coreOf(jsonIn<CoreColumns>(file))));
  }

  /** What code means: the catalogue of APIs, models, configs and conventions. */
  context(): Promise<ContextData> {
    return this.#files.read('apis.json', (file) => stepByStep(readContextFile(file)));
  }

  /** The drawn formulas. */
  formulas(): Promise<FormulaData> {
    return this.#files.read('formulas.json', jsonIn<FormulaData>);
  }

  /** The page of a concept. */
  async page(id: ConceptId, lang: Lang): Promise<Page | undefined> {
    const added = this.#added?.concepts.get(id);
    return added ? added.page(lang) : (await this.#ownPages()).page(id, lang);
  }

  /** All pages that can be had at once: ours, and those of packs that are small enough to be kept. */
  async pages(): Promise<Pages> {
    const own = await this.#ownPages();
    const added = this.#added?.concepts;
    if (!added) return own;
    return {
      page: (id, lang) => {
        const concept = added.get(id);
        return concept ? concept.keptPage(lang) : own.page(id, lang);
      },
      candidates: () => [
        ...own.candidates().filter(({ concept }) => !added.has(concept)),
        ...[...added.values()].flatMap(({ candidates }) => candidates),
      ],
    };
  }

  /** The bibliography. */
  async sources(): Promise<readonly Source[]> {
    return this.#added?.sources ?? this.ownSources();
  }

  /** Our own bibliography alone. */
  ownSources(): Promise<readonly Source[]> {
    return this.#files.read('sources.json', jsonIn<Source[]>);
  }

  /** The search index; concepts of packs are added to it at its first use. */
  search(): Promise<ConceptSearch> {
    const searching = (this.#search ??= this.#openSearch());
    searching.catch(() => {
      if (this.#search === searching) this.#search = undefined;
    });
    return searching;
  }

  /** The renderer of pages is code of its own weight: it starts with the first page. */
  #ownPages(): Promise<Pages> {
    return this.#files.read('pages.json', async (file) => {
      const [{ openPages }, { concepts }] = await Promise.all([import('../core/pages.ts'), this.ownCore()]);
      return openPages(await stepByStep(readPageFile(file)), concepts);
    });
  }

  async #openSearch(): Promise<ConceptSearch> {
    const added = this.#added;
    const [file, { concepts }] = await Promise.all([this.#files.bytes('search.bin'), this.ownCore()]);
    return openSearchIndexInSlices(file, concepts, added?.concepts.values() ?? [], inSlices());
  }
}
