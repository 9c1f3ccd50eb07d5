/** Heads-ups on generation settings. */
import { flagOf, isGiven, isNone, numberOf, settingOf, textOf } from '../insights/reading.ts';
import type { Reading } from '../insights/reading.ts';
import type { Rule } from './rule.ts';

/** `generate`, of an adapted model too (PEFT passes its arguments on), its configuration object and pipelines. */
const GENERATE = /^(transformers|peft)\..*(\(\)\.generate|GenerationConfig|Pipeline\(\)\.__call__)$/;
const VALIDATE = 'transformers 5.18, generation/configuration_utils.py, GenerationConfig.validate';

/** The rules, most serious first. */
export const GENERATION_RULES: readonly Rule[] = [
  {
    source: 'transformers 5.18, generation/logits_process.py, TemperatureLogitsWarper',
    at: ['temperature', 'do_sample'],
    callee: GENERATE,
    says: (reading) =>
      flagOf(reading, 'do_sample') === true && zero(reading, 'temperature')
        ? {
            en: '`temperature=0` with `do_sample=True` raises an error: it must be strictly positive. Greedy decoding is `do_sample=False`.',
            es: '`temperature=0` con `do_sample=True` provoca un error: debe ser estrictamente positiva. La decodificación voraz es `do_sample=False`.',
          }
        : undefined,
  },
  {
    source: VALIDATE,
    at: ['do_sample', ...['temperature', 'top_p', 'top_k', 'min_p', 'typical_p']],
    callee: GENERATE,
    says: (reading) => {
      if (settingOf(reading, 'do_sample').from !== 'call' || flagOf(reading, 'do_sample') !== false)
        return undefined;
      const idle = ['temperature', 'top_p', 'top_k', 'min_p', 'typical_p'].filter(
        (name) => isGiven(reading.mention.call, name) && !isNone(reading, name) && !isNeutral(reading, name),
      );
      if (idle.length === 0) return undefined;
      const names = idle.map((name) => `\`${name}\``).join(', ');
      return {
        en: `With \`do_sample=False\` nothing is sampled: ${names} ${idle.length > 1 ? 'have' : 'has'} no effect.`,
        es: `Con \`do_sample=False\` no se muestrea: ${names} no ${idle.length > 1 ? 'tienen' : 'tiene'} efecto.`,
      };
    },
  },
  {
    source: VALIDATE,
    at: ['early_stopping', 'length_penalty', 'num_beams'],
    callee: GENERATE,
    says: (reading) => {
      if (reading.mention.call?.open === true || isGiven(reading.mention.call, 'generation_config'))
        return undefined;
      const beams = numberOf(reading, 'num_beams');
      if (beams === 'run-time' || (beams !== undefined && beams.value > 1)) return undefined;
      const early = settingOf(reading, 'early_stopping');
      const penalty = numberOf(reading, 'length_penalty');
      const idle = [
        ...(early.from === 'call' && early.value !== false && early.value !== null
          ? ['`early_stopping`']
          : []),
        ...(penalty !== undefined && penalty !== 'run-time' && !penalty.isDefault && penalty.value !== 1
          ? ['`length_penalty`']
          : []),
      ];
      return idle.length === 0
        ? undefined
        : {
            en: `${idle.join(' and ')} ${idle.length > 1 ? 'matter' : 'matters'} only in beam search; this call does not ask for several beams (\`num_beams\`).`,
            es: `${idle.join(' y ')} solo ${idle.length > 1 ? 'cuentan' : 'cuenta'} en la búsqueda en haz; esta llamada no pide varios haces (\`num_beams\`).`,
          };
    },
  },
  {
    source: VALIDATE,
    at: ['num_return_sequences', 'num_beams', 'do_sample'],
    callee: GENERATE,
    says: (reading) => {
      const [wanted, beams] = [numberOf(reading, 'num_return_sequences'), numberOf(reading, 'num_beams')];
      if (wanted === undefined || wanted === 'run-time' || beams === 'run-time' || wanted.value <= 1)
        return undefined;
      if (reading.mention.call?.open === true || isGiven(reading.mention.call, 'generation_config'))
        return undefined;
      const kept = beams?.value ?? 1;
      const samples = flagOf(reading, 'do_sample');
      if (kept === 1 && (samples === undefined || samples === false)) {
        return {
          en: `Greedy decoding has one answer: \`num_return_sequences=${wanted.value}\` raises an error unless \`do_sample=True\` or several beams are set, here or in the model's generation config.`,
          es: `La decodificación voraz tiene una sola respuesta: \`num_return_sequences=${wanted.value}\` provoca un error salvo que se fijen \`do_sample=True\` o varios haces, aquí o en la configuración de generación del modelo.`,
        };
      }
      return kept > 1 && wanted.value > kept
        ? {
            en: `Only ${kept} beams are kept: \`num_return_sequences=${wanted.value}\` raises an error.`,
            es: `Solo se conservan ${kept} haces: \`num_return_sequences=${wanted.value}\` provoca un error.`,
          }
        : undefined;
    },
  },
  {
    source: 'transformers 5.18, generation/utils.py, _prepare_generated_length',
    at: ['max_length', 'max_new_tokens'],
    callee: GENERATE,
    says: (reading) =>
      ['max_length', 'max_new_tokens'].every(
        (name) => isGiven(reading.mention.call, name) && !isNone(reading, name),
      )
        ? {
            en: '`max_new_tokens` takes precedence over `max_length`, which in a decoder-only model counts the prompt too: one of them is enough.',
            es: '`max_new_tokens` prevalece sobre `max_length`, que en un modelo solo decodificador cuenta también el prompt: basta con uno.',
          }
        : undefined,
  },
  {
    source: 'transformers 5.18, generation/logits_process.py, RepetitionPenaltyLogitsProcessor',
    at: ['repetition_penalty'],
    callee: GENERATE,
    says: (reading) => {
      const penalty = numberOf(reading, 'repetition_penalty');
      return penalty !== undefined && penalty !== 'run-time' && penalty.value > 0 && penalty.value < 1
        ? {
            en: 'Below 1 the penalty is a reward: repeated tokens become likelier. 1 switches it off.',
            es: 'Por debajo de 1 la penalización premia: los tokens repetidos se vuelven más probables. Con 1 queda desactivada.',
          }
        : undefined;
    },
  },
  {
    source: 'transformers 5.18, generation/utils.py, generate: "right-padding was detected"',
    at: ['padding_side'],
    callee: /\.from_pretrained$/,
    says: (reading) =>
      textOf(reading, 'padding_side') === 'right' &&
      reading.mention.model?.family.architecture === 'decoder-only'
        ? {
            en: 'A decoder-only model continues the last position: for generating in batches, pad on the left (`padding_side="left"`).',
            es: 'Un modelo solo decodificador continúa la última posición: para generar por lotes hay que rellenar a la izquierda (`padding_side="left"`).',
          }
        : undefined,
  },
  {
    source: 'transformers 5.18, generation/utils.py, generate: "right-padding was detected"',
    at: ['padding'],
    callee: /^transformers\..*Tokenizer\w*\(\)\.(__call__|batch_encode_plus|pad)$/,
    says: (reading) => {
      const { call, model } = reading.mention;
      const side = call?.receiver?.assigned.get('padding_side')?.value;
      return side === 'right' &&
        model?.family.architecture === 'decoder-only' &&
        isGiven(call, 'padding') &&
        !isGiven(call, 'padding_side')
        ? {
            en: 'The file pads on the right. A decoder-only model continues the last position: before generating, set `padding_side = "left"`.',
            es: 'El archivo rellena a la derecha. Un modelo solo decodificador continúa la última posición: antes de generar hay que poner `padding_side = "left"`.',
          }
        : undefined;
    },
  },
];

function zero(reading: Reading, name: string): boolean {
  const value = numberOf(reading, name);
  return value !== undefined && value !== 'run-time' && value.value === 0;
}

/** The values that transformers itself lets pass without a warning. */
function isNeutral(reading: Reading, name: string): boolean {
  const value = numberOf(reading, name);
  if (value === undefined || value === 'run-time') return false;
  return value.value === (name === 'top_k' ? 50 : name === 'min_p' ? NaN : 1);
}
