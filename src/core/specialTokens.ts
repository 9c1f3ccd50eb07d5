/** Special tokens as they are written: `[CLS]`, `<pad>`, `<|im_start|>`, `[INST]`. */
import type { ConceptId } from './concept.ts';
import { mentionOf, type Engine } from './engine.ts';
import type { Mention, Range } from './mention.ts';
import { overlaid } from './overlay.ts';

/** Those in a stretch of a text that is about machine learning, in their order. */
export function specialTokensIn(engine: Engine, text: string, { start, end }: Range): readonly Mention[] {
  if (!mayOpen(text, start, end)) return NONE;
  const found: Mention[] = [];
  // of the stretch alone: a search in the whole text goes on to its end from every string without a token
  for (const { 0: written, index } of text.slice(start, end).matchAll(WRITTEN)) {
    const range = { start: start + index, end: start + index + written.length };
    // `<s>` strikes a text out in Markdown, and `x[PAD]` is a subscript
    if ((EVERYDAY.test(written) && !isQuoted(text, range)) || isSubscript(text, range)) continue;
    const mention = mentionOf(engine, conceptsOf(written), { range, text: written, by: 'term' });
    if (mention) found.push(mention);
  }
  return found;
}

const NONE: readonly Mention[] = [];

/** Whether an angle or a bracket opens in the stretch: most strings have neither, and are done with. */
function mayOpen(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === ANGLE || code === BRACKET) return true;
  }
  return false;
}

const [ANGLE, BRACKET] = [60, 91];

/** Mentions with the special tokens among them, which take the place of the words inside. */
export function withSpecialTokens(
  engine: Engine,
  text: string,
  range: Range,
  mentions: readonly Mention[],
): readonly Mention[] {
  return overlaid(specialTokensIn(engine, text, range), mentions);
}

/** Whether a text is a special token and nothing else. */
export function isSpecialToken(text: string): boolean {
  return text.match(WRITTEN)?.[0] === text;
}

const WRITTEN =
  /<\|\/?[A-Za-z][\w ]{0,30}\|>|\[(?:CLS|SEP|MASK|PAD|UNK|BOS|EOS|\/?INST)\]|<<\/?SYS>>|<\/?(?:s|pad|unk|mask|bos|eos|cls|sep|sos|PAD|UNK|MASK|BOS|EOS|SOS|think|tool_call|(?:start|end)_of_turn|fim_[a-z]{3,8}|extra_id_\d{1,2})>/g;

const EVERYDAY = /^<\/?(?:s|mask)>$/;

function isQuoted(text: string, { start, end }: Range): boolean {
  return /[`"']/.test(text[start - 1] ?? '') || /[`"']/.test(text[end] ?? '');
}

function isSubscript(text: string, { start }: Range): boolean {
  return text[start] === '[' && /[\w\])]/.test(text[start - 1] ?? '');
}

/** The first pattern that a token fits. */
function conceptsOf(written: string): readonly ConceptId[] {
  return KINDS.find(([pattern]) => pattern.test(written))?.[1] ?? ['special-tokens'];
}

const KINDS: readonly (readonly [RegExp, readonly ConceptId[]])[] = [
  // before `pad`: `<|image_pad|>` stands for an image, and `<|fim_pad|>` is for code alone
  [/image|vision|video|audio/, ['special-tokens', 'multimodal-models']],
  [/fim_/, ['fill-in-the-middle', 'special-tokens']],
  [/mask/i, ['special-tokens', 'masked-language-modeling']],
  [/pad\b/i, ['special-tokens', 'padding-truncation']],
  [/think/, ['reasoning-models', 'chain-of-thought', 'special-tokens']],
  [/tool/, ['tool-calling', 'special-tokens']],
  [/extra_id/, ['special-tokens', 't5']],
  [
    /INST|SYS|_of_turn|_of_role|header_id|im_(?:start|end|sep)|eot|eom|user|assistant|system|channel|message/,
    ['chat-template', 'special-tokens'],
  ],
];
