/** Heads-ups on loading models, tokenizing and adapting. */
import { asText, flagOf, isGiven, isNone, numberOf, settingOf, textOf } from '../insights/reading.ts';
import type { Rule } from './rule.ts';

const TOKENIZE = /^transformers\..*Tokenizer\w*\(\)\.(__call__|batch_encode_plus|encode_plus|encode|pad)$/;

/** The rules, most serious first. */
export const MODEL_RULES: readonly Rule[] = [
  {
    source: 'transformers 5.18, utils/quantization_config.py, BitsAndBytesConfig.__init__',
    at: ['load_in_4bit', 'load_in_8bit'],
    callee: /BitsAndBytesConfig$|\.from_pretrained$/,
    says: (reading) =>
      flagOf(reading, 'load_in_4bit') === true && flagOf(reading, 'load_in_8bit') === true
        ? {
            en: '`load_in_4bit` and `load_in_8bit` exclude each other; this raises an error.',
            es: '`load_in_4bit` y `load_in_8bit` se excluyen; esto provoca un error.',
          }
        : undefined,
  },
  {
    source: 'transformers 5, MIGRATION_GUIDE_V5.md, quantization',
    at: ['load_in_4bit', 'load_in_8bit'],
    callee: /^transformers\.(?!BitsAndBytesConfig).*\.from_pretrained$/,
    says: (reading) =>
      isGiven(reading.mention.call, 'load_in_4bit', 'load_in_8bit')
        ? {
            en: 'transformers 5 no longer takes this argument here: pass `quantization_config=BitsAndBytesConfig(...)`.',
            es: 'transformers 5 ya no acepta este argumento aquí: se pasa `quantization_config=BitsAndBytesConfig(...)`.',
          }
        : undefined,
  },
  {
    source:
      'transformers 5.18, utils/quantization_config.py: the bnb_4bit_* settings are read in 4 bits only',
    at: ['bnb_4bit_quant_type', 'bnb_4bit_compute_dtype', 'bnb_4bit_use_double_quant'],
    callee: /BitsAndBytesConfig$/,
    says: (reading) => {
      const four = flagOf(reading, 'load_in_4bit');
      return four !== true &&
        four !== 'run-time' &&
        reading.mention.call?.open === false &&
        isGiven(
          reading.mention.call,
          'bnb_4bit_quant_type',
          'bnb_4bit_compute_dtype',
          'bnb_4bit_use_double_quant',
        )
        ? {
            en: 'The `bnb_4bit_…` settings do nothing without `load_in_4bit=True`.',
            es: 'Los ajustes `bnb_4bit_…` no hacen nada sin `load_in_4bit=True`.',
          }
        : undefined;
    },
  },
  {
    source:
      'transformers 5.18, tokenization_utils_base.py, _get_padding_truncation_strategies: "does not have a padding token"',
    at: ['padding'],
    callee: TOKENIZE,
    says: (reading) => {
      const padding = settingOf(reading, 'padding');
      const { call, model } = reading.mention;
      if (padding.from !== 'call' || padding.value === false || asText(padding.value) === 'do_not_pad')
        return undefined;
      const receiver = call?.receiver;
      if (!receiver?.made || model === undefined || !WITHOUT_PADDING.test(model.id)) return undefined;
      if (
        isGiven(receiver.made, 'pad_token') ||
        receiver.made.open ||
        [...receiver.assigned.keys()].some((name) => name.startsWith('pad_token'))
      )
        return undefined;
      return {
        en: `The tokenizer of \`${model.id}\` has no padding token: set one first, for example \`tokenizer.pad_token = tokenizer.eos_token\`, or this raises an error.`,
        es: `El tokenizador de \`${model.id}\` no tiene token de relleno: hay que asignarlo antes, por ejemplo \`tokenizer.pad_token = tokenizer.eos_token\`, o esto provoca un error.`,
      };
    },
  },
  {
    source: 'transformers 5.18, tokenization_utils_base.py, _get_padding_truncation_strategies',
    at: ['max_length', 'padding'],
    callee: TOKENIZE,
    says: (reading) => {
      const { call } = reading.mention;
      const [padding, truncation] = [settingOf(reading, 'padding'), settingOf(reading, 'truncation')];
      const toLongest =
        padding.from === 'call' && (padding.value === true || asText(padding.value) === 'longest');
      const cuts = truncation.from === 'run-time' || (truncation.from === 'call' && truncation.value);
      return toLongest && !cuts && isGiven(call, 'max_length') && !isNone(reading, 'max_length')
        ? {
            en: '`max_length` has no effect when padding goes to the longest text and nothing is cut: pass `truncation=True`, or `padding="max_length"`.',
            es: '`max_length` no tiene efecto si se rellena hasta el texto más largo y no se corta: se pasa `truncation=True` o `padding="max_length"`.',
          }
        : undefined;
    },
  },
  {
    source: 'peft 0.21, tuners/lora/config.py, LoraConfig.__post_init__',
    at: ['layers_to_transform', 'target_modules'],
    callee: /^peft\.LoraConfig$/,
    says: (reading) => {
      const modules = textOf(reading, 'target_modules');
      return modules !== undefined &&
        modules !== 'run-time' &&
        settingOf(reading, 'target_modules').from === 'call' &&
        isGiven(reading.mention.call, 'layers_to_transform') &&
        !isNone(reading, 'layers_to_transform')
        ? {
            en: '`layers_to_transform` works only with a list of module names; with a text in `target_modules` it raises an error.',
            es: '`layers_to_transform` solo funciona con una lista de nombres de módulos; con un texto en `target_modules` provoca un error.',
          }
        : undefined;
    },
  },
  {
    source: 'langchain-text-splitters 1.1, base.py, TextSplitter.__init__',
    at: ['chunk_size', 'chunk_overlap'],
    callee: /TextSplitter(\.from_\w+)?$/,
    says: (reading) => {
      const [size, overlap] = [numberOf(reading, 'chunk_size'), numberOf(reading, 'chunk_overlap')];
      if (
        size === undefined ||
        size === 'run-time' ||
        overlap === undefined ||
        overlap === 'run-time' ||
        overlap.value <= size.value
      )
        return undefined;
      return {
        en: 'The overlap is larger than the chunk; this raises an error.',
        es: 'El solapamiento es mayor que el fragmento; esto provoca un error.',
      };
    },
  },
];

/** Families whose tokenizers, as first published, come without a padding token; copies elsewhere may add one. */
const WITHOUT_PADDING =
  /^((openai-community|distilbert|meta-llama|mistralai)\/)?(gpt2(-medium|-large|-xl)?|distilgpt2|llama-2-\d+b[\w-]*|meta-llama-3(\.\d)?-\d+b[\w-]*|llama-3\.\d-\d+b[\w-]*|mistral-7b-v0\.1|mistral-7b-instruct-v0\.[12])$/i;
