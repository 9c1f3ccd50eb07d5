/** LoRA: how loudly the update speaks. Scale α/r (Hu et al. 2021), α/√r with rsLoRA (Kalajdzievski 2023). */
import { atRunTime, defaultMark, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num } from './number.ts';
import { flagOf, numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** The scale of the update from rank and alpha, at the class, the rank, the alpha and `use_rslora`. */
export function loraScale(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  if (
    !ASKS.has(mention.argument ?? '') &&
    !(mention.argument === undefined && isLoraCallee(mention.call?.callee))
  )
    return [];
  const r = numberOf(reading, ...RANK);
  const alpha = numberOf(reading, 'lora_alpha') ?? alphaFromRank(reading, r);
  const rslora = flagOf(reading, 'use_rslora') ?? false;
  const formula = rslora === true ? 'α/√r' : 'α/r';
  if (r === undefined || alpha === undefined) return [];
  if (r === 'run-time' || alpha === 'run-time' || rslora === 'run-time') {
    return [atRunTime(either(lang, `The scale ${formula}`, `La escala ${formula}`), lang)];
  }
  if (r.value <= 0) return [];
  const scale = alpha.value / (rslora ? Math.sqrt(r.value) : r.value);
  const values = `\`${r.name}\` = ${num(r.value, lang)}${defaultMark(r.isDefault, lang)}, \`lora_alpha\` = ${num(alpha.value, lang)}${defaultMark(alpha.isDefault, lang)}`;
  return [
    {
      text: `${values}: ${either(lang, 'scale', 'escala')} ${formula} = ${num(scale, lang)}; ${effect(scale, lang)}`,
      play: { explorable: 'lora', values: { r: r.value, alpha: alpha.value, rslora: rslora ? 1 : 0 } },
    },
  ];
}

/** The names that libraries have for the rank: PEFT, axolotl and TRL's command line, LLaMA-Factory. */
export const RANK = ['r', 'lora_r', 'lora_rank'] as const;

const ASKS: ReadonlySet<string> = new Set([...RANK, 'lora_alpha', 'use_rslora']);

/** Whether a callee configures LoRA. */
export function isLoraCallee(callee: string | undefined): boolean {
  return (
    callee !== undefined &&
    /(^|\.)(LoraConfig|FastLanguageModel\.get_peft_model|FastModel\.get_peft_model)$/.test(callee)
  );
}

/** LLaMA-Factory takes twice the rank for a missing alpha (`hparams/finetuning_args.py`: `self.lora_alpha or self.lora_rank * 2`). */
function alphaFromRank({ mention }: Reading, r: ReturnType<typeof numberOf>): ReturnType<typeof numberOf> {
  if (r === undefined || r === 'run-time' || !/llama_?factory/i.test(mention.call?.callee ?? ''))
    return undefined;
  return { name: 'lora_alpha', value: r.value * 2, isDefault: true };
}

function effect(scale: number, lang: Reading['lang']): string {
  if (scale === 1) return either(lang, 'the update is added as it is.', 'la actualización se suma tal cual.');
  if (scale > 1)
    return either(
      lang,
      `the update is amplified ${num(scale, lang)} times.`,
      `la actualización se amplifica ${num(scale, lang)} veces.`,
    );
  if (scale <= 0) return either(lang, 'the update is switched off.', 'la actualización queda apagada.');
  return either(
    lang,
    `the update is damped ${num(1 / scale, lang)} times.`,
    `la actualización se atenúa ${num(1 / scale, lang)} veces.`,
  );
}
