/** Why a concept was found, for people: what of it a query matches where its name does not show it. */
import { titleOf } from '../card.ts';
import type { ByLang, Concept, ConceptId, Lang } from '../concept.ts';
import { matchedPieces } from '../matches.ts';
import { partsIn } from './analysis.ts';
import { wordKeys } from './names.ts';
import type { SearchHit } from './ranking.ts';
import { STOP_WORDS } from './stopWords.ts';

/** A few words to stand behind the name of a hit; nothing where the name says it. */
export function whyFound(
  hit: SearchHit,
  query: string,
  lang: Lang,
  byId: ReadonlyMap<ConceptId, Concept>,
): string | undefined {
  const concept = byId.get(hit.concept);
  if (!concept) return undefined;
  const alias = aliasIn(concept, query);
  if (alias !== undefined) return lang === 'en' ? `also called “${alias}”` : `también se llama «${alias}»`;
  // The match is marked in the name, and says more than a reason.
  if (hit.by !== 'question' && matchedPieces(titleOf(concept, lang), query).some(({ matched }) => matched))
    return undefined;
  if (hit.by === 'tie') {
    const other = hit.tiedTo === undefined ? undefined : byId.get(hit.tiedTo);
    return other && PHRASES.tie[lang].replace('%', other.terms[lang].name);
  }
  return hit.by === undefined ? undefined : PHRASES[hit.by][lang];
}

const PHRASES: Readonly<Record<NonNullable<SearchHit['by']>, ByLang<string>>> = {
  api: { en: 'an API name means it', es: 'un nombre de API lo indica' },
  question: { en: 'answers a question like this', es: 'responde a una pregunta como esta' },
  description: { en: 'fits the description', es: 'encaja con la descripción' },
  tie: { en: 'goes with %', es: 'va con %' },
};

/** The longest further name of a concept that stands in a query, its words in any form. */
function aliasIn(concept: Concept, query: string): string | undefined {
  const typed = new Set(partsIn(query).flatMap(wordKeys));
  const stands = (name: string) => {
    const parts = partsIn(name).filter((part) => !STOP_WORDS.has(part));
    return parts.length > 0 && parts.every((part) => wordKeys(part).some((key) => typed.has(key)));
  };
  const { en, es } = concept.terms;
  if (stands(en.name) || stands(es.name)) return undefined;
  const title = titleOf(concept, 'en').toLowerCase();
  return [...en.aliases, ...es.aliases]
    .filter((alias) => !title.includes(alias.toLowerCase()) && stands(alias))
    .sort((a, b) => b.length - a.length)[0];
}
