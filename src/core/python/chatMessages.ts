/** Messages of a conversation written as data: `{"role": "user", "content": ...}`, `("system", "...")`, `m["role"]`. */
import type { SyntaxNode } from '@lezer/common';
import type { ConceptId } from '../concept.ts';
import { mentionOf } from '../engine.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './mentions.ts';
import type { Site } from './refs.ts';
import type { Place } from './stringPlaces.ts';
import type { PythonTree } from './tree.ts';
import { stringOf } from './values.ts';

/** What a string means as part of a message: the names of its fields, and who speaks. */
export function messageMeaning(
  { engine }: Reading,
  { unit, node }: Site,
  content: string,
  place: Place,
): Meaning | undefined {
  if (!FIELD.has(content) && !SPEAKERS.has(content)) return undefined;
  const concepts = isPart(unit, node, content, place) ? meaningOf(content) : undefined;
  const mention = concepts && mentionOf(engine, concepts, { by: 'string' });
  return mention && { mention };
}

const FIELD: ReadonlySet<string> = new Set(['role', 'content', 'from', 'value']);
const SPEAKERS: ReadonlySet<string> = new Set(
  'system user assistant developer human gpt ai tool function model'.split(' '),
);

function meaningOf(content: string): readonly ConceptId[] {
  if (content === 'system' || content === 'developer') return ['system-prompt', 'chat-template', 'prompt'];
  if (content === 'tool' || content === 'function') return ['tool-calling', 'chat-template'];
  return ['chat-template', 'prompt'];
}

function isPart(unit: PythonTree, node: SyntaxNode, content: string, place: Place): boolean {
  const isField = FIELD.has(content);
  switch (place.kind) {
    case 'key':
      return isField && isMessage(unit, place.dictionary);
    case 'value':
      return !isField && isRole(unit, place.key) && isMessage(unit, node.parent!);
    case 'subscript':
      return isField && MESSAGE.test(unit.text.slice(place.base.from, place.base.to));
    default:
      return !isField && (isCompared(unit, node) || isSpoken(unit, node));
  }
}

/** `message`, `messages[0]`, `response["message"]`, `msg`. */
const MESSAGE =
  /(?:^|[^A-Za-z])(?:\w*_)?(?:messages?|msgs?|turns?|conversations?|chat|history)(?:\[[^[\]]*\]|["'\]])*$/i;

function isRole(unit: PythonTree, key: SyntaxNode | undefined): boolean {
  const name = key?.name === 'String' ? stringOf(unit.text.slice(key.from, key.to)) : undefined;
  return name === 'role' || name === 'from';
}

/** A dictionary that says who speaks and what: with `role`, or `from` and `value`. */
function isMessage(unit: PythonTree, dictionary: SyntaxNode): boolean {
  const keys = new Set<string | undefined>();
  for (const { from, to, nextSibling } of dictionary.getChildren('String'))
    if (nextSibling?.name === ':') keys.add(stringOf(unit.text.slice(from, to)));
  return keys.has('role')
    ? keys.has('content') || keys.has('parts') || keys.has('tool_calls')
    : keys.has('from') && keys.has('value') && keys.size <= 3;
}

/** `message["role"] == "user"`, `m.role in ("user", "assistant")`. */
function isCompared(unit: PythonTree, node: SyntaxNode): boolean {
  const part = /^(?:Tuple|Array|Set)Expression$/.test(node.parent?.name ?? '') ? node.parent! : node;
  const comparison = part.parent;
  if (comparison?.name !== 'BinaryExpression') return false;
  const left = comparison.firstChild!;
  return left.from !== part.from && ROLE.test(unit.text.slice(left.from, left.to));
}

const ROLE = /(?:^|[."'_])role["']?\]?$/;

/** The first of two in brackets, in the list of a prompt's messages: `("system", "You are ...")`. */
function isSpoken(unit: PythonTree, node: SyntaxNode): boolean {
  const pair = node.parent;
  const list = pair?.parent;
  if (pair?.name !== 'TupleExpression' || list?.name !== 'ArrayExpression') return false;
  if (node.prevSibling?.name !== '(' || node.nextSibling?.name !== ',') return false;
  const before = unit.text.slice(Math.max(0, list.from - 60), list.from);
  return /(?:from_messages|invoke|stream|[Mm]essages\s*[=:]?)\s*\(?\s*(?:messages\s*=\s*)?$/.test(before);
}
