/** What keyword arguments mean, by the callee they are given to. */
import { mentionOf } from '../engine.ts';
import type { Found } from '../catalogue.ts';
import type { Mention } from '../mention.ts';
import { calleeAt, callAt } from './calls.ts';
import { placed, withCall, type Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { conventionalMeaning, distinctiveKeyword, partMeaning } from './ownNames.ts';
import type { Site } from './refs.ts';
import { asUsed } from './uses.ts';
import { withinMeaning } from './within.ts';

/**
 * Whether a name among arguments is that of a keyword. Asked of the text, as unfinished code has trees in which the
 * sign is elsewhere, or is there although nobody wrote it.
 */
export function isBeforeEquals(text: string, to: number): boolean {
  let next = to;
  while (isBlank(text.charCodeAt(next))) next++;
  return text[next] === '=' && text[next + 1] !== '=';
}

/** The name that ends at an offset. */
export function nameBefore(text: string, to: number): string {
  const furthest = Math.max(0, to - LONGEST);
  let from = to;
  while (from > furthest && isNameCode(text.charCodeAt(from - 1))) from--;
  return text.slice(from, to);
}

const LONGEST = 60;

/**
 * A keyword of a call of what was found, else by a word of what is called, whose name ends at an offset of the source,
 * else one that says enough by its name.
 */
export function keywordMeaning(
  reading: Reading,
  callee: Found | undefined,
  name: string,
  source: string,
  calledTo: number,
): Meaning | undefined {
  const entries = reading.engine.conventions.within(name);
  const inner =
    entries && !(callee && argumentMeaning(reading, callee, name))
      ? withinMeaning(reading, entries, name, [nameBefore(source, calledTo)])
      : undefined;
  if (inner) return inner;
  const { keywords } = reading.meanings;
  const last = keywords.get(name);
  for (let known = last; known; known = known.next) if (known.callee === callee) return known.meaning;
  const meaning =
    argumentMeaning(reading, callee, name) ??
    unboundKeyword(reading, name, callee) ??
    partMeaning(reading, name);
  keywords.set(name, { callee, meaning, next: last });
  return meaning;
}

/** A keyword that says enough by its name, whatever is called; not `padding` of a layer of `torch`. */
export function unboundKeyword(reading: Reading, name: string, callee?: Found): Meaning | undefined {
  const isLayer = callee !== undefined && reading.engine.catalogue.aboutOf(callee.name) !== 'nlp';
  return distinctiveKeyword(reading, name) ?? conventionalMeaning(reading, name, isLayer);
}

/** The argument `name` of the CallExpression `call`, with the call, shown at `site`. */
export function keywordMention(
  reading: Reading,
  call: Site | undefined,
  name: string,
  { unit, node }: Site,
  withCalls = true,
): Mention | undefined {
  const { engine, program } = reading;
  const found = call && calleeAt(program, call);
  const byName = keywordMeaning(reading, found, name, call?.unit.text ?? '', call?.node.firstChild?.to ?? 0);
  const meaning = asUsed(reading, unit.text, node, byName);
  if (!meaning) return undefined;
  const mention = placed(meaning, unit.text.slice(node.from, node.to), node.from, node.to);
  const known = withCalls && meaning.callable && call ? callAt(program, call)?.call : undefined;
  return known ? withCall(engine, mention, known) : mention;
}

function argumentMeaning({ engine }: Reading, callee: Found | undefined, name: string): Meaning | undefined {
  const { catalogue } = engine;
  const argument = callee && catalogue.argument(callee, name);
  if (!argument) return undefined;
  const mention = mentionOf(engine, catalogue.concepts(argument), {
    by: 'keyword',
    api: catalogue.filled(argument),
    argument: name,
  });
  return mention && { mention, callable: true };
}

/** Space, tab and ends of lines. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Letters, digits and underscores, as in `\w`. */
function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}
