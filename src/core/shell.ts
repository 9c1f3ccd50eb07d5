/** Flags of training commands: `--lora_r 8` after `accelerate launch train.py`. */
import type { Engine } from './engine.ts';
import { mentionOf } from './engine.ts';
import type { Mention, Range } from './mention.ts';
import { conceptsOfModel } from './models.ts';

const COMMAND =
  /\b(?:accelerate\s+launch|torchrun|deepspeed|llamafactory-cli|axolotl|trl\s+\w+|vllm\s+serve|lm_eval|transformers-cli|swift\s+sft|python3?\s+(?:-m\s+)?[\w./-]*(?:train|finetune|fine_tune|run_|sft|dpo|grpo|ppo|rlhf|lora|generate|eval|infer|pretrain|llm|bert|gpt)[\w./-]*)/i;

/** Mentions between two offsets of a shell text. */
export function shellMentions(engine: Engine, text: string, { start, end }: Range): Mention[] {
  const body = text.slice(start, end);
  if (!COMMAND.test(body)) return [];
  const kind = engine.configs.recognise('', ['command-line']);
  const found: Mention[] = [];
  for (const match of body.matchAll(
    /(?<=^|\s)(?:--([A-Za-z][\w-]*)|(["']?)([\w.-]+\/[\w.-]+)\2(?=\s|$))/gm,
  )) {
    const at = start + match.index;
    if (match[1] !== undefined) {
      const name = match[1].replaceAll('-', '_');
      const api = kind ? engine.configs.key(kind, name) : engine.catalogue.distinctiveArguments.get(name);
      const mention =
        api &&
        mentionOf(engine, engine.catalogue.concepts(api), {
          range: { start: at + 2, end: at + 2 + match[1].length },
          text: match[1],
          by: 'key',
          api,
          argument: name,
        });
      if (mention) found.push(mention);
    } else if (match[3] !== undefined) {
      const model = engine.models.model(match[3]);
      const from = at + match[2]!.length;
      const range = { start: from, end: from + match[3].length };
      const mention =
        model && mentionOf(engine, conceptsOfModel(model), { range, text: match[3], by: 'string', model });
      if (mention) found.push(mention);
    }
  }
  return found;
}
