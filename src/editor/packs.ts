/** Knowledge packs in the editor: read in the background, read again when a file changes, merged into our knowledge. */
import * as vscode from 'vscode';
import type { Lang, Page } from '../core/concept.ts';
import { knowledgeOf } from '../core/knowledge.ts';
import type { Merged, PackConcept } from '../core/packs.ts';
import type { AddedConcept, AddedKnowledge, CompiledKnowledge } from './knowledge.ts';
import { logPackProblem, logProblem, orLog } from './log.ts';
import { readFiles } from './packs/folder.ts';
import { packPlaces, WORKSPACE_FOLDER, type PackPlace } from './packs/places.ts';
import { ProblemDesk } from './packs/problems.ts';
import type { PackExtras, ReadPack } from './packs/reading.ts';
import { stepByStep } from './slices.ts';

/** Follows the packs of the workspace, the settings and other extensions for as long as it lives. */
export function registerPacks(knowledge: CompiledKnowledge): vscode.Disposable {
  return new Packs(knowledge);
}

class Packs implements vscode.Disposable {
  readonly #knowledge: CompiledKnowledge;
  readonly #desk = new ProblemDesk();
  readonly #subscriptions: vscode.Disposable[];
  /** Packs as they were read last, by folder. */
  readonly #read = new Map<string, ReadPack>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = new vscode.CancellationTokenSource();

  constructor(knowledge: CompiledKnowledge) {
    this.#knowledge = knowledge;
    const { workspace, extensions } = vscode;
    this.#subscriptions = [
      this.#desk,
      workspace.onDidGrantWorkspaceTrust(() => this.#soon()),
      workspace.onDidChangeWorkspaceFolders(() => this.#soon()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('nlpLens.packs')) this.#soon();
      }),
      extensions.onDidChange(() => this.#soon()),
    ];
    this.#soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#round.cancel();
    vscode.Disposable.from(...this.#subscriptions, ...this.#watchers.values()).dispose();
  }

  /** Several changes in a row, a checkout for one, are one reading. */
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#reload(), SETTLE_MS);
  }

  async #reload(): Promise<void> {
    this.#round.cancel();
    this.#round = new vscode.CancellationTokenSource();
    const { token } = this.#round;
    await orLog('reading the knowledge packs', undefined, async () => {
      if (!vscode.workspace.isTrusted) await tellOfTrust();
      const places = packPlaces();
      this.#watch(places);
      const packs: ReadPack[] = [];
      for (const place of places) {
        const pack = await this.#packAt(place, token);
        if (token.isCancellationRequested) return;
        if (pack) packs.push(pack);
      }
      await this.#merge(packs, token);
    });
  }

  async #packAt(place: PackPlace, token: vscode.CancellationToken): Promise<ReadPack | undefined> {
    const key = place.folder.toString();
    const known = this.#read.get(key);
    if (known?.place.name === place.name) return known;
    if (!(await isThere(place.folder))) {
      if (place.asked)
        logProblem(
          'reading a knowledge pack',
          `there is no folder ${place.folder.toString()}: correct its path`,
        );
      return undefined;
    }
    // The reader is code of its own weight: it starts with the first pack.
    const { readPackAt } = await import('./packs/reading.ts');
    const sources = new Set((await this.#knowledge.ownSources()).map(({ id }) => id));
    const pack = await readPackAt(place, sources, token);
    if (!token.isCancellationRequested) this.#read.set(key, pack);
    return pack;
  }

  async #merge(packs: readonly ReadPack[], token: vscode.CancellationToken): Promise<void> {
    if (packs.length === 0) {
      this.#desk.tell([]);
      return this.#knowledge.add(undefined);
    }
    const { mergeSteps } = await import('../core/packs.ts');
    const [core, sources] = await Promise.all([this.#knowledge.ownCore(), this.#knowledge.ownSources()]);
    if (token.isCancellationRequested) return;
    const inOrder = packs.map(({ pack }) => pack);
    const merged = await stepByStep(mergeSteps({ ...core, sources }, inOrder));
    if (token.isCancellationRequested) return;
    this.#desk.tell(
      packs.map(({ place, pack }) => ({
        folder: place.folder,
        problems: [...pack.problems, ...(merged.problems.get(pack.name) ?? [])],
      })),
    );
    this.#knowledge.add(await addedOf(merged, packs));
  }

  #watch(places: readonly PackPlace[]): void {
    const wanted = new Map(places.map((place) => [place.folder.toString(), place]));
    for (const [key, watcher] of this.#watchers) {
      if (wanted.has(key)) continue;
      watcher.dispose();
      this.#watchers.delete(key);
      this.#read.delete(key);
    }
    for (const [key, { folder }] of wanted) {
      if (this.#watchers.has(key)) continue;
      const watcher = vscode.workspace.createFileSystemWatcher(patternOf(folder));
      const changed = (): void => {
        this.#read.delete(key);
        this.#soon();
      };
      this.#watchers.set(
        key,
        vscode.Disposable.from(
          watcher,
          watcher.onDidChange(changed),
          watcher.onDidCreate(changed),
          watcher.onDidDelete(changed),
        ),
      );
    }
  }
}

