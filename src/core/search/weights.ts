/** The weights of the ranking, found by measurement; docs/search.md says how. */

/** What counts how much when hits are ranked. */
export interface Weights {
  /** What a match in a field is worth. */
  readonly name: number;
  readonly alias: number;
  readonly api: number;
  readonly head: number;
  readonly body: number;
  readonly say: number;
  /** A stem, a prefix or a misspelling against the word itself. */
  readonly stem: number;
  readonly prefix: number;
  readonly fuzzy: number;
  /** An everyday word that means the same. */
  readonly same: number;
  /** The share of a score that does not depend on how much of the query matched. */
  readonly partial: number;
  /** What the best question and the best description add to the score of the concept's own document. */
  readonly question: number;
  readonly description: number;
  /** What a concept gains that the query calls by its name, as far as the name is the query. */
  readonly named: number;
  readonly namedPower: number;
  /** What a concept gains from being tied to the best hit: people who ask for one often want the other. */
  readonly neighbour: number;
  /** Of what the query is about, the share that the base must know; below it the query is about something else. */
  readonly known: number;
  readonly mentioned: number;
}

/** The weights in use. */
export const WEIGHTS: Weights = {
  name: 1.8,
  alias: 4,
  api: 0.9,
  head: 2.2,
  body: 1.1,
  say: 8,
  stem: 0.85,
  prefix: 0.5,
  fuzzy: 1.3,
  same: 0.4,
  partial: 0.08,
  question: 0.65,
  description: 1,
  named: 70,
  namedPower: 2.2,
  neighbour: 0.13,
  known: 0.85,
  mentioned: 0.25,
};

/** What a match in each field of a document is worth. */
export function boostsOf({ name, alias, api, head, body, say }: Weights): Record<string, number> {
  return {
    nameEn: name,
    nameEs: name,
    aliasEn: alias,
    aliasEs: alias,
    api,
    headEn: head,
    headEs: head,
    bodyEn: body,
    bodyEs: body,
    sayEn: say,
    sayEs: say,
  };
}
