/** Heads-ups on which layers LoRA reaches. */
import { targetsOf } from '../insights/loraSize.ts';
import { adaptableLayers } from '../insights/loraTargets.ts';
import { isGiven, modelOf, settingOf } from '../insights/reading.ts';
import type { Rule } from './rule.ts';

const LORA = /^peft\.LoraConfig$/;

/** The rules, most serious first. */
export const ADAPTER_RULES: readonly Rule[] = [
  {
    source: 'peft 0.21, tuners/tuners_utils.py, _prepare_adapter_config: "Please specify `target_modules`"',
    at: ['target_modules', 'r'],
    callee: LORA,
    says: (reading) => {
      const model = modelOf(reading);
      const adaptable = model && adaptableLayers(model);
      const { call } = reading.mention;
      if (adaptable?.byDefault.length !== 0 || call?.open !== false) return undefined;
      const setting = settingOf(reading, 'target_modules');
      const absent = setting.from === 'nowhere' || (setting.from === 'call' && setting.value === null);
      return absent && !isGiven(call, 'target_parameters')
        ? {
            en: `PEFT has no default modules for \`${model!.id}\`: without \`target_modules\` this raises an error.`,
            es: `PEFT no tiene módulos por defecto para \`${model!.id}\`: sin \`target_modules\` esto provoca un error.`,
          }
        : undefined;
    },
  },
  {
    source:
      'peft 0.21, tuners/tuners_utils.py, inject_adapter: "Target modules ... not found in the base model"',
    at: ['target_modules'],
    callee: LORA,
    says: (reading) => {
      const model = modelOf(reading);
      const adaptable = model && adaptableLayers(model);
      const targets = adaptable && targetsOf(reading, adaptable);
      if (!adaptable || targets?.layers.length !== 0) return undefined;
      const known = [...new Set(adaptable.layers.map(({ path }) => path.slice(path.lastIndexOf('.') + 1)))];
      const names = known.map((name) => `\`${name}\``).join(', ');
      return {
        en: `No layer of the blocks of \`${model!.id}\` has these names; its linear layers are ${names}.`,
        es: `Ninguna capa de los bloques de \`${model!.id}\` tiene esos nombres; sus capas lineales son ${names}.`,
      };
    },
  },
  {
    source: 'peft 0.21, tuners/lora/config.py, LoraConfig.__post_init__',
    at: ['layers_pattern'],
    callee: LORA,
    says: ({ mention: { call } }) =>
      isGiven(call, 'layers_pattern') && !isGiven(call, 'layers_to_transform') && call?.open === false
        ? {
            en: '`layers_pattern` needs `layers_to_transform`; without it this raises an error.',
            es: '`layers_pattern` necesita `layers_to_transform`; sin él, esto provoca un error.',
          }
        : undefined,
  },
];
