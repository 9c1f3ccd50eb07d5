/** From a dotted name to its entries: re-exporting modules, patterns, members of base classes. */
import type { ApiLibrary, ApiSymbol, ApiType } from '../api.ts';
import { remembering } from '../memory.ts';
import { isClass } from './classNames.ts';
import type { Entries } from './entries.ts';

/** What a dotted path or a member stands for: entries that describe it, the nearest first. */
export interface Found {
  /** Absolute and without middle modules: `transformers.BertModel`, `transformers.PreTrainedModel().generate`. */
  readonly name: string;
  readonly symbols: readonly ApiSymbol[];
  readonly isClass: boolean;
}

const NOTHING: readonly never[] = [];

/** Looks names up and remembers the answers. */
export class Names {
  #memory = this.#newMemory();

  constructor(private readonly entries: Entries) {}

  /** `transformers.models.bert.BertModel`, `transformers.AutoTokenizer.from_pretrained`, `torch.nn.functional.softmax`. */
  named(path: string): Found | undefined {
    return this.#memory.paths(path);
  }

  /** A method or attribute of an instance of the class at `type`. */
  member(type: string, name: string): Found | undefined {
    return this.#memory.members(type)?.(name);
  }

  /** The same from trigger notation: `transformers.PreTrainedModel().generate`. */
  memberNamed(name: string): Found | undefined {
    const instance = name.indexOf('().');
    return instance < 0 ? this.named(name) : this.member(name.slice(0, instance), name.slice(instance + 3));
  }

  /** A class by its bare name, where the name has capitals inside and one library alone has it: `LoraConfig`. */
  unmistakable(name: string): Found | undefined {
    return this.entries.byLast.has(name) ? this.#memory.unmistakable(name) : undefined;
  }

  /** What indexing or looping over an object of the class gives. */
  itemsOf(type: string): ApiType | undefined {
    for (const key of this.lineage(type)) {
      const items = this.entries.symbols.get(key)?.items;
      if (items !== undefined) return items;
    }
    return undefined;
  }

  /** The class itself, patterns of its name, and all that they extend; nearest first. */
  lineage(type: string): readonly string[] {
    return this.#memory.lineages(type) ?? NOTHING;
  }

  /** To be called when an entry was added. */
  forget(): void {
    this.#memory = this.#newMemory();
  }

  #newMemory() {
    return {
      paths: remembering((path) => this.#findPath(path)),
      members: remembering((type) => remembering((name) => this.#findMember(type, name))),
      unmistakable: remembering((name) => this.#findUnmistakable(name)),
      lineages: remembering((type) => this.#findLineage(type)),
    };
  }

  #findMember(type: string, name: string): Found | undefined {
    const { symbols } = this.entries;
    for (const key of this.lineage(type)) {
      const symbol = symbols.get(`${key}().${name}`) ?? symbols.get(`${key}.${name}`);
      if (symbol) return { name: `${key}().${name}`, symbols: [symbol], isClass: false };
    }
    return undefined;
  }

  #findUnmistakable(name: string): Found | undefined {
    if (!/^[A-Z]\w*[a-z]\w*[A-Z]/.test(name)) return undefined;
    const symbols = this.entries.byLast.get(name) ?? NOTHING;
    // sisters count as one: langchain_openai and langchain_community
    const libraries = new Set(symbols.map((symbol) => symbol.name.split(/[._]/)[0]));
    return libraries.size === 1 ? this.named(symbols[0]!.name) : undefined;
  }

  #findLineage(type: string): readonly string[] {
    const order = new Set<string>();
    const queue = [type];
    for (let key = queue.shift(); key !== undefined && order.size < 50; key = queue.shift()) {
      if (order.has(key)) continue;
      order.add(key);
      if (!key.includes('*')) {
        const found = this.named(key);
        for (const symbol of found?.symbols ?? NOTHING) if (symbol.name !== key) queue.push(symbol.name);
      }
      queue.push(...(this.entries.symbols.get(key)?.extends ?? NOTHING));
    }
    return [...order];
  }

  #findPath(path: string): Found | undefined {
    const library = this.entries.libraryOf(path);
    if (!library) return undefined;
    const root = rootIn(library, path);
    const segments = path
      .slice(root.length + 1)
      .split('.')
      .filter(Boolean);
    const last = segments.at(-1);
    if (!last) return undefined;
    const exact = this.#bySubsequence(library.library, segments);
    const className = `${library.library}.${last}`;
    const patterns = (this.entries.patterns.get(library.library) ?? NOTHING)
      .filter((pattern) => pattern.matches(className) && pattern.key !== exact?.name)
      .map(({ key }) => this.entries.symbols.get(key)!);
    if (exact || patterns.length) {
      const name = exact?.name ?? className;
      return { name, symbols: exact ? [exact, ...patterns] : patterns, isClass: isClass(name, exact) };
    }
    return (segments.length > 1 ? this.#classMember(path, last) : undefined) ?? this.#moved(library, last);
  }

  /** A class that went to a sister library: `langchain.embeddings.OpenAIEmbeddings` is in langchain_openai today. */
  #moved({ library }: ApiLibrary, name: string): Found | undefined {
    if (!/^[A-Z]\w*[a-z]\w*[A-Z]/.test(name)) return undefined;
    const family = library.split('_')[0]!;
    const sister = (this.entries.byLast.get(name) ?? NOTHING).find(({ name: full }) => {
      const other = full.slice(0, full.indexOf('.'));
      return other === family || other.startsWith(`${family}_`);
    });
    return sister && { name: sister.name, symbols: [sister], isClass: isClass(sister.name, sister) };
  }

  /** `Class.member` where the member is written for a base class: `BertModel.from_pretrained`. */
  #classMember(path: string, name: string): Found | undefined {
    const owner = this.named(path.slice(0, -name.length - 1));
    if (!owner?.isClass) return undefined;
    const { symbols } = this.entries;
    for (const key of this.lineage(owner.name)) {
      const symbol = symbols.get(`${key}.${name}`) ?? symbols.get(`${key}().${name}`);
      if (symbol) return { name: symbol.name, symbols: [symbol], isClass: false };
    }
    return undefined;
  }

  /** The entry whose path is this one without some of its modules; the longest wins. */
  #bySubsequence(library: string, segments: readonly string[]): ApiSymbol | undefined {
    const exact = this.entries.symbols.get(`${library}.${segments.join('.')}`);
    if (exact) return exact;
    let best: ApiSymbol | undefined;
    for (const symbol of this.entries.byLast.get(segments.at(-1)!) ?? NOTHING) {
      if (!symbol.name.startsWith(`${library}.`)) continue;
      const wanted = symbol.name.slice(library.length + 1).split('.');
      if (isSubsequence(wanted, segments) && (!best || symbol.name.length > best.name.length)) best = symbol;
    }
    return best;
  }
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