const SETTLE_MS = 300;

/** A folder of the workspace is watched from above, so that its birth and its end are seen too. */
function patternOf(folder: vscode.Uri): vscode.RelativePattern {
  const inWorkspace = vscode.workspace.getWorkspaceFolder(folder);
  const own = inWorkspace && vscode.Uri.joinPath(inWorkspace.uri, WORKSPACE_FOLDER).toString();
  return own === folder.toString() && inWorkspace
    ? new vscode.RelativePattern(inWorkspace, `{${WORKSPACE_FOLDER},${WORKSPACE_FOLDER}/**}`)
    : new vscode.RelativePattern(folder, '**');
}

/** Somebody who misses the cards of a pack finds the reason in the log; nothing of the pack has been read. */
async function tellOfTrust(): Promise<void> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const folder = vscode.Uri.joinPath(uri, WORKSPACE_FOLDER);
    if (await isThere(folder))
      logPackProblem(`${folder.path}: trust the workspace; its knowledge pack is read only then`, 'warning');
  }
}

async function isThere(folder: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(folder).then(
    () => true,
    () => false,
  );
}

async function addedOf(merged: Merged, packs: readonly ReadPack[]): Promise<AddedKnowledge> {
  const [{ packDocuments, renderPackPage }, { pageRenderers }] = await Promise.all([
    import('../core/packs.ts'),
    import('../core/pages.ts'),
  ]);
  const knowledge = knowledgeOf(merged.data);
  const renderers = pageRenderers((id) => knowledge.byId.has(id));
  const concepts = new Map<string, AddedConcept>();
  for (const { pack, place, extras } of packs) {
    for (const item of pack.concepts) {
      const { id } = item.concept;
      const concept = knowledge.byId.get(id);
      const extra = extras.get(id);
      if (!extra || concept?.pack !== pack.name || concepts.has(id)) continue;
      concepts.set(id, {
        concept,
        documents: () => packDocuments(concept, extra.pages),
        candidates: extra.candidates,
        keptPage: (lang) => extra.files && renderPackPage(item.place, extra.files, lang, renderers),
        page: (lang) => pageOf(place, item, extra, lang),
      });
    }
  }
  return { knowledge, sources: merged.sources, concepts };

  async function pageOf(
    { folder }: PackPlace,
    item: PackConcept,
    { files }: PackExtras,
    lang: Lang,
  ): Promise<Page | undefined> {
    // Of a very large pack the figures have not been read yet.
    const { files: paths } = item.place;
    const whole = files && paths.every((path) => files.has(path)) ? files : undefined;
    return renderPackPage(item.place, whole ?? (await readFiles(folder, paths)), lang, renderers);
  }
}
