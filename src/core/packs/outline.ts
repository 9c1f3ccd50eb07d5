/**
 * What the concepts of a very large pack are read for at first: facts, titles, summaries, and which questions there
 * are. The rest of a page is read when somebody opens it, so that ten thousand concepts take seconds.
 */
import type { ConceptDraft } from '../authoring/base.ts';
import { readFacts } from '../authoring/facts.ts';
import { HEADINGS } from '../authoring/headings.ts';
import { isId } from '../authoring/ids.ts';
import { readPageHead, type PageDraft, type QuestionDraft } from '../authoring/page.ts';
import type { ProblemList } from '../authoring/problems.ts';
import { LANGS, type Lang } from '../concept.ts';
import { questionItem, type Candidate } from '../practice/exercise.ts';
import { factsPath, type ConceptPlace } from './plan.ts';

/** The draft of a concept whose pages have a head and the headings of their questions, and nothing else. */
export function readOutline(
  place: ConceptPlace,
  textOf: (path: string) => string | undefined,
  list: ProblemList,
): ConceptDraft | undefined {
  const text = textOf(factsPath(place));
  const facts = text === undefined ? undefined : readFacts(text, list.of(factsPath(place)));
  if (!facts) return undefined;
  const pages: Partial<Record<Lang, PageDraft>> = {};
  for (const lang of LANGS) {
    const path = `${place.topic}/${place.id}.${lang}.md`;
    const source = textOf(path);
    const head = source === undefined ? undefined : readPageHead(source, list.of(path));
    if (head) pages[lang] = { ...head, lang, sections: [], questions: questionsIn(head.markdown), quiz: [] };
  }
  const hasFigure = place.files.includes(`${place.topic}/${place.id}.svg`);
  return { id: place.id, topic: place.topic, facts, pages, ...(hasFigure && { figure: '' }) };
}

/** What practice can ask of an outlined concept: its quiz by the headings, then its questions. */
export function outlineCandidates({ id, pages }: ConceptDraft): Candidate[] {
  const page = pages.en ?? pages.es;
  const quiz = [...sectionOf(page?.markdown ?? '', 'quiz').matchAll(/^###[ \t]+([a-z0-9-]{1,64})[ \t]+\(/gm)];
  const items = [
    ...quiz.map((match) => match[1]!).filter(isId),
    ...(page?.questions ?? []).map((question) => questionItem(question.id)),
  ];
  return [...new Set(items)].map((item) => ({ concept: id, item }));
}

function questionsIn(markdown: string): QuestionDraft[] {
  const headings = sectionOf(markdown, 'questions').matchAll(
    /^###[ \t]+([^\n{]*[^\s{])[ \t]+\{#([a-z0-9-]{1,64})\}/gm,
  );
  return [...headings].map(([, question, id]) => ({
    id: id!,
    line: 1,
    question: question!.replace(/[`*]/g, ''),
    blocks: [],
  }));
}

/** The text between a heading of either language and the next one. */
function sectionOf(markdown: string, part: 'questions' | 'quiz'): string {
  for (const lang of LANGS) {
    const from = markdown.indexOf(`\n## ${HEADINGS[lang][part]}\n`);
    if (from < 0) continue;
    const to = markdown.indexOf('\n## ', from + 4);
    return markdown.slice(from, to < 0 ? undefined : to);
  }
  return '';
}
