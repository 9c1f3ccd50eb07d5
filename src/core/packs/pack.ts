/** Reads a pack one concept at a time, so that a caller can stop, show progress, or give the editor its turn. */
import { pathOf, readConcept, type ConceptDraft } from '../authoring/base.ts';
import { checkConcept } from '../authoring/check.ts';
import type { DrawFormula } from '../authoring/formulas.ts';
import { problemList, type Problem, type ProblemList } from '../authoring/problems.ts';
import { renderConcept, renderPage, type PageRenderers } from '../authoring/render.ts';
import { readSources, type Bibliography } from '../authoring/sources.ts';
import { readTopics } from '../authoring/topics.ts';
import { partsOf } from '../authoring/walk.ts';
import { LANGS, type Concept, type Lang, type Page, type Topic } from '../concept.ts';
import type { PageDraft } from '../authoring/page.ts';
import { readOutline } from './outline.ts';
import { factsPath, PACK_LIMITS, type ConceptPlace } from './plan.ts';
import { decodeUtf8 } from './utf8.ts';

/** A pack as read: what it adds, and what is wrong with it. Pages are read again when somebody opens them. */
export interface Pack {
  /** The name that cards show: the folder's or the extension's. */
  readonly name: string;
  readonly topics: readonly Topic[];
  readonly sources: Bibliography;
  readonly concepts: readonly PackConcept[];
  readonly problems: readonly Problem[];
}

/** A concept of a pack, and where its files are. Relations may still lead nowhere: {@link mergePacks} sees to that. */
export interface PackConcept {
  readonly concept: Concept;
  readonly place: ConceptPlace;
  /** Whether it means to replace the concept of ours with the same id. */
  readonly overrides: boolean;
}

/** The bytes of some files by path; a file that could not be read is missing. */
export type PackBytes = ReadonlyMap<string, Uint8Array>;

/** Reads a pack step by step. */
export interface PackReader {
  /** The topics and sources of the pack, if it has its own. */
  readShared(files: PackBytes): void;
  /** One concept; the draft holds its pages, for a search index, and is not kept. */
  readConcept(place: ConceptPlace, files: PackBytes): ConceptDraft | undefined;
  /** What was read so far. */
  finish(): Pack;
}

/** What reading may use beyond the files of the pack. */
export interface PackOptions {
  /** Sources of our own base, which a pack may cite. */
  readonly sources?: ReadonlySet<string>;
  /** Draws formulas; without it their LaTeX is not checked. */
  readonly drawFormula?: DrawFormula;
  /** Whether what can be shown is also checked as our own base is (the default). */
  readonly check?: boolean;
  /** Whether only {@link readOutline} is read of each concept, for very large packs: nothing of pages is checked then. */
  readonly outline?: boolean;
}

