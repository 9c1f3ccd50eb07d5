/** Names of code in prose: `LoraConfig` in a comment, `seq_len` in the shape of a tensor, an argument in a docstring. */
import { mentionOf, type Engine } from './engine.ts';
import type { Mention, Range } from './mention.ts';
import { overlaid } from './overlay.ts';
import type { Block } from './prose.ts';
import { idsIn } from './prose-ids.ts';
import { placed, type Meaning } from './python/meaning.ts';

/** How names are read in a text. */
export interface NameReading {
  /** What a name means in code, wherever it stands there. */
  readonly inCode: (name: string) => Meaning | undefined;
  /** Whether what stands at a place is read at all: links are not. */
  readonly isName?: (range: Range) => boolean;
  /** Whether what is called is somebody's function, and means only that: so it is in code that was switched off. */
  readonly skipsCalls?: boolean;
}

/**
 * The mentions of terms and of names in a block of prose of a text that is about language: names that nothing but a
 * library uses, and names of several words that mean in code what `inCode` says. A term inside of a name is part of it;
 * but where a name is a term as it stands, or part of one, the term says more.
 */
export function withCodeNames(
  engine: Engine,
  text: string,
  block: Block,
  terms: readonly Mention[],
  { inCode, isName = () => true, skipsCalls = false }: NameReading,
): readonly Mention[] {
  const isOther = (range: Range): boolean =>
    (skipsCalls && text[range.end] === '(') || isWithinOne(range, terms);
  const named = codeNames(engine, text, block, (name, range) => (isOther(range) ? undefined : inCode(name)));
  const ids = idsIn(engine, text, block);
  if (!named.length && !ids.length) return terms;
  const free = ids.filter(({ range }) => !isWithinOne(range, terms));
  return overlaid(
    [...free, ...named.filter(({ range }) => !isWithinOne(range, free))].filter(({ range }) => isName(range)),
    terms,
  );
}

function isWithinOne({ start, end }: Range, others: readonly Mention[]): boolean {
  return others.some(({ range }) => range.start <= start && end <= range.end);
}

function codeNames(
  engine: Engine,
  text: string,
  { start, end }: Block,
  inCode: (name: string, range: Range) => Meaning | undefined,
): Mention[] {
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
    const name = text.slice(from, at);
    const meaning =
      libraryMeaning(engine, name) ??
      (SEVERAL_WORDS.test(name) ? inCode(name, { start: from, end: at }) : undefined);
    if (meaning) found.push(placed(meaning, name, from, at));
  }
  return found;
}

/** Words of one name, apart by an underscore or a capital. */
const SEVERAL_WORDS = /[A-Za-z0-9]_[A-Za-z0-9]|[a-z][A-Z]/;

/** Of classes with capitals inside, of distinctive members and arguments. */
function libraryMeaning(engine: Engine, name: string): Meaning | undefined {
  const { catalogue } = engine;
  const found = catalogue.unmistakable(name);
  const entry = found
    ? catalogue.entry(found)
    : (catalogue.distinctive.get(name) ?? catalogue.distinctiveArguments.get(name));
  if (!entry) return undefined;
  const api = catalogue.filled(entry);
  const mention = mentionOf(engine, catalogue.concepts(found ?? entry), { by: 'symbol', api });
  return mention && { mention };
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
