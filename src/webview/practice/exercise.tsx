/** One exercise in its form. */
import type { JSX } from 'preact';
import type { Exercise } from '../../core/practice/exercise.ts';
import { Choice } from './choice.tsx';
import { Cloze } from './cloze.tsx';
import type { Form } from './form.tsx';
import { Pairs } from './pairs.tsx';
import { Recall } from './recall.tsx';

/** Shows an exercise as its form asks for. */
export function Answering({
  exercise,
  ...rest
}: Omit<Form<unknown>, 'body'> & { exercise: Exercise }): JSX.Element {
  const { body } = exercise;
  switch (body.form) {
    case 'choice':
    case 'true-false':
      return <Choice body={body} {...rest} />;
    case 'cloze':
      return <Cloze body={body} {...rest} />;
    case 'recall':
      return <Recall body={body} {...rest} />;
    case 'pairs':
      return <Pairs body={body} {...rest} />;
  }
}
