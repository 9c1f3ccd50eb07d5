/** Lists of plain values: `[a, b]`, on one line or over several, or `- a` on the lines below. */
import type { Range } from '../mention.ts';
import type { Entry } from './entry.ts';

/** One value of a list, as written. */
export interface Item {
  readonly text: string;
  readonly range: Range;
}

/** The values of the list that a key holds, between whatever else stands in it on lines of its own. */
export function itemsOf(entry: Entry, text: string): readonly Item[] {
  // asked for what a file names, for its values and for their list
  let items = ITEMS.get(entry);
  if (!items) ITEMS.set(entry, (items = readItems(entry, text)));
  return items;
}

const ITEMS = new WeakMap<Entry, readonly Item[]>();

function readItems({ text: written, value }: Entry, text: string): readonly Item[] {
  if (text[value.start] === '[') return itemsBetween(text, value.start + 1);
  if (written !== '') return [];
  NEXT_LINE.lastIndex = value.end;
  const below = NEXT_LINE.exec(text);
  if (!below) return [];
  return below[1] ? itemsBetween(text, NEXT_LINE.lastIndex) : itemsBelow(text, NEXT_LINE.lastIndex);
}

/** What follows the key's line: the bracket of a list, or lines with hyphens. */
const NEXT_LINE = /[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(\[)|(?=[ \t]*- ))/y;

function itemsBetween(text: string, start: number): Item[] {
  const found: Item[] = [];
  IN_BRACKETS.lastIndex = start;
  for (let match = IN_BRACKETS.exec(text); match; match = IN_BRACKETS.exec(text)) {
    const [whole, item = '', end] = match;
    const from = match.index + whole.indexOf(item);
    if (item) found.push({ text: item, range: { start: from, end: from + item.length } });
    if (end === ']') return found;
    if (found.length > MOST) break;
  }
  return [];
}

const IN_BRACKETS =
  /\s*(?:#[^\n]*\n\s*)*("[^"\n]*"|'[^'\n]*'|[^\s,[\]{}"'#][^\n,[\]{}"']*?)?\s*(?:#[^\n]*\n\s*)*([,\]])/y;
const MOST = 1_000;

function itemsBelow(text: string, start: number): Item[] {
  const found: Item[] = [];
  const margin = /^[ \t]*/.exec(text.slice(start, start + WIDEST))![0].length;
  ON_LINE.lastIndex = start;
  for (let match = ON_LINE.exec(text); match; match = ON_LINE.exec(text)) {
    const [whole, indent = '', hyphen = '', item = ''] = match;
    const isItem = indent.length === margin && hyphen !== '';
    if (!isItem && item && indent.length <= margin) break;
    const from = match.index + indent.length + hyphen.length;
    if (isItem && item && !/:(?:\s|$)/.test(item) && !/^[[{&*]/.test(item))
      found.push({ text: item, range: { start: from, end: from + item.length } });
    if (match.index + whole.length >= text.length || found.length > MOST) break;
  }
  return found;
}

const WIDEST = 100;

const ON_LINE = /([ \t]*)((?:-[ \t]+)?)((?:[^\s#][^\n]*?)?)[ \t]*(?:(?:^|(?<=\s))#[^\n]*)?\r?(?:\n|$)/my;
