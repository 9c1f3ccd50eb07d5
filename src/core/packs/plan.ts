/**
 * Which files of a folder are a pack's, decided from the listing alone, before anything is read: only regular files,
 * only where knowledge files belong, within bounds on number and size.
 */
import { isId } from '../authoring/ids.ts';
import { LIMITS } from '../authoring/limits.ts';
import type { Problem, ProblemList } from '../authoring/problems.ts';
import type { ConceptId } from '../concept.ts';
import { allSteps } from '../steps.ts';

/** One entry of the folder, as the file system describes it without following links. */
export interface PackEntry {
  /** Relative to the pack's folder, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  /** Bytes; 0 for what is not a file. */
  readonly size: number;
}

/** Where a concept's files are. */
export interface ConceptPlace {
  readonly id: ConceptId;
  readonly topic: string;
  /** Paths to read: the facts, and those of pages and figure that exist. */
  readonly files: readonly string[];
}

/** The path of a concept's facts, where problems of the concept as a whole are shown. */
export function factsPath({ topic, id }: Pick<ConceptPlace, 'topic' | 'id'>): string {
  return `${topic}/${id}.yaml`;
}

/** What to read, in a stable order. */
export interface PackPlan {
  readonly topics?: string;
  readonly sources?: string;
  readonly concepts: readonly ConceptPlace[];
  readonly problems: readonly Problem[];
}

/** Bounds on one pack; thirty thousand files are ten thousand concepts. */
export const PACK_LIMITS = {
  files: 40_000,
  bytes: 160 * 1024 * 1024,
  /** Names and aliases of all concepts together; ten thousand concepts have some forty thousand. */
  names: 100_000,
  /** Complaints that are kept of one pack. */
  problems: 100,
  /** Characters of a path. */
  path: 200,
} as const;

/** Folders that are never knowledge, however deep their files would match. */
const FOREIGN = /^(?:node_modules|\.git|\.hg|\.svn|\.venv|venv|env|__pycache__|site-packages)$/;

/** Decides what to read. Stops at the bounds, so the listing may be an endless generator. */
export function planPack(entries: Iterable<PackEntry>, list: ProblemList): PackPlan {
  return allSteps(planSteps(entries, list));
}

/** The same, an entry at a time. */
export function* planSteps(entries: Iterable<PackEntry>, list: ProblemList): Generator<void, PackPlan> {
  const files = new Set<string>();
  let bytes = 0;
  let seen = 0;
  for (const entry of entries) {
    if (seen % 50 === 0) yield;
    if (++seen > PACK_LIMITS.files * 2) {
      list.of('.')(1, `split the pack: more than ${PACK_LIMITS.files} files; the others are not read`);
      break;
    }
    const report = list.of(shownPath(entry.path));
    if (!belongs(entry.path)) {
      if (entry.kind === 'link' && isId(entry.path))
        report(1, 'replace the link by the folder itself: packs are read without following links', 'warning');
      continue;
    }
    if (entry.kind === 'link')
      report(1, 'replace the link by the file itself: packs are read without following links');
    else if (entry.kind === 'other') report(1, 'remove it: a pack holds plain files');
    else if (entry.kind !== 'file') continue;
    else if (entry.size > LIMITS.fileBytes)
      report(1, `shorten the file: ${entry.size} bytes, at most ${LIMITS.fileBytes}`);
    else if (files.size >= PACK_LIMITS.files || bytes + entry.size > PACK_LIMITS.bytes) {
      list.of('.')(
        1,
        `split the pack: at most ${PACK_LIMITS.files} files and ${PACK_LIMITS.bytes >> 20} MiB are read`,
      );
      break;
    } else {
      files.add(entry.path);
      bytes += entry.size;
    }
  }
  return {
    ...(files.has('topics.yaml') && { topics: 'topics.yaml' }),
    ...(files.has('sources.yaml') && { sources: 'sources.yaml' }),
    concepts: yield* placesOf(files, list),
    problems: list.problems,
  };
}

/** Whether a path is one of a knowledge folder: two parts, no tricks. Everything else in the folder is left alone. */
export function belongs(path: string): boolean {
  if (path.length > PACK_LIMITS.path) return false;
  if (path === 'topics.yaml' || path === 'sources.yaml') return true;
  const parts = path.split('/');
  const [topic = '', name = ''] = parts;
  if (parts.length !== 2 || FOREIGN.test(topic) || topic === 'apis') return false;
  return PLAIN_NAME.test(topic) && PLAIN_NAME.test(name) && KNOWLEDGE_FILE.test(name);
}

/** Names that a person would give; those that are no ids are answered with what to call them. */
const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_. -]*$/u;
const KNOWLEDGE_FILE = /\.(?:yaml|svg|en\.md|es\.md)$/;

function* placesOf(files: ReadonlySet<string>, list: ProblemList): Generator<void, ConceptPlace[]> {
  const stems = new Map<string, string[]>();
  for (const path of files) {
    if (stems.size % 50 === 0) yield;
    const stem = /^([^/]+\/[^/]+?)\.(?:yaml|svg|en\.md|es\.md)$/.exec(path)?.[1];
    if (stem !== undefined) stems.set(stem, [...(stems.get(stem) ?? []), path]);
  }
  const places: ConceptPlace[] = [];
  for (const [stem, paths] of [...stems].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (places.length % 50 === 0) yield;
    const [topic, id] = stem.split('/') as [string, string];
    const report = list.of(shownPath(paths[0]!));
    if (!isId(topic)) report(1, 'name the folder in kebab case: `our-team`');
    else if (!isId(id)) report(1, 'name the file in kebab case: `attention-mask.yaml`');
    else if (!files.has(`${stem}.yaml`)) report(1, `write the facts ${stem}.yaml`);
    else places.push({ id, topic, files: paths });
  }
  return places;
}

/** A path for a message: characters that could pretend to be something else are shown as their codes. */
export function shownPath(path: string): string {
  const plain = path.replace(
    /[^\p{L}\p{M}\p{N} ._\-/()+@]/gu,
    (char) => `⟨${char.codePointAt(0)!.toString(16)}⟩`,
  );
  return plain.length > PACK_LIMITS.path ? `${plain.slice(0, PACK_LIMITS.path)}…` : plain;
}
