/** Soft targets and the loss of distillation (Hinton et al. 2015): α·CE + (1 − α)·T²·KL(teacher ‖ student). */
import type { ByLang } from '../concept.ts';
import { softmax } from '../insights/decoding.ts';

/** Five classes and what a toy teacher and a toy student, half trained, think of a picture of a dog. */
export const CLASSROOM = {
  classes: {
    en: ['dog', 'wolf', 'fox', 'cat', 'lorry'],
    es: ['perro', 'lobo', 'zorro', 'gato', 'camión'],
  } satisfies ByLang<readonly string[]>,
  teacher: [7, 4.6, 3.4, 2.6, -3],
  student: [3.2, 0.8, 1.2, 2.2, 1],
  right: 0,
} as const;

/** Both sets of probabilities and the two parts of the loss. */
export interface Lesson {
  readonly teacher: readonly number[];
  readonly student: readonly number[];
  /** KL divergence at the temperature, in nats, before the factor T². */
  readonly divergence: number;
  /** Cross-entropy of the right class at temperature 1, in nats. */
  readonly hard: number;
  readonly loss: number;
}

/** The lesson at a temperature; `hardShare` is the weight α of the right answer. */
export function lesson(temperature: number, hardShare: number): Lesson {
  const soft = (scores: readonly number[]) => softmax(scores.map((score) => score / temperature));
  const [teacher, student] = [soft(CLASSROOM.teacher), soft(CLASSROOM.student)];
  const divergence = teacher.reduce(
    (sum, share, index) => sum + share * Math.log(share / (student[index] ?? 1)),
    0,
  );
  const hard = -Math.log(softmax(CLASSROOM.student)[CLASSROOM.right] ?? 1);
  return {
    teacher,
    student,
    divergence,
    hard,
    loss: hardShare * hard + (1 - hardShare) * temperature ** 2 * divergence,
  };
}
