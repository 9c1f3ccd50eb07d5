/** Names with several uses, of which the names beside them tell one: the top k of logits, of experts, of documents. */
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { Use } from '../conventions.ts';
import { mentionOf, type Engine } from '../engine.ts';
import { remembering } from '../memory.ts';
import { wordsOfName } from '../nameWords.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { childNamed } from './syntax.ts';

/**
 * A meaning as the statement around it tells it, else the function or class around. Where none of them does, a name
 * keeps the meaning that it has in files about language, but a function of a library about machine learning at large,
 * such as `topk`, means nothing if signs of its own concept are known.
 */
export function asUsed(
  { engine }: Reading,
  text: string,
  ref: Pick<SyntaxNodeRef, 'node'>,
  meaning: Meaning | undefined,
): Meaning | undefined {
  const uses = meaning && engine.conventions.usesOf(meaning.mention.concept);
  if (!uses) return meaning;
  const { api } = meaning.mention;
  if (api && engine.catalogue.aboutOf(api.name) === 'nlp') return meaning;
  return inUse(engine, meaning, uses, useAround(uses, text, ref.node));
}

function inUse(
  engine: Engine,
  meaning: Meaning,
  uses: readonly Use[],
  use: Use | undefined,
): Meaning | undefined {
  const { api } = meaning.mention;
  const about = api && engine.catalogue.aboutOf(api.name);
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
    const body = childNamed(at, 'Body');
    const isFunction = at.name === 'FunctionDefinition';
    const end = body && !isFunction ? body.from : at.to;
    const code = text.slice(at.from, Math.min(end, at.from + LONGEST));
    const use = mayHold(uses, code) ? useIn(uses, code) : undefined;
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

/** The first use that a word of the names in some code tells. */
function useIn(uses: readonly Use[], code: string): Use | undefined {
  let told = TOLD.get(uses);
  if (!told) TOLD.set(uses, (told = remembering((name) => toldBy(uses, name), NAMES)));
  let first: Telling | undefined;
  for (const name of code.match(/[A-Za-z_]\w*/g) ?? []) {
    const telling = told(name);
    if (telling && (!first || telling.rank < first.rank)) first = telling;
    if (first?.rank === 0) break;
  }
  return first?.use;
}

interface Telling {
  readonly use: Use;
  readonly rank: number;
}

function toldBy(uses: readonly Use[], name: string): Telling | undefined {
  const words = wordsOfName(name).map((word) => word.toLowerCase());
  const rank = uses.findIndex((one) => one.words.some((word) => words.includes(word)));
  return rank < 0 ? undefined : { use: uses[rank]!, rank };
}

/** What names tell, by the uses asked about: programs say the same names again and again. */
const TOLD = new WeakMap<readonly Use[], (name: string) => Telling | undefined>();
const NAMES = 3000;
