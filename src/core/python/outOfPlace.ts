/** Names that mean something else in the file that they stand in: `top_k` of periods, `checkpoint` of a conversation. */
import type { ConceptId } from '../concept.ts';
import type { Engine } from '../engine.ts';
import { CLIENT, OTHER_FIELD } from './imports.ts';

/**
 * Whether names that mostly mean these concepts say something else in a file with these imports: its names are of
 * another field, or it only calls models that others run.
 */
export function isOutOfPlace(
  { knowledge }: Engine,
  roots: Pick<ReadonlySet<string>, 'has'>,
  concepts: readonly ConceptId[],
): boolean {
  const [concept] = concepts;
  const topic = concept === undefined ? undefined : knowledge.byId.get(concept)?.topic;
  if (concept === undefined || topic === undefined) return false;
  if ((OF_TEXT.has(topic) && !SHARED.has(concept)) || TEXT_ALONE.has(concept)) return roots.has(OTHER_FIELD);
  return OF_TRAINING.has(topic) && !OF_CALLS.has(concept) && roots.has(CLIENT);
}

/** Topics that networks for pictures, sound or series in time have nothing of. */
const OF_TEXT: ReadonlySet<string> = new Set(
  'classic-nlp tokenization prompting decoding retrieval tasks'.split(' '),
);
/** Concepts of these that they have all the same. */
const SHARED: ReadonlySet<string> = new Set(
  'attention-mask special-tokens logprobs speech-recognition'.split(' '),
);
/** Concepts of other topics that they have not. */
const TEXT_ALONE: ReadonlySet<string> = new Set(
  'context-window alibi preference-data reward-model llm-benchmarks'.split(' '),
);

const OF_TRAINING: ReadonlySet<string> = new Set(
  'architectures attention training ml-foundations'.split(' '),
);
/** Concepts of these that calls of models have parameters for. */
const OF_CALLS: ReadonlySet<string> = new Set(
  (
    'random-seed device-placement mixed-precision batch-size hyperparameters eval-mode from-pretrained ' +
    'model-config train-validation-test-split natural-language-processing fine-tuning transfer-learning ' +
    'context-window multimodal-models multilingual-models vision-language-model ' +
    'bert roberta gpt llama llama-2 mistral qwen t5 bart open-llm-families ' +
    'spanish-language-models decoder-only-model encoder-only-model parameter-count trainer-api'
  ).split(' '),
);
