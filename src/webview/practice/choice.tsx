/** A question with options, or a statement that is true or false. */
import type { JSX } from 'preact';
import type { ChoiceItem } from '../../core/concept.ts';
import { orderOf } from '../../core/practice/shuffle.ts';
import { Html } from '../html.tsx';
import { Continue } from './form.tsx';
import type { Form } from './form.tsx';
import { digits, useKeys } from './keys.tsx';
import { tell } from './phrases.ts';

/** Shows the options in the order of the seed; a hint strikes out a wrong one. */
export function Choice({ body, seed, hints, outcome, onAttempt, ...rest }: Form<ChoiceItem>): JSX.Element {
  const { lang } = rest;
  const count = body.options.length;
  const order = body.form === 'true-false' ? [...Array(count).keys()] : orderOf(count, seed);
  const struck = new Set(
    body.form === 'true-false'
      ? []
      : order.filter((index) => !body.options[index]!.right).slice(0, Math.min(hints, count - 2)),
  );
  const choose = (place: number) => {
    const chosen = order[place];
    const option = chosen === undefined ? undefined : body.options[chosen];
    if (!outcome && option && chosen !== undefined && !struck.has(chosen))
      onAttempt({ correct: option.right, chosen });
  };
  useKeys(digits(choose));
  return (
    <>
      <Html class="stem" html={body.stemHtml} />
      <ol class="options">
        {order.map((index, place) => {
          const option = body.options[index]!;
          const mark = outcome && (option.right ? 'right' : index === outcome.chosen ? 'wrong' : 'other');
          const off = struck.has(index) && !outcome;
          return (
            <li key={index}>
              <button
                class={`option ${mark ?? ''} ${off ? 'struck' : ''}`}
                aria-disabled={outcome !== undefined || off}
                onClick={() => choose(place)}
              >
                <kbd aria-hidden="true">{mark === 'right' ? '✓' : mark === 'wrong' ? '✗' : place + 1}</kbd>
                <Html as="span" html={option.html} />
                {mark === 'right' || mark === 'wrong' ? (
                  <span class="verdict">{tell(mark, lang)}</span>
                ) : null}
              </button>
              {outcome && <Html class="why" html={option.whyHtml} />}
            </li>
          );
        })}
      </ol>
      {struck.size > 0 && !outcome && (
        <p class="sr-only" role="status">
          {tell('struckOut', lang)}:{' '}
          {order.flatMap((index, place) => (struck.has(index) ? [place + 1] : [])).join()}
        </p>
      )}
      {outcome && <Continue outcome={outcome} {...rest} />}
    </>
  );
}
