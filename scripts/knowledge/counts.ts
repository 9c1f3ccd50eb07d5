/** `counts`: how much there is, by topic. */
import { readBase } from '../../src/core/authoring/base.ts';
import { knowledgeFiles } from './files.ts';

/** Prints one line per topic and a total. */
export function counts(): number {
  const base = readBase(knowledgeFiles());
  const rows = base.topics.map(({ id }) => {
    const concepts = base.concepts.filter((concept) => concept.topic === id);
    const sum = (count: (page: NonNullable<(typeof concepts)[number]['pages']['en']>) => number) =>
      concepts.reduce((total, { pages }) => total + (pages.en ? count(pages.en) : 0), 0);
    return {
      topic: id,
      concepts: concepts.length,
      questions: sum((page) => page.questions.length),
      quiz: sum((page) => page.quiz.length),
      figures: concepts.filter((concept) => concept.figure).length,
    };
  });
  const total = (key: 'concepts' | 'questions' | 'quiz' | 'figures') => rows.reduce((all, row) => all + row[key], 0);
  const last = { topic: 'total', concepts: total('concepts'), questions: total('questions'), quiz: total('quiz'), figures: total('figures') };
  for (const row of [{ topic: 'topic', concepts: 'concepts', questions: 'Q&A', quiz: 'quiz', figures: 'figures' }, ...rows, last]) {
    console.log([row.topic.padEnd(24), ...[row.concepts, row.questions, row.quiz, row.figures].map((cell) => String(cell).padStart(9))].join(''));
  }
  return 0;
}
