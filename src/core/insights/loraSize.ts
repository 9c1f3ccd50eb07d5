/**
 * How many weights LoRA trains: r × (in + out) for each adapted layer (Hu et al. 2021, section 4.2; PEFT's
 * `tuners/lora/layer.py` builds A as r × in and B as out × r). DoRA adds one magnitude per output.
 */
import { either } from './insight.ts';
import type { Insight } from './insight.ts';
import { isLoraCallee, RANK } from './lora.ts';
import { adaptableLayers, type Adaptable, type LinearLayer } from './loraTargets.ts';
import { num, percent } from './number.ts';
import { asText, flagOf, modelOf, numberOf, settingOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** The trainable weights of the adapters for the model at hand, or nothing where model, rank or layers are unknown. */
export function loraSize(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  const asks =
    mention.argument === undefined ? isLoraCallee(mention.call?.callee) : ASKS.has(mention.argument);
  const model = modelOf(reading);
  const adaptable = asks && model ? adaptableLayers(model) : undefined;
  if (!model || !adaptable || hasExceptions(reading)) return [];
  const rank = numberOf(reading, ...RANK);
  const dora = flagOf(reading, 'use_dora') ?? false;
  const targets = targetsOf(reading, adaptable);
  if (rank === undefined || rank === 'run-time' || rank.value <= 0 || dora === 'run-time') return [];
  if (targets === undefined || targets.layers.length === 0) return [];
  const weights = targets.layers.reduce(
    (sum, { from, to, times }) => sum + times * (rank.value * (from + to) + (dora ? to : 0)),
    0,
  );
  const parameters = model.size?.parameters;
  const share =
    parameters === undefined ? '' : ` (${percent(Number((weights / parameters).toPrecision(2)), lang)})`;
  const formula = dora ? 'r × (in + out) + out' : 'r × (in + out)';
  return [
    {
      text: either(
        lang,
        `In \`${model.id}\`, ${targets.name.en}: ${formula} over ${matrices(targets.layers, lang)} matrices = ${num(weights, lang)} trainable weights${share}.`,
        `En \`${model.id}\`, ${targets.name.es}: ${formula} en ${matrices(targets.layers, lang)} matrices = ${num(weights, lang)} pesos entrenables${share}.`,
      ),
    },
  ];
}

/** The layers that a configuration adapts, and what to call the choice. */
interface Targets {
  readonly layers: readonly LinearLayer[];
  readonly name: { readonly en: string; readonly es: string };
}

/** What `target_modules`, `lora_target` or `lora_target_linear` choose; nothing for patterns and run-time values. */
export function targetsOf(reading: Reading, { layers, byDefault }: Adaptable): Targets | undefined {
  if (flagOf(reading, 'lora_target_linear') === true) return { layers, name: ALL };
  const setting = settingOf(reading, 'target_modules', 'lora_target_modules', 'lora_target');
  if (setting.from === 'run-time') return undefined;
  const value = setting.from === 'nowhere' ? null : setting.value;
  if (value === null) {
    // Unsloth's own default names all seven kinds (unsloth/models/llama.py, get_peft_model)
    if (/^unsloth\./.test(reading.mention.call?.callee ?? '')) return { layers, name: ALL };
    // axolotl asks for the modules; it has no default of its own
    if (byDefault.length === 0 || /axolotl/.test(reading.mention.call?.callee ?? '')) return undefined;
    const quoted = byDefault.map((name) => `\`${name}\``).join(', ');
    return {
      layers: matching(layers, byDefault),
      name: { en: `${quoted} (PEFT's choice)`, es: `${quoted} (elección de PEFT)` },
    };
  }
  const text = asText(value);
  if (text !== undefined && /^all(-linear)?$/i.test(text)) return { layers, name: ALL };
  const names = Array.isArray(value) ? (value as readonly unknown[]) : text?.split(/\s*,\s*/);
  if (!names?.every((name) => typeof name === 'string' && /^[\w.]+$/.test(name))) return undefined;
  const list = names as readonly string[];
  // a lone text is a regular expression for PEFT, but a name for LLaMA-Factory
  if (
    !Array.isArray(value) &&
    setting.from !== 'default' &&
    !/^config:/.test(reading.mention.call?.callee ?? '')
  )
    return undefined;
  const shown = list.map((name) => `\`${name}\``).join(', ');
  return {
    layers: matching(layers, list),
    name:
      list.length > 4
        ? { en: `the ${list.length} kinds named`, es: `las ${list.length} clases nombradas` }
        : { en: shown, es: shown },
  };
}

const ALL = { en: 'every linear layer of the blocks', es: 'toda capa lineal de los bloques' };

/** PEFT's rule for a list of names: the module's name, or its end after a dot. */
function matching(layers: readonly LinearLayer[], names: readonly string[]): LinearLayer[] {
  return layers.filter(({ path }) => names.some((name) => path === name || path.endsWith(`.${name}`)));
}

function matrices(layers: readonly LinearLayer[], lang: Reading['lang']): string {
  return num(
    layers.reduce((sum, { times }) => sum + times, 0),
    lang,
  );
}

/** Settings that give single layers other ranks or leave some out: too many cases to say a number. */
function hasExceptions(reading: Reading): boolean {
  return EXCEPTIONS.some((name) => {
    const given = reading.mention.call?.args.get(name);
    return given !== undefined && given.value !== null;
  });
}

const EXCEPTIONS = [
  'rank_pattern',
  'layers_to_transform',
  'layers_pattern',
  'exclude_modules',
  'target_parameters',
  'layer_replication',
  'lora_bias',
] as const;

const ASKS: ReadonlySet<string> = new Set([
  ...RANK,
  'target_modules',
  'lora_target_modules',
  'lora_target',
  'lora_target_linear',
  'use_dora',
]);
