/** Ids of models and data sets in prose: `BAAI/bge-m3` in a table, `wikitext-2-raw-v1` in a comment. */
import { mentionOf, type Engine } from './engine.ts';
import type { Mention } from './mention.ts';
import { conceptsOfModel } from './models.ts';
import type { Block } from './prose.ts';

/** The mentions of ids in a block of prose of a text about machine learning: of known families, in the form of an id. */
export function idsIn(engine: Engine, text: string, { start, end }: Block): Mention[] {
  const found: Mention[] = [];
  let body: string | undefined;
  let at = start;
  while (at < end) {
    const from = at;
    if (is(LETTER, text, at)) {
      while (at < end && is(HEAD, text, at)) at++;
      // mostly it is a word that ends here
      if (at < end && is(SIGN, text, at)) {
        TOKEN.lastIndex = from - start;
        const token = TOKEN.exec((body ??= text.slice(start, end)))?.[0];
        const mention = token === undefined ? undefined : mentionOfToken(engine, text, token, from);
        if (mention) found.push(mention);
        at = from + (token?.length ?? 0);
      }
    }
    while (at < end && is(JOINED, text, at)) at++;
    while (at < end && !is(JOINED, text, at)) at++;
  }
  return found;
}

/** From a letter that nothing of {@link JOINED} is before: with a hyphen, a slash or a digit; no part of a longer path. */
const TOKEN = /[A-Za-z][A-Za-z._]*[-/\d][\w.-]*(?:\/[\w.-]+)?(?![\w/@])/y;

function is(kind: number, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && (KINDS[code]! & kind) !== 0;
}

/** Kinds of characters, as bits: what a token begins with, goes on with, has to have, and what it is a part of. */
const [LETTER, HEAD, SIGN, JOINED] = [1, 2, 4, 8];

const KINDS = Uint8Array.from({ length: 128 }, (_, code) =>
  [/[A-Za-z]/, /[A-Za-z._]/, /[-/\d]/, /[\w./@:#$~-]/].reduce(
    (kinds, pattern, i) => kinds | (pattern.test(String.fromCharCode(code)) ? 1 << i : 0),
    0,
  ),
);

function mentionOfToken(engine: Engine, text: string, token: string, from: number): Mention | undefined {
  const id = token.replace(/[.-]+$/, '');
  return isIdLike(id) && text[from + id.length] !== '(' ? idMention(engine, id, from) : undefined;
}

/** With a size, version or kind in the name, as ids have: not `BERT/RoBERTa`, `git-lfs` or `gpt2.py`. */
function isIdLike(id: string): boolean {
  if (id.length < 4 || id.length > 100 || /^[a-z]+\.\d|\.[a-z]{2,}\d?$/i.test(id) || FOLDER.test(id))
    return false;
  const slash = id.indexOf('/');
  const name = id.slice(slash + 1);
  // heads of ids that are also words: a size must follow
  if (slash < 0 && /^(?:git|opt|dia|csm|led|o1|o3|t0|seed|clip)-(?!.*\d[bm]\b)/i.test(id)) return false;
  if (slash >= 0 && /\d/.test(id.slice(0, slash)) && !/-/.test(name)) return false;
  return slash >= 0
    ? /[\d_-]/.test(name)
    : /\d|-(?:base|large|small|mini|tiny|uncased|cased|instruct|chat)\b/i.test(id);
}

const FOLDER =
  /^(?:data|src|scripts?|models?|examples?|outputs?|saves?|configs?|tests?|docs?|checkpoints?|results?|runs?|logs?|assets|train|val|eval|recipes?|notebooks?|datasets?|benchmarks?|experiments?|training)\//i;

function idMention(engine: Engine, id: string, start: number): Mention | undefined {
  const range = { start, end: start + id.length };
  const model = id.includes('_') && !id.includes('/') ? undefined : engine.models.model(id);
  if (model) return mentionOf(engine, conceptsOfModel(model), { range, text: id, by: 'string', model });
  const dataset = isKnownDataset(engine, id) ? engine.models.dataset(id) : undefined;
  return dataset && mentionOf(engine, dataset.family.concepts, { range, text: id, by: 'string', dataset });
}

/** Whether an id is that of a single data set and no common word: `hellaswag`, `tatsu-lab/alpaca`; not `race`. */
export function isKnownDataset({ models }: Engine, id: string): boolean {
  const family = id.length > 2 && !FOLDER.test(id) ? models.dataset(id)?.family : undefined;
  return family?.meaning !== undefined && (!family.everyday || id.includes('/'));
}
