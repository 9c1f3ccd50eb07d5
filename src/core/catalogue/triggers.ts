/** Names that concepts bring themselves, in their `triggers`, besides those of the catalogue's files. */
import type { ApiArgument, ApiSymbol } from '../api.ts';
import type { Concept, ConceptId } from '../concept.ts';
import { push, type Entries } from './entries.ts';
import { joined, type Meanings } from './meanings.ts';
import type { Names } from './names.ts';

const NOTHING: readonly never[] = [];

/** Adds the triggers of all concepts, after the catalogue's own order. */
export function addTriggers(
  entries: Entries,
  names: Names,
  meanings: Meanings,
  concepts: readonly Concept[],
): void {
  for (const { id, triggers } of concepts) {
    for (const trigger of triggers) {
      if (trigger.startsWith('config:')) {
        push(entries.configTriggers, trigger.slice('config:'.length), id);
        continue;
      }
      const keyword = /^(.*)\((\w+)=\)$/.exec(trigger);
      const name = keyword?.[1] ?? trigger;
      if (!entries.symbols.has(name)) addName(entries, names, meanings, name, keyword ? undefined : id);
      push(entries.triggered, trigger, id);
      if (keyword?.[2]) addArgument(entries, name, keyword[2]);
    }
  }
}

/** A name that only a trigger has: it goes on having what it inherits, after the concept of the trigger. */
function addName(
  entries: Entries,
  names: Names,
  meanings: Meanings,
  name: string,
  concept: ConceptId | undefined,
): void {
  if (!entries.libraryOf(name)) addUnwritten(entries, name);
  const inherited = names.memberNamed(name);
  names.forget();
  const own = concept === undefined ? NOTHING : [concept];
  const concepts = inherited ? joined(own, meanings.concepts(inherited)) : NOTHING;
  const meaning = inherited && meanings.entry(inherited).meaning;
  const symbol: ApiSymbol = { ...inherited?.symbols[0], name, concepts, ...(meaning ? { meaning } : {}) };
  entries.symbols.set(name, symbol);
  if (!name.includes('()')) push(entries.byLast, name.slice(name.lastIndexOf('.') + 1), symbol);
}

/** A trigger may name a library that has no catalogue file yet. */
function addUnwritten(entries: Entries, name: string): void {
  const root = name.split('.')[0]!;
  entries.roots.set(root, { library: root, checked: '', roots: [root], about: 'general', symbols: [] });
}

function addArgument(entries: Entries, symbolName: string, name: string): void {
  const symbol = entries.symbols.get(symbolName)!;
  if (symbol.args?.[name]) return;
  const argument: ApiArgument = { name: `${symbolName}(${name}=)`, concepts: NOTHING };
  entries.symbols.set(symbolName, { ...symbol, args: { ...symbol.args, [name]: argument } });
}
