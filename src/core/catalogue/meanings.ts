/** What an entry says: its concepts and text, or those of what it inherits from or was renamed to. */
import type { ApiEntry } from '../api.ts';
import type { ConceptId } from '../concept.ts';
import type { Arguments } from './arguments.ts';
import { isClass } from './classNames.ts';
import type { Entries } from './entries.ts';
import type { Found, Names } from './names.ts';

const NOTHING: readonly never[] = [];

/** Reads entries. */
export class Meanings {
  constructor(
    private readonly entries: Entries,
    private readonly names: Names,
    private readonly args: Arguments,
  ) {}

  /** Concepts of an entry, through the new name where it was renamed. */
  concepts(entry: Found | ApiEntry): readonly ConceptId[] {
    const { symbols, triggered } = this.entries;
    if (!('symbols' in entry)) {
      const own = joined(entry.concepts, triggered.get(entry.name) ?? NOTHING);
      return own.length || !entry.renamed ? own : this.#conceptsOfNewName(entry);
    }
    let all: readonly ConceptId[] = NOTHING;
    for (const symbol of entry.symbols) all = joined(all, this.concepts(symbol));
    all = joined(all, triggered.get(entry.name) ?? NOTHING);
    if (all.length || !entry.isClass) return all;
    for (const key of this.names.lineage(entry.name)) {
      const symbol = symbols.get(key);
      const inherited = symbol ? this.concepts(symbol) : NOTHING;
      if (inherited.length) return inherited;
    }
    return NOTHING;
  }

  /** The entry that has the meaning to show. */
  entry(found: Found): ApiEntry {
    const own = found.symbols.find((symbol) => symbol.meaning ?? symbol.renamed);
    if (own) return isFamily(own) ? this.#withRole(found, own) : this.filled(own);
    for (const key of found.isClass ? this.names.lineage(found.name) : NOTHING) {
      const symbol = this.entries.symbols.get(key);
      if (symbol?.meaning) return { ...symbol, name: found.name };
    }
    return found.symbols[0] ?? { name: found.name, concepts: NOTHING };
  }

  /** The entry with what its new name says, where it was renamed and says nothing itself. */
  filled<T extends ApiEntry>(entry: T): T {
    const target = entry.renamed && !entry.meaning ? this.#renamedTo(entry) : undefined;
    if (!target) return entry;
    const { renamed, ...old } = entry;
    const concepts = this.concepts(entry);
    return { ...target, ...old, ...(renamed ? { renamed } : {}), concepts, ...meaningOf(target) } as T;
  }

  /** `BertTokenizer`: what a tokenizer does, then what is said of all that is called `Bert*`. */
  #withRole({ name, symbols }: Found, family: ApiEntry): ApiEntry {
    const roles = symbols.filter((symbol) => !isFamily(symbol)).map((symbol) => symbol.name);
    for (const key of roles.flatMap((role) => [role, ...this.names.lineage(role)])) {
      const role = this.entries.symbols.get(key)?.meaning;
      if (!role || isFamily({ name: key })) continue;
      const { en, es } = family.meaning ?? role;
      return { ...family, name, meaning: { en: `${role.en} ${en}`, es: `${role.es} ${es}` } };
    }
    return this.filled(family);
  }

  #conceptsOfNewName(entry: ApiEntry): readonly ConceptId[] {
    const target = this.#renamedTo(entry);
    return target ? this.concepts(target) : NOTHING;
  }

  #renamedTo(entry: ApiEntry): ApiEntry | undefined {
    const { symbols } = this.entries;
    const to = entry.renamed?.to ?? '';
    const keyword = /^(.*)\((\w+)=\)$/.exec(entry.name);
    if (keyword) {
      const symbol = symbols.get(keyword[1]!);
      const callee = symbol && {
        name: symbol.name,
        symbols: [symbol],
        isClass: isClass(symbol.name, symbol),
      };
      return callee && to !== keyword[2] ? this.args.named(callee, to) : undefined;
    }
    const sibling = `${entry.name.slice(0, entry.name.lastIndexOf('.') + 1)}${to}`;
    const target = symbols.get(to) ?? symbols.get(sibling);
    return target && target.name !== entry.name ? target : undefined;
  }
}

/** Both lists in order, each concept once. */
export function joined(first: readonly ConceptId[], second: readonly ConceptId[]): readonly ConceptId[] {
  if (!second.length) return first;
  if (!first.length) return second;
  return [...first, ...second.filter((id) => !first.includes(id))];
}

/** A pattern for all classes of a family of models, `Bert*`, and not for those that do the same, `*Tokenizer`. */
function isFamily({ name }: Pick<ApiEntry, 'name'>): boolean {
  return name.endsWith('*');
}

function meaningOf({ meaning }: ApiEntry): Pick<ApiEntry, 'meaning'> {
  return meaning ? { meaning } : {};
}
