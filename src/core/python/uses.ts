/** Names with several uses, of which the names beside them tell one: the top k of logits, of experts, of documents. */
import type { SyntaxNode } from '@lezer/common';
import type { Use } from '../conventions.ts';
import { mentionOf } from '../engine.ts';
import { wordsOfName } from '../nameWords.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';

/**
 * A meaning as the statement around it tells it, else the function or class around. Where none of them does, a name
 * keeps the meaning that it has in files about language, but a function of a library about machine learning at large,
 * such as `topk`, means nothing if signs of its own concept are known.
 */
export function asUsed(
  { engine }: Reading,
  text: string,
  node: () => SyntaxNode,
  meaning: Meaning | undefined,
): Meaning | undefined {
  const uses = meaning && engine.conventions.uses.get(meaning.mention.concept);
  if (!uses) return meaning;
  const { api } = meaning.mention;
  const about = api && engine.catalogue.aboutOf(api.name);
  if (about === 'nlp') return meaning;
  const use = useAround(uses, text, node());
  const isOwn = (one: Use): boolean => one.concepts[0] === meaning.mention.concept;
  if (!use) return about === 'ml' && uses.some(isOwn) ? undefined : meaning;
  if (isOwn(use)) return meaning;
  const said = api && about === undefined && use.meaning ? { ...api, meaning: use.meaning } : api;
  const { by, argument } = meaning.mention;
  const mention = mentionOf(engine, use.concepts, {
    by,
    ...(said ? { api: said } : {}),
    ...(argument === undefined ? {} : { argument }),
  });
  return mention && { ...meaning, mention };
}

function useAround(uses: readonly Use[], text: string, node: SyntaxNode): Use | undefined {
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (!PART.test(at.name)) continue;
    const body = at.getChild('Body');
    const isFunction = at.name === 'FunctionDefinition';
    const end = body && !isFunction ? body.from : at.to;
    const code = text.slice(at.from, Math.min(end, at.from + LONGEST));
    if (!mayHold(uses, code)) continue;
    const words = wordsIn(code);
    const use = uses.find((one) => one.words.some((word) => words.has(word)));
    if (use) return use;
  }
  return undefined;
}

/** Statements, with the head alone of those that hold others; functions as a whole. */
const PART = /Statement$|Definition$/;
/** What stands further away tells nothing. */
const LONGEST = 3000;

/** A quick look: taking all names apart takes longest, and mostly none of the words is there. */
function mayHold(uses: readonly Use[], code: string): boolean {
  let pattern = PATTERNS.get(uses);
  if (!pattern) {
    const words = uses.flatMap((use) => use.words.map((word) => word.replace(/\W/g, '\\$&')));
    PATTERNS.set(uses, (pattern = new RegExp(words.join('|'), 'i')));
  }
  return pattern.test(code);
}

const PATTERNS = new WeakMap<readonly Use[], RegExp>();

function wordsIn(code: string): ReadonlySet<string> {
  const names = code.match(/[A-Za-z_]\w*/g) ?? [];
  return new Set(names.flatMap((name) => wordsOfName(name).map((word) => word.toLowerCase())));
}
