/** Reads one pack in slices, within a time limit; what was read when somebody cancels is kept. */
import * as vscode from 'vscode';
import type { ByLang, ConceptId } from '../../core/concept.ts';
import {
  indexedPages,
  openPack,
  outlineCandidates,
  packCandidates,
  planSteps,
  type ConceptPlace,
  type Pack,
  type PackBytes,
  type PackPlan,
} from '../../core/packs.ts';
import { problemList, type Problem, type ProblemList } from '../../core/authoring/problems.ts';
import type { Candidate } from '../../core/practice/exercise.ts';
import type { IndexedPage } from '../../core/search/documents.ts';
import { inSlices, stepByStep } from '../slices.ts';
import { listFolder, readFiles, type Stop } from './folder.ts';
import type { PackPlace } from './places.ts';

/** A pack, and what search and practice need of it. */
export interface ReadPack {
  readonly place: PackPlace;
  readonly pack: Pack;
  readonly extras: ReadonlyMap<ConceptId, PackExtras>;
}

/** What of a concept is kept beside it: the questions of its pages for search, and what they can ask. */
export interface PackExtras {
  readonly pages: ByLang<IndexedPage>;
  readonly candidates: readonly Candidate[];
  /** The files of the concept, as far as memory is spent on a pack. */
  readonly files: PackBytes | undefined;
}

/** Reads the pack of a place; a folder that is none gives a pack with that problem. `sources` are ours, which it may cite. */
export async function readPackAt(
  place: PackPlace,
  sources: ReadonlySet<string>,
  token: vscode.CancellationToken,
): Promise<ReadPack> {
  const entries = await listFolder(place, token);
  if (typeof entries === 'string') {
    const list = problemList();
    list.of('.')(1, entries);
    return { place, pack: openPack(place.name, list).finish(), extras: new Map() };
  }
  const list = problemList();
  const plan = await stepByStep(planSteps(entries, list));
  const work = (on: Stop, tell: (done: number) => void): Promise<ReadPack> =>
    readPlanned({ place, plan, list, sources }, on, tell);
  if (plan.concepts.length < WORTH_TELLING) return work(token, () => undefined);
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('NLP Lens reads the knowledge pack {0}', place.name),
      cancellable: true,
    },
    (progress, stop) => {
      let told = 0;
      return work(either(token, stop), (done) => {
        const share = Math.floor((100 * done) / plan.concepts.length);
        if (share > told) progress.report({ increment: share - told, message: `${done}` });
        told = Math.max(told, share);
      });
    },
  );
}

/** Packs with fewer concepts are read before anybody could follow a progress bar. */
const WORTH_TELLING = 500;

/** Larger packs are shown without the checks that nothing depends on: `nlp-lens check` has them. */
const CHECKED_AT_MOST = 2000;

/** Of each pack so much is kept, for practice; the rest can be opened, but is not asked about. */
const KEPT_BYTES = 24 * 1024 * 1024;

const TIME_LIMIT_MS = 120_000;
const READ_AHEAD = 16;

interface Job {
  readonly place: PackPlace;
  readonly plan: PackPlan;
  readonly list: ProblemList;
  readonly sources: ReadonlySet<string>;
}

async function readPlanned(
  { place, plan, list, sources }: Job,
  token: Stop,
  tell: (done: number) => void,
): Promise<ReadPack> {
  const { concepts } = plan;
  const large = concepts.length > CHECKED_AT_MOST;
  if (large)
    list.of('.')(
      1,
      `run \`nlp-lens check\` on it: a pack of more than ${CHECKED_AT_MOST} concepts is only read here, not checked`,
      'warning',
    );
  const reader = openPack(place.name, list, { sources, outline: large });
  const extras = new Map<ConceptId, PackExtras>();
  const cut: Problem[] = [];
  let keptBytes = 0;
  const nextSlice = inSlices();
  const late = performance.now() + TIME_LIMIT_MS;
  const shared = [plan.topics, plan.sources].filter((path) => path !== undefined);
  reader.readShared(await readFiles(place.folder, shared));
  const readGroup = (at: number): Promise<PackBytes> => {
    const group = concepts.slice(at, at + READ_AHEAD);
    // Figures are half of the bytes, and nobody sees one before its page.
    const wanted = ({ files }: ConceptPlace) =>
      large ? files.filter((path) => !path.endsWith('.svg')) : files;
    return readFiles(place.folder, group.flatMap(wanted));
  };
  // The next files are on their way while these are read.
  let next = readGroup(0);
  for (let at = 0; at < concepts.length; at += READ_AHEAD) {
    if (token.isCancellationRequested || performance.now() > late) {
      const message = `split the pack, or save one of its files to read it again: ${at} of ${concepts.length} concepts were read`;
      cut.push({ file: '.', line: 1, level: 'warning', message });
      break;
    }
    const group = concepts.slice(at, at + READ_AHEAD);
    const files = await next;
    next = readGroup(at + READ_AHEAD);
    for (const concept of group) {
      const draft = reader.readConcept(concept, files);
      if (draft) {
        const own = new Map([...files].filter(([path]) => concept.files.includes(path)));
        keptBytes += [...own.values()].reduce((sum, { length }) => sum + length, 0);
        const kept = keptBytes <= KEPT_BYTES;
        extras.set(concept.id, {
          pages: indexedPages(draft),
          candidates: kept ? (large ? outlineCandidates(draft) : packCandidates(draft)) : [],
          files: kept ? own : undefined,
        });
      }
      await nextSlice();
    }
    tell(Math.min(at + READ_AHEAD, concepts.length));
  }
  const pack = reader.finish();
  return { place, pack: { ...pack, problems: [...cut, ...pack.problems] }, extras };
}

function either(first: Stop, second: Stop): Stop {
  return {
    get isCancellationRequested() {
      return first.isCancellationRequested || second.isCancellationRequested;
    },
  };
}
