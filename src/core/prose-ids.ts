/** Ids of models and data sets in prose: `BAAI/bge-m3` in a table, `wikitext-2-raw-v1` in a comment. */
import { mentionOf, type Engine } from './engine.ts';
import type { Mention } from './mention.ts';
import { conceptsOfModel } from './models.ts';
import type { Block } from './prose.ts';

/** The mentions of ids in a block of prose of a text about machine learning: of known families, in the form of an id. */
export function idsIn(engine: Engine, text: string, { start, end }: Block): Mention[] {
  const found: Mention[] = [];
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const id = match[0].replace(/[.-]+$/, '');
    const from = start + match.index;
    if (!isIdLike(id) || text[from + id.length] === '(') continue;
    const mention = idMention(engine, id, from);
    if (mention) found.push(mention);
  }
  return found;
}

/** Letters and digits with a hyphen, a slash or a digit among them; no part of an address or a longer path. */
const TOKEN = /(?<![\w./@:#$~-])[A-Za-z][A-Za-z._]*[-/\d][\w.-]*(?:\/[\w.-]+)?(?![\w/@])/g;

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
  const family = isKnownDataset(engine, id) ? engine.models.dataset(id) : undefined;
  const dataset = family && { id, family };
  return dataset && mentionOf(engine, family.concepts, { range, text: id, by: 'string', dataset });
}

/** Whether an id is that of a single data set and no common word: `hellaswag`, `tatsu-lab/alpaca`; not `race`. */
export function isKnownDataset({ models }: Engine, id: string): boolean {
  const set = id.length > 2 && !FOLDER.test(id) ? models.dataset(id) : undefined;
  return set?.meaning !== undefined && (!set.everyday || id.includes('/'));
}
