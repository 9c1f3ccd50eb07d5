/** The API catalogue as the engine asks for it: from a dotted path, or a class and a member, to what is known of it. */
import type { ApiArgument, ApiData, ApiEntry, ApiLibrary, ApiSymbol, ApiType } from './api.ts';
import type { Concept, ConceptId } from './concept.ts';

/** What a dotted path or a member stands for: entries that describe it, the nearest first. */
export interface Found {
  /** Absolute and without middle modules: `transformers.BertModel`, `transformers.PreTrainedModel().generate`. */
  readonly name: string;
  readonly symbols: readonly ApiSymbol[];
  readonly isClass: boolean;
}

/** The look-ups over all libraries. Immutable, apart from memory of answers already given. */
export interface Catalogue {
  /** The library that an import path belongs to, through any of its roots. */
  libraryOf(path: string): ApiLibrary | undefined;
  /** What importing the path says of a file. */
  aboutOf(path: string): ApiLibrary['about'] | undefined;
  /** `transformers.models.bert.BertModel`, `transformers.AutoTokenizer.from_pretrained`, `torch.nn.functional.softmax`. */
  named(path: string): Found | undefined;
  /** A method or attribute of an instance of the class at `type`. */
  member(type: string, name: string): Found | undefined;
  /** The same from trigger notation: `transformers.PreTrainedModel().generate`. */
  memberNamed(name: string): Found | undefined;
  /** A class by its bare name, where the name has capitals inside and one library alone has it: `LoraConfig`. */
  unmistakable(name: string): Found | undefined;
  /** What indexing or looping over an object of the class gives. */
  itemsOf(type: string): ApiType | undefined;
  /** The keyword `name` of a callable, inherited ones too. */
  argument(callee: Found, name: string): ApiArgument | undefined;
  /** The positional parameters of a callable. */
  params(callee: Found): readonly string[];
  /** Members and arguments that count without a known receiver, by their bare name. */
  readonly distinctive: ReadonlyMap<string, ApiEntry>;
  /** Arguments that count as a key, an option or a field. */
  readonly distinctiveArguments: ReadonlyMap<string, ApiArgument>;
  /** Concepts of an entry, through the new name where it was renamed. */
  concepts(entry: Found | ApiEntry): readonly ConceptId[];
  /** The entry that has the meaning to show. */
  entry(found: Found): ApiEntry;
  /** The entry with what its new name says, where it was renamed and says nothing itself. */
  filled<T extends ApiEntry>(entry: T): T;
  /** Concepts that triggers tie to keys of config files: `adapter=lora` -> ids. */
  readonly configTriggers: ReadonlyMap<string, readonly ConceptId[]>;
}

/** Builds the look-ups. Triggers of the concepts add to the catalogue, after its own order. */
export function catalogueOf(data: ApiData, concepts: readonly Concept[] = []): Catalogue {
  return new Table(data.libraries, concepts);
}

const NOTHING: readonly never[] = [];

class Table implements Catalogue {
  readonly distinctive = new Map<string, ApiEntry>();
  readonly distinctiveArguments = new Map<string, ApiArgument>();
  readonly configTriggers = new Map<string, ConceptId[]>();
  private readonly roots = new Map<string, ApiLibrary>();
  private readonly symbols = new Map<string, ApiSymbol>();
  /** By last segment: paths with modules in the middle find their entry here. */
  private readonly byLast = new Map<string, ApiSymbol[]>();
  /** Class patterns, the longest first, by library. */
  private readonly patterns = new Map<string, Pattern[]>();
  private readonly triggered = new Map<string, ConceptId[]>();
  private readonly foundPaths = new Map<string, Found | null>();
  private readonly foundMembers = new Map<string, Found | null>();
  private readonly lineages = new Map<string, readonly string[]>();

  constructor(libraries: readonly ApiLibrary[], concepts: readonly Concept[]) {
    for (const library of libraries) {
      for (const root of [...library.roots, library.library]) this.roots.set(root, library);
      for (const symbol of library.symbols) this.add(library, symbol);
    }
    for (const list of this.patterns.values()) list.sort((a, b) => b.key.length - a.key.length);
    for (const concept of concepts) for (const trigger of concept.triggers) this.trigger(trigger, concept.id);
  }

