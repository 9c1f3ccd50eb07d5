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
  /** How soon more of a word adds nothing (`k1` of BM25), and how much a long field takes from it (`b`). */
  readonly saturation: number;
  readonly length: number;
  /** A stem, a prefix or a misspelling against the word itself. */
  readonly stem: number;
  readonly prefix: number;
  readonly fuzzy: number;
  /** An everyday word that means the same. */
  readonly same: number;
  /** A number or a single letter against a word. */
  readonly number: number;
  /** A word that questions have beside their subject. */
  readonly light: number;
  /** The share of a score that does not depend on how much of the query matched. */
  readonly partial: number;
  /** What the best question and the best description add to the score of the concept's own document. */
  readonly question: number;
  readonly description: number;
  /** What a concept gains that the query calls by its name, as far as the name is the query. */
  readonly named: number;
  readonly namedPower: number;
  /**
   * What a concept gains from being tied to the best hit, how many times that where its name is the whole query, how
   * much less from the next hits, and how much close ties count.
   */
  readonly neighbour: number;
  readonly whole: number;
  readonly later: number;
  readonly closeness: number;
  /** Of what the query is about, the share that the base must know; below it the query is about something else. */
  readonly known: number;
  readonly mentioned: number;
}

/** The weights in use. */
export const WEIGHTS: Weights = {
  name: 1.01,
  alias: 1.73,
  api: 3.29,
  head: 1.98,
  body: 1.19,
  say: 5.3,
  saturation: 1.53,
  length: 0.497,
  stem: 0.85,
  prefix: 0.303,
  fuzzy: 0.28,
  same: 0.463,
  number: 0.341,
  light: 0.203,
  partial: 0.00676,
  question: 0.522,
  description: 1.64,
  named: 21.1,
  namedPower: 2.17,
  neighbour: 0.196,
  whole: 2,
  later: 0.336,
  closeness: 0.443,
  known: 0.856,
  mentioned: 0.0859,
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
