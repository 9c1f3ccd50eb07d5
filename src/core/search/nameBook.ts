/** Which concepts a query calls by their name. */
import type { Concept, ConceptId } from '../concept.ts';
import { partsIn, subjectChunks } from './analysis.ts';
import { namesOf, startOf, startsOf, waysOfWriting, wordKeys } from './names.ts';

/**
 * All names of a base. Stemming them takes longer than all else at the start, so it is done for the names that begin
 * like a word of a query when there is one.
 */
export class NameBook {
  readonly #waiting = new Map<string, [concept: ConceptId, name: string][]>();
  readonly #concepts = new Map<string, Map<ConceptId, boolean>>();
  #longest = 1;

  add(concept: Concept): void {
    for (const name of namesOf(concept)) {
      this.#longest = Math.max(this.#longest, name.split(' ').length);
      for (const start of startsOf(name)) {
        const waiting = this.#waiting.get(start);
        if (waiting) waiting.push([concept.id, name]);
        else this.#waiting.set(start, [[concept.id, name]]);
      }
    }
  }

  /** Concepts whose name or alias stands in the query, misspellings mended, with the share of the query that the name is. */
  namedIn(query: string, meant: ReadonlyMap<string, string>): Map<ConceptId, number> {
    const spelt = (part: string) => meant.get(part) ?? part;
    const subject = subjectChunks(query).flat().map(spelt);
    const letters = Math.max(1, subject.join('').length);
    const named = new Map<ConceptId, number>();
    for (const words of [partsIn(query).map(spelt), subject]) {
      const keys = words.map((word) => wordKeys(word));
      for (let start = 0; start < words.length; start += 1) {
        this.#open(startOf(words[start]!));
        this.#open(startOf(words[start]!, words[start + 1] ?? ''));
        let length = 0;
        const forms = ['', '', ''];
        const end = Math.min(words.length, start + this.#longest);
        for (let at = start; at < end; at += 1) {
          length += words[at]!.length;
          const share = Math.min(1, length / letters);
          keys[at]!.forEach((key, way) => {
            forms[way] = at === start ? key : `${forms[way]!} ${key}`;
            for (const [id, own] of this.#concepts.get(forms[way]) ?? []) {
              // A stem may be that of another word: never as good as the name itself.
              const worth = own && way === 0 ? share : share * BY_STEM;
              if (worth > (named.get(id) ?? 0)) named.set(id, worth);
            }
          });
        }
      }
    }
    return named;
  }

  /** Puts the names that begin with some letters where they are found, in all ways in which they may be typed. */
  #open(start: string): void {
    const waiting = this.#waiting.get(start);
    if (!waiting) return;
    this.#waiting.delete(start);
    for (const [concept, name] of waiting) {
      for (const [form, own] of waysOfWriting(name)) {
        const ids = this.#concepts.get(form);
        if (ids) ids.set(concept, own || ids.get(concept) === true);
        else this.#concepts.set(form, new Map([[concept, own]]));
      }
    }
  }
}

const BY_STEM = 0.9;
