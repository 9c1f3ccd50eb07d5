/** Beam search as a tree: what is looked at, what is kept, and what a narrow beam misses. */
import type { JSX } from 'preact';
import { beamTree, likeliest, ROOT } from '../../core/explorables/beamSearch.ts';
import { either } from '../../core/insights/insight.ts';
import { num, percent } from '../../core/insights/number.ts';
import { Slider, useNumber } from './knobs.tsx';
import type { Figure } from './knobs.tsx';

/** The figure. */
export default function BeamSearch({ lang, yours }: Figure): JSX.Element {
  const beams = useNumber(yours['beams'], 1, 1, 100);
  const { levels, best, scored } = beamTree(beams.value, lang);
  const top = likeliest(lang);
  const share = (value: number) => percent(Number(value.toPrecision(3)), lang);
  const [open, close] = lang === 'en' ? ['“', '”'] : ['«', '»'];
  const said = (path: string) => `${open}${ROOT[lang]} ${path}${close}`;
  return (
    <>
      <Slider
        label={either(lang, 'Beams (num_beams)', 'Haces (num_beams)')}
        knob={beams}
        lang={lang}
        values={[1, 2, 3, 4, 5, 6]}
        show={(value) => num(value, lang)}
      />
      <p class="root">{ROOT[lang]} …</p>
      <Branches levels={levels} depth={0} parent="" best={best.path} share={share} />
      <p class="notice" aria-live="polite">
        {best.path === top.path
          ? either(
              lang,
              `Found the likeliest of all: ${said(best.path)}, ${share(best.probability)}, after scoring ${num(scored, lang)} hypotheses.`,
              `Encontró la más probable de todas: ${said(best.path)}, ${share(best.probability)}, tras puntuar ${num(scored, lang)} hipótesis.`,
            )
          : either(
              lang,
              `Ends at ${said(best.path)}, ${share(best.probability)}. It misses ${said(top.path)}, ${share(top.probability)}, because its first word looked worse.`,
              `Termina en ${said(best.path)}, ${share(best.probability)}. Se pierde ${said(top.path)}, ${share(top.probability)}, porque su primera palabra parecía peor.`,
            )}
      </p>
      <p class="quiet">
        {either(
          lang,
          'Percentages multiply along a path. ● kept, ○ dropped. More beams cost as many times the work and memory.',
          'Los porcentajes se multiplican a lo largo del camino. ● conservada, ○ descartada. Más haces cuestan otras tantas veces el trabajo y la memoria.',
        )}
      </p>
    </>
  );
}

type Tree = ReturnType<typeof beamTree>;

function Branches({
  levels,
  depth,
  parent,
  best,
  share,
}: {
  levels: Tree['levels'];
  depth: number;
  parent: string;
  best: string;
  share: (value: number) => string;
}): JSX.Element | null {
  const children = (levels[depth] ?? []).filter((one) => one.parent === parent);
  if (children.length === 0) return null;
  return (
    <ul class="branches">
      {children.map((one) => {
        const onWay = best === one.path || best.startsWith(`${one.path} `);
        return (
          <li key={one.path} class={onWay ? 'best' : one.kept ? 'kept' : 'dropped'}>
            <span class="hypothesis">
              <span class="mark">{one.kept ? '●' : '○'}</span> {one.word}{' '}
              <span class="count">{share(one.probability)}</span>
            </span>
            {one.kept && (
              <Branches levels={levels} depth={depth + 1} parent={one.path} best={best} share={share} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
