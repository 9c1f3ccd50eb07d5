/** All checks of a knowledge folder in one call: what `npm run knowledge check` and the pack loader run. */
import { LANGS } from '../concept.ts';
import { checkAnswers } from './answers.ts';
import { pathOf, readBase, type BaseDraft, type ConceptDraft, type SourceFile } from './base.ts';
import { checkCode } from './code.ts';
import { checkFormulas, type DrawFormula } from './formulas.ts';
import { problemList, type ProblemLevel, type ProblemList } from './problems.ts';
import { checkQuiz } from './quizRules.ts';
import { checkReferences, type Outside } from './relations.ts';
import { compareLanguages } from './skeleton.ts';
import { checkSpanish } from './spanish.ts';
import { checkUnfinished } from './template.ts';
import { checkTerms } from './terms.ts';

/** What a check may use beyond the files. */
export interface CheckOptions {
  /** Ids of the seed questions; without them, `answers` is checked against the pages only. */
  readonly seeds?: ReadonlySet<string>;
  /** Draws formulas; without it their LaTeX is not checked. */
  readonly drawFormula?: DrawFormula;
  /** How bad a key is that nobody knows: a typing error of ours, or a later version's in a pack (the default). */
  readonly unknownKeys?: ProblemLevel;
}

/** Reads the folder and checks it; the problems are those of reading and of checking. */
export function checkBase(
  files: readonly SourceFile[],
  outside: Outside,
  options: CheckOptions = {},
): BaseDraft {
  const list: ProblemList = problemList();
  const base = readBase(files, list, options.unknownKeys, outside.base?.topics);
  for (const concept of base.concepts) checkConcept(concept, list, options);
  checkTerms(base.concepts, list);
  checkReferences(base, outside, list);
  checkSpanish(base.concepts, list);
  return base;
}

/** The checks of one concept by itself: code, quiz, formulas, and that both languages say the same. */
export function checkConcept(concept: ConceptDraft, list: ProblemList, options: CheckOptions): void {
  const paths = LANGS.map((lang) => pathOf(concept, `${lang}.md`));
  // What a page seems to lack may only be unread: first its own errors, then what both pages must share.
  const readable = !paths.some((path) => list.hasErrors(path));
  for (const lang of LANGS) {
    const page = concept.pages[lang];
    if (!page) continue;
    const report = list.of(pathOf(concept, `${lang}.md`));
    checkCode(page, report);
    checkQuiz(page, report);
    checkUnfinished(page, report);
    if (options.drawFormula) checkFormulas(page, options.drawFormula, report);
  }
  const { en, es } = concept.pages;
  if (!readable) return;
  if (en && es) compareLanguages(en, es, list.of(pathOf(concept, 'es.md')));
  checkAnswers(concept, options.seeds, list);
}
