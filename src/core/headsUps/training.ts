/** Heads-ups on training settings. */
import { flagOf, isGiven, isNone, numberOf, settingOf, textOf } from '../insights/reading.ts';
import type { Rule } from './rule.ts';

const ARGUMENTS = /TrainingArguments$|^trl\..*Config$/;
const POST_INIT = 'transformers 5.18, training_args.py, TrainingArguments.__post_init__';

/** The rules, most serious first. */
export const TRAINING_RULES: readonly Rule[] = [
  {
    source: POST_INIT,
    at: ['load_best_model_at_end', 'eval_strategy', 'evaluation_strategy', 'save_strategy'],
    callee: ARGUMENTS,
    says: (reading) => {
      if (flagOf(reading, 'load_best_model_at_end') !== true || reading.mention.call?.open === true)
        return undefined;
      const evaluates = textOf(reading, 'eval_strategy', 'evaluation_strategy') ?? 'no';
      const saves = textOf(reading, 'save_strategy') ?? 'steps';
      if (evaluates === 'run-time' || saves === 'run-time' || saves === 'best' || evaluates === saves)
        return undefined;
      return {
        en: `\`load_best_model_at_end\` needs equal strategies: evaluation is \`${evaluates}\`, saving is \`${saves}\`; this raises an error.`,
        es: `\`load_best_model_at_end\` exige estrategias iguales: la evaluación es \`${evaluates}\` y el guardado, \`${saves}\`; esto provoca un error.`,
      };
    },
  },
  {
    source: POST_INIT,
    at: ['load_best_model_at_end', 'save_steps', 'eval_steps'],
    callee: ARGUMENTS,
    says: (reading) => {
      if (flagOf(reading, 'load_best_model_at_end') !== true) return undefined;
      if (textOf(reading, 'eval_strategy', 'evaluation_strategy') !== 'steps') return undefined;
      if ((textOf(reading, 'save_strategy') ?? 'steps') !== 'steps') return undefined;
      const [save, evaluate] = [numberOf(reading, 'save_steps'), numberOf(reading, 'eval_steps')];
      if (!isWhole(save) || !isWhole(evaluate) || save.value % evaluate.value === 0) return undefined;
      return {
        en: `\`save_steps\` (${save.value}) must be a multiple of \`eval_steps\` (${evaluate.value}) to keep the best model; this raises an error.`,
        es: `\`save_steps\` (${save.value}) debe ser múltiplo de \`eval_steps\` (${evaluate.value}) para conservar el mejor modelo; esto provoca un error.`,
      };
    },
  },
  {
    source: POST_INIT,
    at: ['fp16', 'bf16'],
    callee: ARGUMENTS,
    says: (reading) =>
      flagOf(reading, 'fp16') === true && flagOf(reading, 'bf16') === true
        ? {
            en: '`fp16` and `bf16` cannot both be on; this raises an error.',
            es: '`fp16` y `bf16` no pueden estar activos a la vez; esto provoca un error.',
          }
        : undefined,
  },
  {
    source: `${POST_INIT}: "requires an eval strategy"`,
    at: ['lr_scheduler_type', 'eval_strategy'],
    callee: ARGUMENTS,
    says: (reading) => {
      const kind = textOf(reading, 'lr_scheduler_type');
      const evaluates = textOf(reading, 'eval_strategy', 'evaluation_strategy') ?? 'no';
      return (kind === 'reduce_lr_on_plateau' || kind === 'greedy') && evaluates === 'no'
        ? {
            en: `\`${kind}\` looks at the evaluation: without an \`eval_strategy\` this raises an error.`,
            es: `\`${kind}\` mira la evaluación: sin \`eval_strategy\` esto provoca un error.`,
          }
        : undefined;
    },
  },
  {
    source: 'transformers 5.18, trainer_callback.py, DefaultFlowCallback.on_step_end',
    at: ['eval_steps', 'eval_strategy', 'evaluation_strategy'],
    callee: ARGUMENTS,
    says: (reading) => {
      const evaluates = textOf(reading, 'eval_strategy', 'evaluation_strategy') ?? 'no';
      return isGiven(reading.mention.call, 'eval_steps') && (evaluates === 'no' || evaluates === 'epoch')
        ? {
            en: `\`eval_steps\` counts only with \`eval_strategy="steps"\`; here it is \`${evaluates}\`.`,
            es: `\`eval_steps\` solo cuenta con \`eval_strategy="steps"\`; aquí es \`${evaluates}\`.`,
          }
        : undefined;
    },
  },
  {
    source: 'transformers 5.18, training_args.py: max_steps "overrides num_train_epochs"',
    at: ['max_steps', 'num_train_epochs'],
    callee: ARGUMENTS,
    says: (reading) => {
      const steps = numberOf(reading, 'max_steps');
      return isGiven(reading.mention.call, 'num_train_epochs') && isWhole(steps) && steps.value > 0
        ? {
            en: '`max_steps` decides: `num_train_epochs` is ignored.',
            es: '`max_steps` decide: `num_train_epochs` se ignora.',
          }
        : undefined;
    },
  },
  {
    source: 'transformers 5.18, optimization.py, get_scheduler: "constant" takes no warm-up',
    at: ['lr_scheduler_type', 'warmup_steps', 'warmup_ratio'],
    callee: ARGUMENTS,
    says: (reading) => {
      const setting = settingOf(reading, 'lr_scheduler_type');
      const warms = ['warmup_steps', 'warmup_ratio'].some((name) => {
        const value = isGiven(reading.mention.call, name) ? numberOf(reading, name) : undefined;
        return value !== undefined && value !== 'run-time' && value.value > 0;
      });
      return setting.from === 'call' && textOf(reading, 'lr_scheduler_type') === 'constant' && warms
        ? {
            en: 'The `constant` schedule has no warm-up; `constant_with_warmup` has.',
            es: 'El programa `constant` no tiene calentamiento; `constant_with_warmup` sí.',
          }
        : undefined;
    },
  },
  {
    source: 'trl 1.13, trainer/grpo_config.py, GRPOConfig.__post_init__',
    at: ['num_generations'],
    callee: /^trl\.GRPOConfig$/,
    says: (reading) => {
      const group = numberOf(reading, 'num_generations');
      return isWhole(group) && group.value < 2
        ? {
            en: 'GRPO compares answers to the same prompt: it needs at least 2 generations; this raises an error.',
            es: 'GRPO compara respuestas al mismo prompt: necesita al menos 2 generaciones; esto provoca un error.',
          }
        : undefined;
    },
  },
  {
    source: 'trl 1.13, trainer/sft_trainer.py: "When packing is enabled, `max_length` can\'t be `None`"',
    at: ['packing', 'max_length'],
    callee: /^trl\.SFTConfig$/,
    says: (reading) =>
      flagOf(reading, 'packing') === true && isNone(reading, 'max_length')
        ? {
            en: '`packing` needs a `max_length` to pack to; `None` raises an error.',
            es: '`packing` necesita un `max_length` hasta el cual empaquetar; `None` provoca un error.',
          }
        : undefined,
  },
  {
    source: 'transformers 5.18, trainer.py, _determine_best_metric',
    at: ['metric_for_best_model', 'greater_is_better'],
    callee: ARGUMENTS,
    says: (reading) => {
      const metric = textOf(reading, 'metric_for_best_model');
      const greater = settingOf(reading, 'greater_is_better');
      if (metric === undefined || metric === 'run-time' || greater.from !== 'call') return undefined;
      const isLoss = /(^|_)loss$/.test(metric);
      return isLoss && greater.value === true
        ? {
            en: `\`${metric}\` is better when lower, but \`greater_is_better=True\` takes the highest for the best.`,
            es: `\`${metric}\` es mejor cuanto más bajo, pero \`greater_is_better=True\` toma el más alto por el mejor.`,
          }
        : undefined;
    },
  },
];

function isWhole(
  value: ReturnType<typeof numberOf>,
): value is Exclude<ReturnType<typeof numberOf>, 'run-time' | undefined> {
  return value !== undefined && value !== 'run-time' && Number.isInteger(value.value);
}