  libraryOf(path: string): ApiLibrary | undefined {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      const library = this.roots.get(path.slice(0, end));
      if (library) return library;
    }
    return undefined;
  }

  aboutOf(path: string): ApiLibrary['about'] | undefined {
    const library = this.libraryOf(path);
    const isNlp = library?.nlpModules?.some((module) => path === module || path.startsWith(`${module}.`));
    return isNlp ? 'nlp' : library?.checked === '' ? undefined : library?.about;
  }

  named(path: string): Found | undefined {
    return remember(this.foundPaths, path, () => this.findPath(path));
  }

  member(type: string, name: string): Found | undefined {
    return remember(this.foundMembers, `${type}().${name}`, () => {
      for (const key of this.lineage(type)) {
        const symbol = this.symbols.get(`${key}().${name}`) ?? this.symbols.get(`${key}.${name}`);
        if (symbol) return { name: `${key}().${name}`, symbols: [symbol], isClass: false };
      }
      return undefined;
    });
  }

  memberNamed(name: string): Found | undefined {
    const instance = name.indexOf('().');
    return instance < 0 ? this.named(name) : this.member(name.slice(0, instance), name.slice(instance + 3));
  }

  unmistakable(name: string): Found | undefined {
    if (!/^[A-Z]\w*[a-z]\w*[A-Z]/.test(name)) return undefined;
    const symbols = this.byLast.get(name) ?? NOTHING;
    const libraries = new Set(symbols.map((symbol) => symbol.name.split('.')[0]));
    return libraries.size === 1 ? this.named(symbols[0]!.name) : undefined;
  }

  itemsOf(type: string): ApiType | undefined {
    for (const key of this.lineage(type)) {
      const items = this.symbols.get(key)?.items;
      if (items !== undefined) return items;
    }
    return undefined;
  }

  argument(callee: Found, name: string): ApiArgument | undefined {
    return this.findArgument(callee, name, 0);
  }

  params(callee: Found): readonly string[] {
    for (const symbol of callee.symbols) if (symbol.params) return symbol.params;
    if (!callee.isClass) return NOTHING;
    for (const key of this.lineage(callee.name)) {
      const params = this.symbols.get(key)?.params;
      if (params) return params;
    }
    return NOTHING;
  }

  concepts(entry: Found | ApiEntry): readonly ConceptId[] {
    if (!('symbols' in entry)) {
      const own = merge(entry.concepts, this.triggered.get(entry.name) ?? NOTHING);
      return own.length || !entry.renamed ? own : this.conceptsOfNewName(entry);
    }
    let all: readonly ConceptId[] = NOTHING;
    for (const symbol of entry.symbols) all = merge(all, this.concepts(symbol));
    all = merge(all, this.triggered.get(entry.name) ?? NOTHING);
    if (all.length || !entry.isClass) return all;
    for (const key of this.lineage(entry.name)) {
      const symbol = this.symbols.get(key);
      const inherited = symbol ? this.concepts(symbol) : NOTHING;
      if (inherited.length) return inherited;
    }
    return NOTHING;
  }

  entry(found: Found): ApiEntry {
    const own = found.symbols.find((symbol) => symbol.meaning ?? symbol.renamed);
    if (own) return this.filled(own);
    for (const key of found.isClass ? this.lineage(found.name) : NOTHING) {
      const symbol = this.symbols.get(key);
      if (symbol?.meaning) return { ...symbol, name: found.name };
    }
    return found.symbols[0] ?? { name: found.name, concepts: NOTHING };
  }

  filled<T extends ApiEntry>(entry: T): T {
    const target = entry.renamed && !entry.meaning ? this.renamedTo(entry) : undefined;
    if (!target) return entry;
    const { renamed, ...old } = entry;
    const concepts = this.concepts(entry);
    return { ...target, ...old, ...(renamed ? { renamed } : {}), concepts, ...meaningOf(target) } as T;
  }

  private add(library: ApiLibrary, symbol: ApiSymbol): void {
    this.symbols.set(symbol.name, symbol);
    const bare = symbol.name.slice(symbol.name.lastIndexOf('.') + 1);
    const classKey = classOf(symbol.name);
    if (classKey.includes('*')) {
      if (classKey === symbol.name) push(this.patterns, library.library, patternOf(classKey));
    } else if (!symbol.name.includes('()')) {
      push(this.byLast, bare, symbol);
    }
    if (symbol.distinctive && !this.distinctive.has(bare)) this.distinctive.set(bare, symbol);
    for (const [name, argument] of Object.entries(symbol.args ?? {})) {
      if (!argument.distinctive || this.distinctiveArguments.has(name)) continue;
      this.distinctiveArguments.set(name, argument);
    }
  }

  private trigger(trigger: string, concept: ConceptId): void {
    if (trigger.startsWith('config:')) {
      push(this.configTriggers, trigger.slice('config:'.length), concept);
      return;
    }
    const keyword = /^(.*)\((\w+)=\)$/.exec(trigger);
    const symbolName = keyword?.[1] ?? trigger;
    if (!this.symbols.has(symbolName)) this.addTriggered(symbolName, keyword ? undefined : concept);
    push(this.triggered, trigger, concept);
    if (keyword?.[2]) this.addArgument(symbolName, keyword[2]);
  }

  /** A name that only a trigger has: it goes on having what it inherits, after the concept of the trigger. */
  private addTriggered(name: string, concept: ConceptId | undefined): void {
    if (!this.libraryOf(name)) this.addUnwritten(name);
    const inherited = this.memberNamed(name);
    this.foundPaths.clear();
    this.foundMembers.clear();
    this.lineages.clear();
    const own = concept === undefined ? NOTHING : [concept];
    const concepts = inherited ? merge(own, this.concepts(inherited)) : NOTHING;
    const symbol: ApiSymbol = { ...inherited?.symbols[0], name, concepts };
    this.symbols.set(name, symbol);
    if (!name.includes('()')) push(this.byLast, name.slice(name.lastIndexOf('.') + 1), symbol);
  }

  /** A trigger may name a library that has no catalogue file yet. */
  private addUnwritten(name: string): void {
    const root = name.split('.')[0]!;
    this.roots.set(root, { library: root, checked: '', roots: [root], about: 'general', symbols: [] });
  }

  private addArgument(symbolName: string, name: string): void {
    const symbol = this.symbols.get(symbolName)!;
    if (symbol.args?.[name]) return;
    const argument: ApiArgument = { name: `${symbolName}(${name}=)`, concepts: NOTHING };
    this.symbols.set(symbolName, { ...symbol, args: { ...symbol.args, [name]: argument } });
  }

  private findPath(path: string): Found | undefined {
    const library = this.libraryOf(path);
    if (!library) return undefined;
    const root = rootIn(library, path);
    const segments = path
      .slice(root.length + 1)
      .split('.')
      .filter(Boolean);
    const last = segments.at(-1);
    if (!last) return undefined;
    const exact = this.bySubsequence(library.library, segments);
    const className = `${library.library}.${last}`;
    const patterns = (this.patterns.get(library.library) ?? NOTHING)
      .filter((pattern) => pattern.matches(className) && pattern.key !== exact?.name)
      .map(({ key }) => this.symbols.get(key)!);
    if (exact || patterns.length) {
      const name = exact?.name ?? className;
      return { name, symbols: exact ? [exact, ...patterns] : patterns, isClass: isClass(name, exact) };
    }
    return segments.length > 1 ? this.classMember(path, last) : undefined;
  }

  /** `Class.member` where the member is written for a base class: `BertModel.from_pretrained`. */
  private classMember(path: string, name: string): Found | undefined {
    const owner = this.named(path.slice(0, -name.length - 1));
    if (!owner?.isClass) return undefined;
    for (const key of this.lineage(owner.name)) {
      const symbol = this.symbols.get(`${key}.${name}`) ?? this.symbols.get(`${key}().${name}`);
      if (symbol) return { name: symbol.name, symbols: [symbol], isClass: false };
    }
    return undefined;
  }

  /** The entry whose path is this one without some of its modules; the longest wins. */
  private bySubsequence(library: string, segments: readonly string[]): ApiSymbol | undefined {
    const exact = this.symbols.get(`${library}.${segments.join('.')}`);
    if (exact) return exact;
    let best: ApiSymbol | undefined;
    for (const symbol of this.byLast.get(segments.at(-1)!) ?? NOTHING) {
      if (!symbol.name.startsWith(`${library}.`)) continue;
      const wanted = symbol.name.slice(library.length + 1).split('.');
      if (isSubsequence(wanted, segments) && (!best || symbol.name.length > best.name.length)) best = symbol;
    }
    return best;
  }

  /** The class itself, patterns of its name, and all that they extend; nearest first. */
  private lineage(type: string): readonly string[] {
    const known = this.lineages.get(type);
    if (known) return known;
    const order = new Set<string>();
    const queue = [type];
    for (let key = queue.shift(); key !== undefined && order.size < 50; key = queue.shift()) {
      if (order.has(key)) continue;
      order.add(key);
      if (!key.includes('*')) {
        const found = this.named(key);
        for (const symbol of found?.symbols ?? NOTHING) if (symbol.name !== key) queue.push(symbol.name);
      }
      queue.push(...(this.symbols.get(key)?.extends ?? NOTHING));
    }
    const list = [...order];
    this.lineages.set(type, list);
    return list;
  }

  private findArgument(callee: Found, name: string, depth: number): ApiArgument | undefined {
    const keys = callee.isClass ? this.lineage(callee.name) : callee.symbols.map((symbol) => symbol.name);
    for (const key of keys) {
      const argument = this.symbols.get(key)?.args?.[name];
      if (argument && Object.hasOwn(this.symbols.get(key)!.args!, name)) return argument;
    }
    if (depth > 4) return undefined;
    for (const key of keys) {
      for (const other of this.symbols.get(key)?.argsOf ?? NOTHING) {
        const symbol = this.symbols.get(other);
        if (!symbol) continue;
        const found = { name: other, symbols: [symbol], isClass: isClass(other, symbol) };
        const argument = this.findArgument(found, name, depth + 1);
        if (argument) return argument;
      }
    }
    return undefined;
  }

  private conceptsOfNewName(entry: ApiEntry): readonly ConceptId[] {
    const target = this.renamedTo(entry);
    return target ? this.concepts(target) : NOTHING;
  }

  private renamedTo(entry: ApiEntry): ApiEntry | undefined {
    const to = entry.renamed?.to ?? '';
    const keyword = /^(.*)\((\w+)=\)$/.exec(entry.name);
    if (keyword) {
      const symbol = this.symbols.get(keyword[1]!);
      const callee = symbol && {
        name: symbol.name,
        symbols: [symbol],
        isClass: isClass(symbol.name, symbol),
      };
      return callee && to !== keyword[2] ? this.argument(callee, to) : undefined;
    }
    const sibling = `${entry.name.slice(0, entry.name.lastIndexOf('.') + 1)}${to}`;
    const target = this.symbols.get(to) ?? this.symbols.get(sibling);
    return target && target.name !== entry.name ? target : undefined;
  }
}

