/** Self-attention over one sentence: choose a word and see what it takes from the others. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { attentionWeights, SENTENCE } from '../../core/explorables/attention.ts';
import { either } from '../../core/insights/insight.ts';
import { percent } from '../../core/insights/number.ts';
import { Bars } from './bars.tsx';
import { Choose, Switch, useName } from './knobs.tsx';
import type { Figure } from './knobs.tsx';
import { Plot } from './plot.tsx';

/** The figure. */
export default function Attention({ lang, yours }: Figure): JSX.Element {
  const head = useName(yours['head'], 'pronoun', ['pronoun', 'verb', 'previous'] as const);
  const [causal, setCausal] = useState(false);
  const [scaled, setScaled] = useState(true);
  const [word, setWord] = useState(PRONOUN);
  const words = SENTENCE[lang];
  const weights = attentionWeights({ head: head.value, causal, scaled });
  const row = weights[word] ?? [];
  const most = row.indexOf(Math.max(...row));
  const share = (value: number) => percent(Math.round(value * 1000) / 1000, lang);
  const even = Math.max(...row) - Math.min(...row.filter((weight) => weight > 0)) < 1e-6;
  return (
    <>
      <Choose
        label={either(lang, 'This head looks for', 'Esta cabeza busca')}
        knob={head}
        lang={lang}
        names={{
          pronoun: either(lang, 'what a pronoun stands for', 'a qué se refiere un pronombre'),
          verb: either(lang, 'who takes part in a verb', 'quién participa en un verbo'),
          previous: either(lang, 'the word before', 'la palabra anterior'),
        }}
      />
      <div
        class="words"
        role="radiogroup"
        aria-label={either(lang, 'The word that looks around', 'La palabra que mira alrededor')}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          const next = (word + by + words.length) % words.length;
          setWord(next);
          event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus();
        }}
      >
        {words.map((text, index) => (
          <button
            key={index}
            role="radio"
            aria-checked={index === word}
            tabIndex={index === word ? 0 : -1}
            onClick={() => setWord(index)}
          >
            {text}
          </button>
        ))}
      </div>
      <Bars
        label={either(
          lang,
          `What “${words[word]}” takes from each word`,
          `Qué toma «${words[word]}» de cada palabra`,
        )}
        lines={words.map((label, index) => ({
          label,
          share: row[index] ?? 0,
          text: share(row[index] ?? 0),
          out: row[index] === 0,
          strong: index === word,
        }))}
      />
      <p class="notice" aria-live="polite">
        {even
          ? either(
              lang,
              `“${words[word]}” asks for nothing that this head knows, so it takes the same from every word: attention cannot abstain.`,
              `«${words[word]}» no pide nada que esta cabeza conozca, así que toma lo mismo de todas las palabras: la atención no puede abstenerse.`,
            )
          : either(
              lang,
              `“${words[word]}” takes most from “${words[most]}” (${share(row[most] ?? 0)}). Each row sums to 100%.`,
              `«${words[word]}» toma sobre todo de «${words[most]}» (${share(row[most] ?? 0)}). Cada fila suma 100 %.`,
            )}
      </p>
      <Switch
        label={either(
          lang,
          'Causal mask: no word sees what follows',
          'Máscara causal: ninguna palabra ve lo que sigue',
        )}
        knob={{ value: causal, set: setCausal }}
      />
      <Switch
        label={either(lang, 'Divide the scores by √d (here √4)', 'Dividir los puntajes entre √d (aquí √4)')}
        knob={{ value: scaled, set: setScaled }}
      />
      <Plot
        height={CELL * words.length + 2}
        label={either(
          lang,
          'The weights of all words: one row for each word that looks, one column for each that is looked at.',
          'Los pesos de todas las palabras: una fila por palabra que mira, una columna por palabra mirada.',
        )}
      >
        {(width) => {
          const left = 72;
          const cell = Math.min(CELL * 1.6, (width - left) / words.length);
          return weights.map((line, i) => (
            <g key={i}>
              <text class={i === word ? 'small strong end' : 'small end'} x={left - 8} y={CELL * (i + 0.7)}>
                {words[i]}
              </text>
              {line.map((weight, j) => (
                <rect
                  key={j}
                  class="cell fill-a"
                  x={left + cell * j}
                  y={CELL * i + 1}
                  width={cell - 2}
                  height={CELL - 2}
                  fill-opacity={0.06 + 0.94 * weight}
                />
              ))}
              {i === word && (
                <rect class="box" x={left - 1} y={CELL * i} width={cell * words.length} height={CELL} />
              )}
            </g>
          ));
        }}
      </Plot>
      <p class="quiet">
        {either(
          lang,
          'Word vectors and heads are made by hand; trained heads are rarely this tidy.',
          'Los vectores y las cabezas están hechos a mano; las cabezas entrenadas rara vez son tan claras.',
        )}
      </p>
    </>
  );
}

const PRONOUN = 6;
const CELL = 20;
