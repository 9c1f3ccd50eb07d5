/** Names of libraries in prose: `LoraConfig` in a comment, `per_device_train_batch_size` in a Markdown text. */
import { mentionOf, type Engine } from './engine.ts';
import type { Mention } from './mention.ts';
import type { Block } from './prose.ts';

/** The mentions of names that nothing but a library uses, in a block of prose of a text that is about language. */
export function apiNamesIn(engine: Engine, text: string, { start, end }: Block): Mention[] {
  const found: Mention[] = [];
  for (let at = start; at < end; at++) {
    if (partOf(text, at) === 0) continue;
    const from = at;
    let marks = 0;
    for (at++; at < end; at++) {
      const part = partOf(text, at);
      if (part === 0) break;
      marks |= part;
    }
    if (marks < MARK || !standsAlone(text, from, at, end)) continue;
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
  if (after === '-') return partOf(text, to + 1) === 0;
  return after !== '.' || !/^\.\w*\//.test(text.slice(to, to + 80));
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** What a character is to a name: {@link MARK} for capitals and underscores, 1 for small letters and digits, else 0. */
function partOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? PARTS[code]! : 0;
}

const MARK = 2;

const PARTS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Z_]/.test(character) ? MARK : /[a-z0-9]/.test(character) ? 1 : 0;
});
