/** What keyword arguments mean, by the callee they are given to. */
import { mentionOf } from '../engine.ts';
import type { Found } from '../catalogue.ts';
import type { Mention } from '../mention.ts';
import { calleeAt, callAt } from './calls.ts';
import { infer } from './infer.ts';
import { placed, withCall, type Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import type { Program } from './program.ts';
import { conventionalMeaning, distinctiveKeyword, partMeaning } from './ownNames.ts';
import type { Ref, Site } from './refs.ts';
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

/** Whether what is called is certainly about something else and hands nothing on: `typer.Option(prompt=True)`. */
export function isOfOther(ref: Ref | undefined, source: string, calledTo: number): boolean {
  return ref?.kind === 'foreign' && !HANDS_ON.test(nameBefore(source, calledTo));
}

const HANDS_ON =
  /^(?:dict|OrderedDict|defaultdict|namedtuple|\w*[Nn]amespace|partial\w*|replace|update|log\w*|submit|to_thread|apply\w*|map|run\w*|Process|Thread|wraps?|init|__init__|set_postfix|type)$/;

/** What is called, where that is a chain of names. */
function chainOf(program: Program, { unit, node }: Site): Ref | undefined {
  const callee = node.firstChild;
  const isChain = callee && /^[\w.]+$/.test(unit.text.slice(callee.from, callee.to));
  return isChain ? infer(program, { unit, node: callee }) : undefined;
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
  if (call && isOfOther(chainOf(program, call), call.unit.text, call.node.firstChild?.to ?? 0))
    return undefined;
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
