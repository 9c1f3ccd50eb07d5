/** The interactive figures: their names, and the concepts whose pages link to them. */
import type { ByLang, ConceptId } from '../concept.ts';

/** The stable names of the figures; cards link to them with the values of the user's line. */
export type ExplorableId =
  | 'sampling'
  | 'attention'
  | 'bpe'
  | 'lora'
  | 'schedule'
  | 'beam-search'
  | 'positions'
  | 'memory'
  | 'distillation';

/** One figure; the first of its concepts is the one it is about. */
export interface Explorable {
  readonly id: ExplorableId;
  readonly titles: ByLang<string>;
  readonly concepts: readonly ConceptId[];
}

/** All figures, in the order of study. */
export const EXPLORABLES: readonly Explorable[] = [
  {
    id: 'bpe',
    titles: { en: 'Merge pairs into tokens', es: 'Fusionar pares en tokens' },
    concepts: ['byte-pair-encoding', 'subword-tokenization', 'byte-level-tokenization', 'tokenization'],
  },
  {
    id: 'attention',
    titles: { en: 'Who attends to whom', es: 'Quién atiende a quién' },
    concepts: [
      'self-attention',
      'scaled-dot-product-attention',
      'attention-mechanism',
      'query-key-value',
      'multi-head-attention',
      'causal-mask',
    ],
  },
  {
    id: 'positions',
    titles: { en: 'How distance is felt', es: 'Cómo se nota la distancia' },
    concepts: ['positional-encoding', 'sinusoidal-positional-encoding', 'rope', 'alibi'],
  },
  {
    id: 'schedule',
    titles: { en: 'The learning rate over a run', es: 'La tasa de aprendizaje durante la ejecución' },
    concepts: ['learning-rate-schedule', 'learning-rate'],
  },
  {
    id: 'lora',
    titles: { en: 'What rank and alpha cost and do', es: 'Qué cuestan y qué hacen el rango y alfa' },
    concepts: ['lora-rank-alpha', 'lora', 'lora-target-modules', 'qlora'],
  },
  {
    id: 'sampling',
    titles: { en: 'Temperature, top-k, top-p, min-p', es: 'Temperatura, top-k, top-p, min-p' },
    concepts: ['sampling-temperature', 'sampling', 'top-k-sampling', 'top-p-sampling', 'softmax'],
  },
  {
    id: 'beam-search',
    titles: { en: 'Search with several beams', es: 'Buscar con varios haces' },
    concepts: ['beam-search', 'greedy-decoding'],
  },
  {
    id: 'memory',
    titles: { en: 'Memory of weights and KV cache', es: 'Memoria de los pesos y de la caché KV' },
    concepts: [
      'kv-cache',
      'quantization',
      'kv-cache-quantization',
      'bitsandbytes-nf4',
      'grouped-query-attention',
      'post-training-quantization',
    ],
  },
  {
    id: 'distillation',
    titles: { en: 'What soft targets tell', es: 'Qué enseñan los objetivos suaves' },
    concepts: ['soft-labels', 'knowledge-distillation'],
  },
];

/** The figure of a name, when there is one. */
export function explorableOf(id: string): Explorable | undefined {
  return EXPLORABLES.find((explorable) => explorable.id === id);
}

/** The figure to play with on a concept's page. */
export function explorableFor(concept: ConceptId): Explorable | undefined {
  return EXPLORABLES.find(({ concepts }) => concepts.includes(concept));
}