function meaningOf({ meaning }: ApiEntry): Pick<ApiEntry, 'meaning'> {
  return meaning ? { meaning } : {};
}

interface Pattern {
  readonly key: string;
  matches(name: string): boolean;
}

/** `transformers.*ForCausalLM` as a test on absolute class names. */
function patternOf(key: string): Pattern {
  const [start = '', ...rest] = key.split('*');
  return {
    key,
    matches(name) {
      if (!name.startsWith(start)) return false;
      let at = start.length;
      for (const [index, part] of rest.entries()) {
        if (index === rest.length - 1) return name.length - part.length >= at && name.endsWith(part);
        const found = name.indexOf(part, at);
        if (found < 0) return false;
        at = found + part.length;
      }
      return at === name.length;
    },
  };
}

/** The part of a name up to its first instance or member: `a.B().c` -> `a.B`. */
function classOf(name: string): string {
  const instance = name.indexOf('()');
  if (instance >= 0) return name.slice(0, instance);
  const dot = name.lastIndexOf('.');
  const owner = name.slice(0, dot);
  return owner.includes('*') ? owner : name;
}

function isClass(name: string, symbol: ApiSymbol | undefined): boolean {
  if (name.includes('()')) return false;
  const segments = name.split('.');
  const last = segments.at(-1) ?? '';
  if (symbol?.extends) return true;
  if (symbol?.returns !== undefined) return false;
  const owner = segments.at(-2) ?? '';
  return (
    /^_*\*?[A-Z]/.test(last) && !/^[A-Z][A-Z0-9]*_[A-Z0-9_]*$/.test(last) && !/^[A-Z]\w*[a-z]/.test(owner)
  );
}

/** Only modules may be left out: a capitalised segment is a class and must be there. */
function isSubsequence(wanted: readonly string[], path: readonly string[]): boolean {
  let at = 0;
  for (const segment of path) {
    if (segment === wanted[at]) at++;
    else if (/^[A-Z]/.test(segment)) return false;
  }
  return at === wanted.length;
}

function rootIn(library: ApiLibrary, path: string): string {
  let longest = library.library;
  for (const root of library.roots) {
    const here = path === root || path.startsWith(`${root}.`);
    if (here && (root.length > longest.length || !path.startsWith(longest))) longest = root;
  }
  return longest;
}

function merge(first: readonly ConceptId[], second: readonly ConceptId[]): readonly ConceptId[] {
  if (!second.length) return first;
  if (!first.length) return second;
  return [...first, ...second.filter((id) => !first.includes(id))];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function remember<T>(memory: Map<string, T | null>, key: string, find: () => T | undefined): T | undefined {
  const known = memory.get(key);
  if (known !== undefined) return known ?? undefined;
  memory.set(key, null); // a look-up that comes back to itself finds nothing
  const found = find() ?? null;
  memory.set(key, found);
  return found ?? undefined;
}
