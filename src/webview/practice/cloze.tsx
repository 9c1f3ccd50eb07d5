/** A sentence, or a line of code, with a gap to type into. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClozeItem } from '../../core/concept.ts';
import { isAnswer } from '../../core/practice/answer.ts';
import { Html } from '../html.tsx';
import { say } from '../phrases.ts';
import { Continue } from './form.tsx';
import type { Form } from './form.tsx';
import { tell } from './phrases.ts';

/** Each hint shows one letter more of the answer. Not a form: the sandbox of a webview lets none be submitted. */
export function Cloze({ body, hints, outcome, onAttempt, seed: _, ...rest }: Form<ClozeItem>): JSX.Element {
  const { lang } = rest;
  const [typed, setTyped] = useState(outcome?.typed ?? '');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (!outcome) field.current?.focus({ preventScroll: true });
  }, [outcome, hints]);
  const answer = body.answers[0] ?? '';
  const submit = () => {
    if (!outcome && typed.trim() !== '')
      onAttempt({ correct: isAnswer(typed, body.answers), typed: typed.slice(0, 500) });
  };
  return (
    <>
      <Html class="stem" html={body.stemHtml} />
      <label class="field">
        {say('yourAnswer', lang)}
        <input
          ref={field}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          readOnly={outcome !== undefined}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            // The button that gets the focus must not take the same key.
            event.preventDefault();
            submit();
          }}
        />
      </label>
      {hints > 0 && !outcome && (
        <p class="hint" role="status">
          {answer.slice(0, Math.min(hints, answer.length - 1))}
          {answer.slice(hints).replace(/[^\s\-_.,]/g, '·')}
        </p>
      )}
      {outcome ? (
        <>
          <p class={`verdict ${outcome.correct ? 'right' : 'wrong'}`}>
            {outcome.correct
              ? `✓ ${tell('right', lang)}`
              : `✗ ${tell('notYet', lang)}. ${tell('was', lang)} `}
            {!outcome.correct && <code>{answer}</code>}
          </p>
          <Html class="why wide" html={body.whyHtml} />
          <Continue outcome={outcome} {...rest} />
        </>
      ) : (
        <button class="primary" onClick={submit}>
          {tell('check', lang)} <kbd aria-hidden="true">↵</kbd>
        </button>
      )}
    </>
  );
}
