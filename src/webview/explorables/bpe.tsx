/** Byte-pair encoding, one merge at a time, over a text of one's own. */
import type { JSX } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { learnBpe, WORD_END } from '../../core/explorables/bpe.ts';
import { either } from '../../core/insights/insight.ts';
import { num } from '../../core/insights/number.ts';
import { Slider } from './knobs.tsx';
import type { Figure } from './knobs.tsx';

/** The figure. */
export default function Bpe({ lang }: Figure): JSX.Element {
  const id = useId();
  const [text, setText] = useState(either(lang, TEXTS.en, TEXTS.es));
  const [at, setAt] = useState(0);
  const steps = useMemo(() => learnBpe(text, MOST_MERGES), [text]);
  const last = steps.length - 1;
  const step = steps[Math.min(at, last)]!;
  const next = step.pairs[0];
  const merges = steps.slice(1, Math.min(at, last) + 1);
  return (
    <>
      <label class="field" for={id}>
        {either(lang, 'Text to learn from', 'Texto del que se aprende')}
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={600}
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
      />
      <Slider
        label={either(lang, 'Merges done', 'Fusiones hechas')}
        knob={{ value: Math.min(at, last), set: setAt }}
        lang={lang}
        min={0}
        max={last}
        step={1}
        show={(value) => `${num(value, lang)} / ${num(last, lang)}`}
      />
      <p class="actions">
        <button class="primary" disabled={at >= last} onClick={() => setAt(Math.min(at, last) + 1)}>
          {either(lang, 'Merge once', 'Fusionar una vez')}
        </button>
        <button disabled={at === 0} onClick={() => setAt(Math.min(at, last) - 1)}>
          {either(lang, 'Undo', 'Deshacer')}
        </button>
      </p>
      <p class="notice" aria-live="polite">
        {next && next.count > 1
          ? either(
              lang,
              `${num(step.tokens, lang)} tokens from ${num(step.vocabulary, lang)} different symbols. Next: “${next.left}” + “${next.right}”, the most frequent pair (${num(next.count, lang)} times).`,
              `${num(step.tokens, lang)} tokens con ${num(step.vocabulary, lang)} símbolos distintos. Sigue «${next.left}» + «${next.right}», el par más frecuente (${num(next.count, lang)} veces).`,
            )
          : either(
              lang,
              `${num(step.tokens, lang)} tokens from ${num(step.vocabulary, lang)} different symbols. No pair occurs twice any more: there is nothing left to learn.`,
              `${num(step.tokens, lang)} tokens con ${num(step.vocabulary, lang)} símbolos distintos. Ningún par aparece ya dos veces: no queda nada que aprender.`,
            )}
      </p>
      <ul class="split" aria-label={either(lang, 'Words as tokens', 'Palabras en tokens')}>
        {step.words.map(({ symbols, count }, index) => (
          <li key={index}>
            {symbols.map((symbol, place) => {
              const pair =
                next !== undefined &&
                next.count > 1 &&
                ((symbol === next.left && symbols[place + 1] === next.right) ||
                  (symbol === next.right && symbols[place - 1] === next.left));
              return (
                <code key={place} class={pair ? 'token next' : 'token'}>
                  {symbol}
                </code>
              );
            })}
            {count > 1 && <span class="count"> ×{num(count, lang)}</span>}
          </li>
        ))}
      </ul>
      {merges.length > 0 && (
        <>
          <h2>{either(lang, 'Learnt merges, in order', 'Fusiones aprendidas, en orden')}</h2>
          <ol class="merges">
            {merges.map(({ merged }, index) => (
              <li key={index}>
                <code>{merged!.left}</code> + <code>{merged!.right}</code>{' '}
                <span class="count">{num(merged!.count, lang)}×</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <p class="quiet">
        {either(
          lang,
          `“${WORD_END}” marks the end of a word. A tokenizer keeps the list of merges and repeats it on new text.`,
          `«${WORD_END}» marca el final de palabra. El tokenizador guarda la lista de fusiones y la repite con textos nuevos.`,
        )}
      </p>
    </>
  );
}

const MOST_MERGES = 60;

const TEXTS = {
  en: 'low low low low low lower lower newest newest newest newest newest newest widest widest widest',
  es: 'canto cantas canta cantamos cantan cantaba cantabas canción salto saltas salta saltamos saltaba',
};