/** Starts reading. `list` may hold the problems of the plan already. */
export function openPack(
  name: string,
  list: ProblemList = problemList(),
  options: PackOptions = {},
): PackReader {
  const concepts: PackConcept[] = [];
  const kept: Problem[] = [];
  const places = new Map<string, ConceptPlace>();
  let more = 0;
  let names = 0;
  const keep = (problems: readonly Problem[]): void => {
    for (const problem of problems) {
      if (problem.level === 'note') continue;
      if (kept.length >= PACK_LIMITS.problems) {
        more += 1;
        // What keeps a concept out is worth more than a remark on another one.
        const isError = kept.map(({ level }) => level === 'error');
        const remark = problem.level === 'error' ? isError.lastIndexOf(false) : -1;
        if (remark < 0) continue;
        kept.splice(remark, 1);
      }
      kept.push(problem);
    }
  };
  keep(list.problems);
  let topics: readonly Topic[] = [];
  let sources: Bibliography = { entries: new Map(), ids: new Set() };
  return {
    readShared: (files) => {
      const own = problemList();
      const topicText = textOf('topics.yaml', files, own);
      const sourceText = textOf('sources.yaml', files, own);
      if (topicText !== undefined) topics = readTopics(topicText, own.of('topics.yaml'));
      if (sourceText !== undefined) sources = readSources(sourceText, own.of('sources.yaml'));
      keep(own.problems);
    },
    readConcept: (place, files) => {
      const own = problemList();
      const twin = places.get(place.id);
      if (twin) {
        keep([
          {
            file: factsPath(place),
            line: 1,
            level: 'error',
            message: `choose another id: ${factsPath(twin)} has it`,
          },
        ]);
        return undefined;
      }
      places.set(place.id, place);
      const draft = options.outline
        ? withBothPages(readOutline(place, (path) => textOf(path, files, own), own))
        : readPackConcept(place, files, own);
      if (draft && options.check !== false && !options.outline)
        checkPackConcept(draft, sources, options, own);
      names += draft ? LANGS.reduce((sum, lang) => sum + 1 + draft.facts.terms[lang].aliases.length, 0) : 0;
      const fits = names <= PACK_LIMITS.names;
      if (draft && !fits)
        own.of(factsPath(place))(
          1,
          `split the pack: it has more than ${PACK_LIMITS.names} names and aliases; this concept is not read`,
        );
      const concept = draft && fits ? renderConcept(draft, () => true) : undefined;
      if (draft && concept)
        concepts.push({ concept: { ...concept, pack: name }, place, overrides: draft.facts.overrides });
      // An error keeps a concept out; what can be shown in spite of it is worth a warning.
      const level = concept ? 'warning' : 'error';
      keep(own.problems.map((problem) => (problem.level === 'error' ? { ...problem, level } : problem)));
      return concept ? draft : undefined;
    },
    finish: () => ({
      name,
      topics,
      sources,
      concepts,
      problems: more === 0 ? kept : [...kept, restOf(more)],
    }),
  };
}

/**
 * The concept with both its pages, or `undefined` when it cannot be shown. A page that exists in one language only
 * stands for both.
 */
export function readPackConcept(
  place: ConceptPlace,
  files: PackBytes,
  list: ProblemList,
): ConceptDraft | undefined {
  const texts = new Map(place.files.map((path) => [path, textOf(path, files, list)]));
  return withBothPages(readConcept(place.topic, place.id, texts, list));
}

function withBothPages(draft: ConceptDraft | undefined): ConceptDraft | undefined {
  const [en, es] = LANGS.map((lang) => draft?.pages[lang]);
  if (!draft || (!en && !es)) return undefined;
  return { ...draft, pages: { en: en ?? inLang(es!, 'en'), es: es ?? inLang(en!, 'es') } };
}

/** A page of a pack's concept, from its files, when somebody opens it. */
export function renderPackPage(
  place: ConceptPlace,
  files: PackBytes,
  lang: Lang,
  renderers: PageRenderers,
): Page | undefined {
  const draft = readPackConcept(place, files, problemList());
  return draft && renderPage(draft, draft.pages[lang]!, renderers);
}

function inLang(page: PageDraft, lang: Lang): PageDraft {
  return { ...page, lang };
}

function textOf(path: string, files: PackBytes, list: ProblemList): string | undefined {
  const bytes = files.get(path);
  if (!bytes) return undefined;
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return decoded.text;
  list.of(path)(decoded.badLine, 'save the file as UTF-8: these bytes are in another encoding');
  return undefined;
}

/** The rules of our own base that one concept can break by itself. */
function checkPackConcept(
  draft: ConceptDraft,
  sources: Bibliography,
  { sources: ours, drawFormula }: PackOptions,
  list: ProblemList,
): void {
  checkConcept(draft, list, drawFormula ? { drawFormula } : {});
  for (const lang of LANGS) {
    const page = draft.pages[lang]!;
    for (const node of partsOf(page).flatMap(({ inlines }) => inlines)) {
      if (node.kind !== 'cite') continue;
      for (const id of node.ids) {
        if (!sources.ids.has(id) && !ours?.has(id))
          list.of(pathOf(draft, `${lang}.md`))(
            node.line,
            `add \`${id}\` to sources.yaml, or correct the citation`,
          );
      }
    }
  }
}

function restOf(more: number): Problem {
  return {
    file: '.',
    line: 1,
    level: 'warning',
    message: `mend these first: ${more} more problems are not shown`,
  };
}
