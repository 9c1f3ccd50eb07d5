import assert from 'node:assert/strict';
import { formatProblem } from '../../../src/core/authoring/problems.ts';
import { readBase } from '../../../src/core/authoring/base.ts';
import { renderConcept } from '../../../src/core/authoring/render.ts';
import type { Concept } from '../../../src/core/concept.ts';
import { mergePacks, type Pack } from '../../../src/core/packs.ts';
import { good } from '../../knowledge/folder.ts';
import { conceptFiles, factsOf, packOf } from './folder.ts';

const draft = readBase(good);
const base = {
  topics: draft.topics,
  concepts: draft.concepts.map((concept) => renderConcept(concept, (id) => draft.ids.has(id))!),
  sources: [...draft.sources.entries.values()].map(({ line: _, ...source }) => source),
};

/** A pack whose concepts have these facts. */
function pack(
  name: string,
  facts: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Pack {
  const files = Object.entries(facts).map(([id, text]) => conceptFiles('team', id, text));
  return packOf({ ...Object.assign({}, ...files), ...more }, name);
}

function merge(...packs: readonly Pack[]): {
  byId: ReadonlyMap<string, Concept>;
  says: (pack: string) => string[];
} {
  const { data, problems } = mergePacks(base, packs);
  return {
    byId: new Map(data.concepts.map((concept) => [concept.id, concept])),
    says: (name) => problems.get(name)!.map(formatProblem),
  };
}

describe('merging packs', () => {
  it('adds concepts and topics, and says whose they are', () => {
    const { data, problems } = mergePacks(base, [pack('team', { 'our-metric': factsOf('our metric') })]);
    assert.deepEqual([...problems.values()], [[]]);
    assert.deepEqual(
      data.topics.map(({ id }) => id),
      ['training', 'peft', 'team'],
    );
    assert.deepEqual(
      data.concepts.map(({ id, pack: from }) => [id, from]),
      [
        ['fine-tuning', undefined],
        ['lora', undefined],
        ['our-metric', 'team'],
      ],
    );
  });

  it('keeps ours when an id collides', () => {
    const { byId, says } = merge(pack('team', { lora: factsOf('Our LoRA') }));
    assert.equal(byId.get('lora')!.pack, undefined);
    assert.deepEqual(says('team'), [
      'team/lora.yaml:1: `lora` is a concept of NLP Lens, which stays: choose another id, or write `overrides: true`',
    ]);
  });

  it('replaces ours when the pack says so', () => {
    const { byId, says } = merge(
      pack('team', { lora: factsOf('LoRA', 'overrides: true\ntriggers: [peft.LoraConfig]\n') }),
    );
    assert.equal(byId.get('lora')!.pack, 'team');
    assert.deepEqual(byId.get('lora')!.triggers, ['peft.LoraConfig']);
    assert.deepEqual(says('team'), []);
  });

  it('says when there is nothing to replace', () => {
    const { byId, says } = merge(pack('team', { lorra: factsOf('lorra', 'overrides: true\n') }));
    assert.ok(byId.has('lorra'));
    assert.deepEqual(says('team'), [
      'team/lorra.yaml:1: warning: there is no concept `lorra` to override; it is added as a new one',
    ]);
  });

  it('keeps the first of two packs', () => {
    const { byId, says } = merge(
      pack('a', { metric: factsOf('metric a') }),
      pack('b', { metric: factsOf('metric b') }),
    );
    assert.equal(byId.get('metric')!.pack, 'a');
    assert.deepEqual(says('b'), [
      'team/metric.yaml:1: rename it: the pack "a" has a concept `metric`, which stays',
    ]);
  });

  it('keeps our terms and triggers, whatever their case and accents', () => {
    const facts = factsOf('our metric', 'triggers: [peft.LoraConfig, ours.Metric]\n').replace(
      'es: { name: our metric }',
      'es: { name: our metric, aliases: [ADAPTACION de bajo rango, métrica] }',
    );
    const { byId, says } = merge(pack('team', { 'our-metric': facts }));
    assert.deepEqual(byId.get('our-metric')!.terms.es.aliases, ['métrica']);
    assert.deepEqual(byId.get('our-metric')!.triggers, ['ours.Metric']);
    assert.deepEqual(says('team'), [
      'team/our-metric.yaml:1: warning: the trigger `peft.LoraConfig` belongs to `lora` of NLP Lens, which keeps it',
      'team/our-metric.yaml:1: warning: `ADAPTACION de bajo rango` already names `lora` of NLP Lens, which keeps it',
    ]);
  });

  it('leaves out a concept that has the name of one of ours, and puts back what it overrode', () => {
    const { byId, says } = merge(
      pack('team', { mine: factsOf('lora'), 'fine-tuning': factsOf('LoRA', 'overrides: true\n') }),
    );
    assert.ok(!byId.has('mine'));
    assert.equal(byId.get('fine-tuning')!.pack, undefined);
    assert.deepEqual(says('team'), [
      'team/fine-tuning.yaml:1: name the concept differently: `LoRA` is `lora` of NLP Lens, which stays',
      'team/mine.yaml:1: name the concept differently: `lora` is `lora` of NLP Lens, which stays',
    ]);
  });

  it('lets two concepts share what both call ambiguous', () => {
    const facts = factsOf('our metric', 'ambiguous: [adapter]\n').replace(
      'en: { name: our metric }',
      'en: { name: our metric, aliases: [adapter] }',
    );
    const { byId, says } = merge(pack('team', { 'our-metric': facts }));
    assert.deepEqual(byId.get('our-metric')!.terms.en.aliases, ['adapter']);
    assert.deepEqual(says('team'), []);
  });

  it('drops relations that lead nowhere or to the concept itself', () => {
    const { byId, says } = merge(
      pack('team', {
        'our-metric': factsOf('our metric', 'relations: { related: [lora, nowhere, our-metric] }\n'),
      }),
    );
    assert.deepEqual(byId.get('our-metric')!.relations.related, ['lora']);
    assert.equal(says('team').length, 2);
  });

  it('breaks circles of prerequisites, those through our own concepts too', () => {
    const { byId, says } = merge(
      pack('team', {
        a: factsOf('concept a', 'relations: { prerequisites: [b] }\n'),
        b: factsOf('concept b', 'relations: { prerequisites: [a] }\n'),
        'fine-tuning': factsOf('fine-tuning', 'overrides: true\nrelations: { prerequisites: [lora] }\n'),
      }),
    );
    for (const start of byId.keys()) {
      const seen = new Set<string>();
      const walk = (id: string): void => {
        for (const next of byId.get(id)!.relations.prerequisites) {
          assert.notEqual(next, start);
          if (!seen.has(next)) walk((seen.add(next), next));
        }
      };
      walk(start);
    }
    assert.deepEqual(says('team'), [
      'team/fine-tuning.yaml:1: warning: break the circle of prerequisites: fine-tuning → lora → fine-tuning',
      'team/b.yaml:1: warning: break the circle of prerequisites: a → b → a',
    ]);
  });

  it('keeps our sources when an id collides', () => {
    const yaml =
      'hu2021:\n  title: Another paper\n  arxiv: "2000.00001"\nours2026:\n  title: Ours\n  url: https://example.org/x\n';
    const { sources, problems } = mergePacks(base, [pack('team', {}, { 'sources.yaml': yaml })]);
    assert.deepEqual(
      sources.map(({ id, title }) => [id, title]),
      [
        ['hu2021', 'LoRA: Low-Rank Adaptation of Large Language Models'],
        ['peft-lora-config', 'PEFT 0.21, lora/config.py'],
        ['ours2026', 'Ours'],
      ],
    );
    assert.equal(problems.get('team')!.length, 1);
  });

  it('shows a concept written in one language in both', () => {
    const { 'team/our-metric.es.md': _, ...files } = conceptFiles('team', 'our-metric');
    const { concepts, problems } = packOf(files);
    assert.equal(concepts[0]!.concept.summary.es, 'text');
    assert.deepEqual(problems.map(formatProblem), [
      'team/our-metric.yaml:1: warning: write the page team/our-metric.es.md',
    ]);
  });
});
