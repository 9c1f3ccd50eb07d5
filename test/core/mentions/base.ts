/** The engine of the tests: the small catalogue beside this file, and one concept for each id that it names. */
import { join } from 'node:path';
import { compileApis } from '../../../scripts/knowledge/apis.ts';
import type { Concept } from '../../../src/core/concept.ts';
import { engineOf, type Engine } from '../../../src/core/engine.ts';
import { knowledgeOf } from '../../../src/core/knowledge.ts';

const TERMS: Readonly<Record<string, { en: string[]; es: string[]; ambiguous?: string[] }>> = {
  'masked-language-modeling': {
    en: ['masked language modeling', 'MLM'],
    es: ['modelado de lenguaje enmascarado', 'MLM'],
  },
  tokenizer: { en: ['tokenizer'], es: ['tokenizador'] },
  'attention-mechanism': {
    en: ['attention mechanism', 'attention'],
    es: ['mecanismo de atención', 'atención'],
  },
  tokenization: { en: ['tokenization', 'token'], es: ['tokenización', 'token'] },
  bert: { en: ['BERT'], es: ['BERT'] },
  roberta: { en: ['RoBERTa'], es: ['RoBERTa'] },
  gpt: { en: ['GPT', 'GPT-2'], es: ['GPT', 'GPT-2'] },
  lora: { en: ['LoRA'], es: ['LoRA'] },
  'attention-mask': { en: ['attention mask'], es: ['máscara de atención'] },
  'special-tokens': { en: ['special token'], es: ['token especial'] },
  'multimodal-models': { en: ['multimodal model'], es: ['modelo multimodal'] },
  vocabulary: { en: ['vocabulary'], es: ['vocabulario'] },
  t5: { en: ['T5'], es: ['T5'] },
  'sampling-temperature': { en: ['temperature'], es: ['temperatura'] },
};

/** Concepts that strings are given without an entry of any table. */
const OF_STRINGS =
  'chat-template prompt system-prompt tool-calling device-placement train-validation-test-split layer-normalization self-attention query-key-value loss-function large-language-model open-llm-families from-pretrained base-model dataset'.split(
    ' ',
  );

/** Built once for all tests of a file. */
export function testEngine(): Engine {
  const { data, problems, unknownConcepts } = compileApis(
    join(import.meta.dirname, 'knowledge/apis'),
    new Set(),
  );
  if (problems.length) throw new Error(problems.join('\n'));
  const ids = unknownConcepts.map((line) => line.split(' ')[0]!);
  const uses = data.names.flatMap(({ beside }) => beside ?? []);
  const others = [
    ...data.families,
    ...data.traits,
    ...data.datasets,
    ...data.names,
    ...data.modules,
    ...uses,
  ].flatMap(({ concepts }) => concepts);
  const keys = data.configs.flatMap((kind) =>
    Object.values(kind.keys).flatMap(({ concepts, values }) => [
      ...concepts,
      ...Object.values(values ?? {}).flat(),
    ]),
  );
  const all = [...new Set([...ids, ...others, ...keys, ...Object.keys(TERMS), ...OF_STRINGS])];
  return engineOf(knowledgeOf({ topics: [], concepts: all.map(concept) }), data);
}

function concept(id: string): Concept {
  const terms = TERMS[id] ?? { en: [`the concept ${id}`], es: [`el concepto ${id}`] };
  return {
    id,
    topic: id === 'optimizer' ? 'training' : 'tokenization',
    terms: {
      en: { name: terms.en[0]!, aliases: terms.en.slice(1) },
      es: { name: terms.es[0]!, aliases: terms.es.slice(1) },
    },
    ambiguous: terms.ambiguous ?? [],
    triggers: [],
    relations: { prerequisites: [], partOf: [], contrasts: [], related: [] },
    summary: { en: id, es: id },
    hasFigure: false,
  };
}
