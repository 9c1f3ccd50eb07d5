/** Whether something typed is the answer: spelling may differ where meaning does not. */
import { fold } from '../text.ts';

/** Accents, case, hyphens, dots and spaces do not make a word wrong; a number must be the number. */
export function isAnswer(typed: string, answers: readonly string[]): boolean {
  return answers.some((answer) => {
    if (NUMBER.test(answer)) return typed.trim().replace(/\s+/g, '') === answer.replace(/\s+/g, '');
    return bare(answer) !== '' ? bare(answer) === bare(typed) : answer.trim() === typed.trim();
  });
}

const NUMBER = /^[-+]?[\d.,\s]+%?$/u;

function bare(text: string): string {
  return fold(text).replace(/[\s\-_.]+/g, '');
}
