/** The words of the page format in each language. `docs/knowledge-format.md` shows the same table. */
import type { ByLang, PageSection } from '../concept.ts';

/** The parts of a page below its summary. */
export type PartKind = PageSection['kind'] | 'questions' | 'quiz';

/** The parts in the order of the page. */
export const PARTS: readonly PartKind[] = ['depth', 'code', 'pitfalls', 'questions', 'quiz'];

/** The `##` headings. */
export const HEADINGS: ByLang<Readonly<Record<PartKind, string>>> = {
  en: {
    depth: 'In depth',
    code: 'In code',
    pitfalls: 'Pitfalls',
    questions: 'Questions and answers',
    quiz: 'Quiz',
  },
  es: {
    depth: 'A fondo',
    code: 'En código',
    pitfalls: 'Errores comunes',
    questions: 'Preguntas y respuestas',
    quiz: 'Autoevaluación',
  },
};

/** How a paragraph begins that reads the formula aloud, or that works an example through. */
export const LABELS: ByLang<{ readonly words: string; readonly example: string }> = {
  en: { words: 'In words.', example: 'Worked example.' },
  es: { words: 'En palabras.', example: 'Ejemplo resuelto.' },
};

/** Tags of a quiz item, and the two options of a true-false item. */
export const QUIZ_WORDS: ByLang<{
  readonly application: string;
  readonly recall: string;
  readonly trueFalse: string;
  readonly cloze: string;
  readonly options: readonly [string, string];
}> = {
  en: {
    application: 'application',
    recall: 'recall',
    trueFalse: 'true-false',
    cloze: 'cloze',
    options: ['True', 'False'],
  },
  es: {
    application: 'aplicación',
    recall: 'recuerdo',
    trueFalse: 'verdadero-falso',
    cloze: 'completar',
    options: ['Verdadero', 'Falso'],
  },
};
