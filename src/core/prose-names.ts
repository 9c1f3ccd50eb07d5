/** Names of libraries in prose: `LoraConfig` in a comment, `per_device_train_batch_size` in a Markdown text. */
import { mentionOf, type Engine } from './engine.ts';
import type { Mention } from './mention.ts';
import type { Block } from './prose.ts';

/** The mentions of names that nothing but a library uses, in a block of prose of a text that is about language. */
export function apiNamesIn(engine: Engine, text: string, { start, end }: Block): Mention[] {
  const found: Mention[] = [];
  for (let at = start; at < end;) {
    if (!isNameCode(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    let isMixed = false;
    for (at++; at < end && isNameCode(text.charCodeAt(at)); at++) isMixed ||= isMark(text.charCodeAt(at));
    if (!isMixed || !standsAlone(text, from, at, end)) continue;
    const mention = nameMention(engine, text.slice(from, at), from);
    if (mention) found.push(mention);
  }
  return found;
}

/** Of classes with capitals inside, of distinctive members and arguments. */
function nameMention(engine: Engine, name: string, start: number): Mention | undefined {
  const { catalogue } = engine;
  const found = catalogue.unmistakable(name);
  const entry = found
    ? catalogue.entry(found)
    : (catalogue.distinctive.get(name) ?? catalogue.distinctiveArguments.get(name));
  if (!entry) return undefined;
  return mentionOf(engine, catalogue.concepts(found ?? entry), {
    range: { start, end: start + name.length },
    text: name,
    by: 'symbol',
    api: catalogue.filled(entry),
  });
}

/** Not a part of a path, an address, a longer name with dots or hyphens; nor a number. */
function standsAlone(text: string, from: number, to: number, end: number): boolean {
  if (isDigit(text.charCodeAt(from)) || './@-'.includes(text[from - 1] ?? ' ')) return false;
  if (to >= end) return true;
  const after = text[to]!;
  if (after === '/' || after === '@') return false;
  if (after === '-') return !isNameCode(text.charCodeAt(to + 1));
  return after !== '.' || !/^\.\w*\//.test(text.slice(to, to + 80));
}

function isNameCode(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || isDigit(c);
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** A capital or an underscore. */
function isMark(c: number): boolean {
  return (c >= 65 && c <= 90) || c === 95;
}
