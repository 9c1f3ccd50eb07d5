/** What the names in a file about machine learning say: whether what it learns from is language. */

/**
 * Whether enough different names are about language, in a file that imports machine learning alone: the model, trainer
 * or vocabulary that somebody wrote by hand. Half of what counts are names that networks for pictures have too. Where
 * the place of the file speaks of language, or a module that it imports, two names do.
 */
export function namesLanguage(text: string, isInField = false): boolean {
  const start = text.slice(0, LONGEST_SCAN);
  const few = isInField || isShort(start);
  const seen = new Set<string>();
  let sum = 0;
  for (const [found] of start.matchAll(TELLING)) {
    const word = found.toLowerCase().replace(/(?<=...)s$|i[sz]e[dr]?$/, '');
    if (seen.has(word)) continue;
    seen.add(word);
    sum += HALF.test(word) ? 0.5 : 1;
    if (sum >= (few ? FEW : ENOUGH)) return true;
  }
  return false;
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
