import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Concept, Lang, Page, Question } from '../../../src/core/concept.ts';
import { buildSearchIndex } from '../../../src/core/search/buildIndex.ts';
import { openSearchIndex, openSearchIndexInSlices } from '../../../src/core/search/conceptSearch.ts';
import { searchDocuments } from '../../../src/core/search/documents.ts';

interface Entry {
  readonly en: string;
  readonly es: string;
  readonly aliases: Readonly<Record<Lang, readonly string[]>>;
  readonly triggers: readonly string[];
  readonly say?: Readonly<Record<Lang, readonly string[]>>;
  readonly question?: Readonly<Record<Lang, string>>;
  readonly related?: readonly string[];
}

interface Base {
  readonly concepts: Readonly<Record<string, Entry>>;
  readonly words: readonly (readonly string[])[];
  readonly queries: Readonly<Record<string, string | null>>;
}

const base = parse(readFileSync(path.join(import.meta.dirname, 'base.yaml'), 'utf8')) as Base;
const concepts = Object.entries(base.concepts).map(([id, entry]) => conceptOf(id, entry));
const index = openSearchIndex(builtFrom(base), concepts);

describe('search', () => {
  for (const [query, expected] of Object.entries(base.queries)) {
    it(`«${query}» finds ${expected ?? 'nothing'}`, () => {
      assert.equal(index.search(query)[0]?.concept ?? null, expected);
    });
  }

  it('gives concepts tied to the best hit, after it', () => {
    const ranking = index.search('LoraConfig').map((hit) => hit.concept);
    assert.deepEqual(ranking.slice(0, 2), ['lora', 'peft']);
  });

  it('names the question that matched', () => {
    const hit = index.search('how is a model fine-tuned?').find(({ concept }) => concept === 'fine-tuning');
    assert.equal(hit?.question, 'q');
  });

  it('says what matched', () => {
    const by = (query: string, concept: string) =>
      index.search(query).find((hit) => hit.concept === concept)?.by;
    assert.equal(by('LoraConfig', 'lora'), 'api');
    assert.equal(by('LoraConfig', 'peft'), 'tie');
    assert.equal(by('entrenar matrices pequeñas', 'lora'), 'description');
    assert.equal(by('LoRA', 'lora'), undefined);
  });

  it('keeps to the limit', () => {
    assert.equal(index.search('model attention language', 2).length, 2);
  });

  it('answers any text, in the order of the scores', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (query) => {
        const scores = index.search(query).map((hit) => hit.score);
        assert.deepEqual(
          scores,
          [...scores].sort((a, b) => b - a),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('takes in concepts of packs, in place of ours of the same id', async () => {
    const ours = concepts.find(({ id }) => id === 'lora')!;
    const zorro = { en: { name: 'Zorro tuning', aliases: [] }, es: { name: 'Ajuste zorro', aliases: [] } };
    const theirs = [
      { ...ours, terms: zorro },
      { ...ours, id: 'fox', terms: { ...zorro, en: { name: 'Fox', aliases: [] } } },
    ].map((concept) => ({
      concept,
      documents: () => searchDocuments([concept], NO_PAGES, { libraries: [] }, new Map()),
    }));
    let pauses = 0;
    const both = await openSearchIndexInSlices(builtFrom(base), concepts, theirs, () => {
      pauses += 1;
      return Promise.resolve();
    });
    assert.equal(both.search('zorro tuning')[0]?.concept, 'lora');
    assert.equal(both.search('fox')[0]?.concept, 'fox');
    assert.equal(both.search('perplexity')[0]?.concept, 'perplexity');
    assert.ok(both.search('low-rank adaptation').every(({ concept }) => concept !== 'lora'));
    assert.ok(pauses > theirs.length);
  });

  it('cuts a query of a megabyte', () => {
    assert.equal(index.search(`LoRA ${'x'.repeat(1_000_000)}`).length >= 0, true);
  });
});

const NO_PAGES = { en: new Map<string, Page>(), es: new Map<string, Page>() };

function builtFrom({ concepts: entries, words }: Base): Uint8Array {
  const pages = (lang: Lang) =>
    new Map(Object.entries(entries).map(([id, entry]) => [id, pageOf(id, entry, lang)]));
  const synonyms = new Map(
    Object.entries(entries).flatMap(([id, { say }]) => (say ? [[id, say] as const] : [])),
  );
  return buildSearchIndex(concepts, { en: pages('en'), es: pages('es') }, { libraries: [] }, synonyms, words);
}

function conceptOf(id: string, { en, es, aliases, triggers, related = [] }: Entry): Concept {
  return {
    id,
    topic: 'test',
    terms: { en: { name: en, aliases: aliases.en }, es: { name: es, aliases: aliases.es } },
    ambiguous: [],
    triggers,
    relations: { prerequisites: [], partOf: [], contrasts: [], related },
    summary: { en: '', es: '' },
    hasFigure: false,
  };
}

function pageOf(id: string, { question }: Entry, lang: Lang): Page {
  const questions: Question[] = question
    ? [{ id: 'q', question: question[lang], answerHtml: '', answerText: '' }]
    : [];
  return { id, title: id, summaryHtml: '', sections: [], questions, quiz: [], citations: [] };
}
