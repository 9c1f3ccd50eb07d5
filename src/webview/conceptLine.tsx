/** One concept in a list: its name, its other name, how well it is known. */
import type { JSX } from 'preact';
import type { Lang } from '../core/concept.ts';
import { matchedPieces } from '../core/matches.ts';
import type { ConceptEntry } from '../core/messages.ts';
import { MasteryMark } from './mastery.tsx';
import type { Level } from './mastery.tsx';

/** The line; with a query, what matches it is marked. */
export function ConceptLine({
  concept,
  lang,
  level,
  query = '',
  why,
  open,
}: {
  concept: ConceptEntry;
  lang: Lang;
  level: Level;
  query?: string;
  /** Why a search found it, where its names do not say so. */
  why?: string | undefined;
  open: () => void;
}): JSX.Element {
  const other: Lang = lang === 'en' ? 'es' : 'en';
  const names = { own: concept.terms[lang].name, other: concept.terms[other].name };
  return (
    <li>
      <button class="line" data-stop title={concept.summary[lang].replace(/[`*]/g, '')} onClick={open}>
        <MasteryMark level={level} lang={lang} />
        <span>
          <Marked text={names.own} query={query} />
          {names.own.toLowerCase() !== names.other.toLowerCase() && (
            <span class="other" lang={other}>
              {' '}
              <Marked text={names.other} query={query} />
            </span>
          )}
          {why !== undefined && <span class="why"> {why}</span>}
        </span>
      </button>
    </li>
  );
}

function Marked({ text, query }: { text: string; query: string }): JSX.Element {
  return (
    <>
      {matchedPieces(text, query).map((piece, index) =>
        piece.matched ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
      )}
    </>
  );
}
