/** Flags of training commands: `--lora_r 8` after `accelerate launch train.py`. */
import type { ConfigKind } from './configs.ts';
import type { Engine } from './engine.ts';
import { mentionOf } from './engine.ts';
import type { Mention, Range } from './mention.ts';
import { conceptsOfModel } from './models.ts';
import { lastOf, settingOf, valueOf } from './structured/settings.ts';

/** What trains, measures or serves language models and nothing else. */
const LANGUAGE =
  /\b(?:llamafactory-cli|axolotl|trl\s+\w+|vllm\s+serve|lm[_-]eval|lighteval|transformers-cli|(?:swift|megatron)\s+(?:sft|pt|rlhf|infer|deploy|export|eval|rollout)|tune\s+run|litgpt|xtuner|composer|onmt_\w+|fairseq-\w+|mergekit-\w+|spacy\s+(?:train|pretrain|init)|[\w-]*(?:gpt|llama|llm|bert)[\w-]*\s+(?:generate|finetune|train|run|serve|chat|pull|embed\w*)|llama-(?:server|cli|quantize|bench|embedding|perplexity)|(?:\.py|-m|python3?|torchrun|deepspeed|launch)\s(?:[^\n]|\\\n){0,1000}?\b[\w./-]*(?:sft|dpo|grpo|ppo_|rlhf|lora|llm|bert|gpt|llama|qwen|glue|squad|_ner|clm|mlm|_qa|translat|summari|sentence|token|seq2seq|deepspeed_chat)[\w./-]*)/i;
/** What runs a training of any kind. */
const TRAINING =
  /\b(?:accelerate\s+launch|torchrun|deepspeed|python3?\s+(?:-m\s+)?[\w./-]*(?:train|tune|run_|sft|dpo|grpo|ppo|rlhf|lora|generate|eval|infer|llm|bert|gpt|translate|main)[\w./-]*)/i;

/** `--name value`, `--name=value`, `-name value`, `group.name=value`. */
const OPTION =
  /(?<=^|[\s"'([,])(?:(?:--|-(?=\w{3}))([A-Za-z][\w.-]*)|\+{0,2}([a-z_][\w.]*)(?==))(?:(?:=|[ \t]+)(["']?)([^\s"',\\-][^\s"',\\]*)\3)?/gm;

/** An id that is no path: `org/model`. */
const ID =
  /(?<=^|[\s=])(["']?)((?!(?:\.+|data|src|scripts?|models?|examples?|outputs?|saves?|configs?|tests?|docs?|bin|tools?|lib|build|checkpoints?|results?|runs?|logs?|exp|local|images?)\/)[\w.-]+\/[\w.-]+)\1(?=[\s,]|$)/gm;

/** Mentions between two offsets of a shell text; `ofLanguage` where the text around it is about language models. */
export function shellMentions(
  engine: Engine,
  text: string,
  { start, end }: Range,
  ofLanguage = false,
): Mention[] {
  const body = text.slice(start, end);
  const options = [...body.matchAll(OPTION)];
  const names = options.flatMap(([, dashed, bare]) => [dashed ?? bare ?? '', lastOf(dashed ?? bare ?? '')]);
  const ids = [...body.matchAll(ID)].flatMap((id) => idMention(engine, id, start));
  if (TRAINING.test(body)) names.push('command_line', ...(ofLanguage ? ['language_command'] : []));
  if (ids.length || LANGUAGE.test(body)) names.push('command_line', 'language_command');
  const kind = engine.configs.recognise('', names);
  if (!kind) return [];
  const found = options.flatMap((option) => optionMentions(engine, kind, option, start));
  return [...found, ...ids].sort((a, b) => a.range.start - b.range.start);
}

function optionMentions(
  engine: Engine,
  kind: ConfigKind,
  option: RegExpMatchArray,
  start: number,
): Mention[] {
  const [whole, dashed, bare, quote = '', value] = option;
  const path = dashed ?? bare ?? '';
  const argument = lastOf(path).replaceAll('-', '_');
  const at = start + option.index! + whole.indexOf(path);
  const range = { start: at, end: at + path.length };
  const { concepts, ...rest } = settingOf(engine, kind, path, value ?? '');
  const key = mentionOf(engine, concepts, { range, text: path, by: 'key', argument, ...rest });
  const meant = value ? valueOf(engine, kind, path, value) : undefined;
  if (!value || !meant) return key ? [key] : [];
  const valueEnd = start + option.index! + whole.length - quote.length;
  const valueRange = { start: valueEnd - value.length, end: valueEnd };
  const { concepts: meanings, ...more } = meant;
  const string = mentionOf(engine, meanings, {
    range: valueRange,
    text: value,
    by: 'string',
    argument,
    ...more,
  });
  return [...(key ? [key] : []), ...(string ? [string] : [])];
}

function idMention(engine: Engine, found: RegExpMatchArray, start: number): Mention[] {
  const [, quote = '', id = ''] = found;
  const model = engine.models.model(id);
  const from = start + found.index! + quote.length;
  const range = { start: from, end: from + id.length };
  const mention =
    model && mentionOf(engine, conceptsOfModel(model), { range, text: id, by: 'string', model });
  return mention ? [mention] : [];
}
