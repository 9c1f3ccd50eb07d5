/** `answers:` of the facts names questions that stand on the pages and seed questions that exist. */
import { pathOf, type ConceptDraft } from './base.ts';
import type { ProblemList } from './problems.ts';

/** Checks one concept; without a list of seed questions, their ids are not checked. */
export function checkAnswers(
  concept: ConceptDraft,
  seeds: ReadonlySet<string> | undefined,
  list: ProblemList,
): void {
  const report = list.of(pathOf(concept, 'yaml'));
  const page = concept.pages.en ?? concept.pages.es;
  for (const { question, seeds: answered } of concept.facts.answers) {
    if (page && !page.questions.some(({ id }) => id === question.text)) {
      report(question.line, `write the question {#${question.text}} on both pages, or correct its id here`);
    }
    for (const { text, line } of answered) {
      if (seeds && !seeds.has(text))
        report(
          line,
          `\`${text}\` is not one of the ${seeds.size} questions of knowledge/seed-questions.yaml`,
        );
    }
  }
}
