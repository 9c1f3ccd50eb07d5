/** What the names in a file about machine learning say: whether what it learns from is language. */

/** What the names of a file say of it. */
export interface Field {
  /** Whether enough different names are those of networks for language. */
  readonly isLanguage: boolean;
  /** Whether they are rather of what other fields learn from: pictures, sound, series in time, users and items, worlds. */
  readonly isOther: boolean;
  /** Whether one is of what is done to texts alone, also where pictures come with them. */
  readonly isText: boolean;
}

/**
 * What the different names in a file say, that imports machine learning alone: the model, trainer or vocabulary that
 * somebody wrote by hand. Half of what counts are names that networks for pictures have too. Where the place of the
 * file speaks of language, or a module that it imports, two names do.
 */
export function fieldOf(text: string, isInField = false): Field {
  const start = text.slice(0, LONGEST_SCAN);
  const enough = isInField || isShort(start) ? FEW : ENOUGH;
  const isText = TEXT_ALONE.test(start);
  const seen = new Set<string>();
  let sum = 0;
  let ofText = 0;
  for (const [found] of start.matchAll(TELLING)) {
    const word = found.toLowerCase().replace(/(?<=...)s$|i[sz]e[dr]?$/, '');
    if (seen.has(word)) continue;
    seen.add(word);
    if (HALF.test(word)) sum += 0.5;
    else {
      sum++;
      ofText++;
    }
    if (sum >= enough && isText) break;
  }
  const others = isText ? 0 : namesOfOthers(start);
  return { isLanguage: sum >= enough, isOther: others >= FEW && ofText < Math.max(ENOUGH, others), isText };
}

function namesOfOthers(text: string): number {
  const seen = new Set<string>();
  for (const [found] of text.matchAll(OTHERS))
    seen.add(found.toLowerCase().replace(/(?<=box)es$|(?<=...)s$|ing$/, ''));
  return seen.size;
}

function isShort(text: string): boolean {
  let at = -1;
  for (let lines = 1; lines < SHORT; lines++) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return true;
  }
  return false;
}

const LONGEST_SCAN = 120_000;
const SHORT = 80;
const FEW = 2;
const ENOUGH = 3;

/** Parts of names, whole between underscores, digits and changes of case. */
const TELLING =
  /(?<![a-z])(?:tokens?|tokeni[sz]e[dr]?|vocab(?:ulary)?|n?tokens?|corpus|sent(?:ence)?s?|words?|ppl|perplexity|bleu|rouge|[eb]os|bpe|bptt|[mp]?lm|mlm|nsp|w[tp]e|bert|gpt|llama|t5|lstm|attn|attention|heads?|causal|rotary|rope|kv|seq_?len|softmax|logits|transformer|decoder|beam|prompts?|llms?|ner|nmt|seq2seq|n_?grams?|langs?|language)(?![a-z])/gi;
const HALF =
  /^(?:word|lstm|attn|attention|head|causal|rotary|seq_?len|transformer|decoder|kv|lm|lang|beam|softmax|logit)$/;
const OTHERS =
  /(?<![a-z])(?:images?|imgs?|pixels?|conv2d|(?:max|avg)_?pool2d|batch_?norm2d|resnet|imagenet|coco|bbox(?:es)?|segmentation|video|rgb|torchvision|audio|wavs?|waveform|spectrogram|mel|stft|forecast(?:ing)?|pred_?len|time_?series|seasonal(?:ity)?|anomaly|imputation|item_?ids?|user_?ids?|ratings?|recommend(?:er|ation)s?|interactions?|envs?|gym|atari|episodes?|episodic|obs|observations?|proteins?|residues?|dna|amino|atoms?|molecules?)(?![a-z])/gi;
const TEXT_ALONE = /(?<![a-z])(?:tokeni[sz]ers?|input_ids|vocab_size|n_vocab)(?![a-z])/i;
