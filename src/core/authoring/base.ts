/** Reads a folder of knowledge, given as files with their text: our own base, or a pack. */
import { LANGS, type ConceptId, type Lang, type Topic } from '../concept.ts';
import { readFacts, type Facts } from './facts.ts';
import { readFigure, type Figure } from './figure.ts';
import { isId } from './ids.ts';
import { readPage, type PageDraft } from './page.ts';
import { problemList, type Problem, type ProblemLevel, type ProblemList } from './problems.ts';
import { readSources, type Bibliography } from './sources.ts';
import { readTopics } from './topics.ts';

/** A file and its text; `path` is relative to the folder, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A concept as written, with the paths of its files for messages. */
export interface ConceptDraft {
  readonly id: ConceptId;
  readonly topic: string;
  readonly facts: Facts;
  readonly pages: Readonly<Partial<Record<Lang, PageDraft>>>;
  readonly figure?: Figure;
}

/** What a folder holds, and what is wrong with it. */
export interface BaseDraft {
  readonly topics: readonly Topic[];
  readonly sources: Bibliography;
  readonly concepts: readonly ConceptDraft[];
  /** Every id that has a facts file, those that could not be read too: nobody should be told that they are missing. */
  readonly ids: ReadonlySet<ConceptId>;
  readonly problems: readonly Problem[];
}

/** The path of one of a concept's files. */
export function pathOf(
  concept: Pick<ConceptDraft, 'topic' | 'id'>,
  part: 'yaml' | 'svg' | `${Lang}.md`,
): string {
  return `${concept.topic}/${concept.id}.${part}`;
}

/** Reads every file; files that are not knowledge are left alone. Concepts come in the order of topics, then ids. */
export function readBase(
  files: readonly SourceFile[],
  list: ProblemList = problemList(),
  unknownKeys: ProblemLevel = 'warning',
  otherTopics: readonly Topic[] = [],
): BaseDraft {
  const byPath = new Map(files.map((file) => [file.path, file.text]));
  const topicsText = byPath.get('topics.yaml');
  const topics = topicsText === undefined ? [] : readTopics(topicsText, list.of('topics.yaml'));
  const sources = readSources(byPath.get('sources.yaml') ?? '', list.of('sources.yaml'));
  const concepts: ConceptDraft[] = [];
  const places = new Map<ConceptId, string>();
  const order = new Map([...otherTopics, ...topics].map((topic, index) => [topic.id, index]));
  for (const path of [...byPath.keys()].sort()) {
    const place = /^([^/]+)\/([^/]+)\.yaml$/.exec(path);
    if (!place || place[1] === 'apis') continue;
    const [, topic, id] = place as unknown as [string, string, string];
    const twin = places.get(id);
    if (twin) list.of(path)(1, `choose another id: ${twin} has it`);
    else places.set(id, path);
    if (twin) continue;
    const concept = readConcept(topic, id, byPath, list, unknownKeys);
    if (!order.has(topic))
      list.of(path)(
        1,
        `put the file into the folder of a topic of topics.yaml; \`${topic.slice(0, 64)}\` is not one`,
      );
    else if (concept) concepts.push(concept);
  }
  for (const path of byPath.keys()) reportOrphan(path, byPath, list);
  concepts.sort((a, b) => order.get(a.topic)! - order.get(b.topic)! || (a.id < b.id ? -1 : 1));
  return { topics, sources, concepts, ids: new Set(places.keys()), problems: list.problems };
}

/** Reads one concept's facts, pages and figure, where a text is `undefined` when its file is there but not readable; `undefined` when the facts cannot be used. */
export function readConcept(
  topic: string,
  id: ConceptId,
  byPath: ReadonlyMap<string, string | undefined>,
  list: ProblemList,
  unknownKeys: ProblemLevel = 'warning',
): ConceptDraft | undefined {
  const factsPath = pathOf({ topic, id }, 'yaml');
  const report = list.of(factsPath);
  if (!isId(id)) report(1, 'name the file in kebab case: `attention-mask.yaml`');
  const factsText = byPath.get(factsPath);
  const facts = factsText === undefined ? undefined : readFacts(factsText, report, unknownKeys);
  const pages: Partial<Record<Lang, PageDraft>> = {};
  for (const lang of LANGS) {
    const path = pathOf({ topic, id }, `${lang}.md`);
    const text = byPath.get(path);
    const page = text === undefined ? undefined : readPage(text, lang, list.of(path));
    if (!byPath.has(path)) report(1, `write the page ${path}`);
    if (page) pages[lang] = page;
  }
  const svg = byPath.get(pathOf({ topic, id }, 'svg'));
  const figure = svg === undefined ? undefined : readFigure(svg, list.of(pathOf({ topic, id }, 'svg')));
  return facts && isId(id) ? { id, topic, facts, pages, ...(figure && { figure }) } : undefined;
}

/** A page or figure whose facts are missing would be lost without a word. */
function reportOrphan(path: string, byPath: ReadonlyMap<string, string>, list: ProblemList): void {
  const stem = /^([^/]+\/[^/]+?)(?:\.(?:en|es)\.md|\.svg)$/.exec(path)?.[1];
  if (stem !== undefined && !byPath.has(`${stem}.yaml`)) list.of(path)(1, `write the facts ${stem}.yaml`);
}
