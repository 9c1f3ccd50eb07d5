/** Names that people use for the same thing in file after file: `tokenizer`, `W_query`, `num_key_value_heads`. */
import type { ByLang, ConceptId } from './concept.ts';
import { remembering } from './memory.ts';
import { gateOf } from './nameGate.ts';
import { wordsOfName } from './nameWords.ts';

/** What `knowledge/names.yaml` holds once compiled. */
export interface ConventionData {
  readonly names: readonly Convention[];
}

/** One conventional name. It never outweighs what the file itself shows. */
export interface Convention {
  /**
   * The identifier, without leading underscores; `*` stands for any run of characters, and `optimizer.step` is a member
   * of something with that word in its name.
   */
  readonly name: string;
  readonly concepts: readonly ConceptId[];
  readonly meaning?: ByLang<string>;
  /** The class to assume for a variable, parameter or attribute of that name. */
  readonly type?: string;
  /** An everyday word: a variable of that name does not count where it is given the result of some other call. */
  readonly everyday?: boolean;
  /** Words, one of which the class or function around it, or the object it belongs to, must have in its name. */
  readonly within?: readonly string[];
  /** A word that says something only within a longer name: `masks` of `query_masks`. */
  readonly part?: boolean;
  /**
   * Words of that longer name with which it says something else: `image` of `image_masks`, `~tasks` right after it. An
   * entry without concepts only says so, of a word that is a name by itself too.
   */
  readonly without?: readonly string[];
  /**
   * What a thing of its concept is used for where a library does not say it, told by the words beside it: the top k of
   * a router's scores are experts.
   */
  readonly beside?: readonly Use[];
  /** Import roots one of which the file must import; without it, any library about NLP or machine learning. */
  readonly with?: readonly string[];
}

/** One use of names with several. */
export interface Use {
  /** Words of the names beside it, in small letters. */
  readonly words: readonly string[];
  readonly concepts: readonly ConceptId[];
  readonly meaning?: ByLang<string>;
}

/** Entries of one name, by the words that must be in the name of what is around it. */
export type EntriesWithin = ReadonlyMap<string, readonly Convention[]>;

/** The look-up over all conventional names. */
export interface Conventions {
  /** The entry for an identifier in a file that imports these libraries. */
  find(name: string, imports: Pick<ReadonlySet<string>, 'has'>): Convention | undefined;
  /** The entries for an identifier by the words that must be in the name of what is around it. */
  within(name: string): EntriesWithin | undefined;
  /** The entry for one word of a longer name. */
  part(
    word: string,
    words: readonly string[],
    imports: Pick<ReadonlySet<string>, 'has'>,
  ): Convention | undefined;
  /** Whether the word of a longer name at a place says something else beside the others: `seed` of `seed_tasks`. */
  isOther(words: readonly string[], at: number): boolean;
  /** The import roots that decide it for some name. */
  readonly roots: ReadonlySet<string>;
  /** The uses of names of a concept, where it has several; the first that fits counts. */
  usesOf(concept: ConceptId): readonly Use[] | undefined;
  /** Whether a name stands after a dot in some entry: `step` of `optimizer.step`. */
  isMember(name: string): boolean;
}

/** Builds the look-up. */
export function conventionsOf(data: ConventionData): Conventions {
  const exact = new Map<string, Convention[]>();
  const inner = new Map<string, Map<string, Convention[]>>();
  const parts = new Map<string, Convention>();
  const globs: { readonly test: RegExp; readonly convention: Convention }[] = [];
  for (const convention of data.names) {
    if (convention.part) parts.set(convention.name, convention);
    else if (convention.within) putWithin(inner, convention, convention.within);
    else if (convention.name.includes('*')) {
      globs.push({ test: new RegExp(`^${convention.name.replaceAll('*', '\\w*')}$`), convention });
    } else exact.set(convention.name, [...(exact.get(convention.name) ?? []), convention]);
  }
  const mayBeInner = gateOf(inner.keys());
  const uses = new Map(
    data.names.flatMap(({ concepts, beside }) => (beside ? [[concepts[0]!, beside] as const] : [])),
  );
  const mayHaveUses = gateOf(uses.keys());
  const members = new Set([...exact.keys()].flatMap((name) => name.split('.')[1] ?? []));
  const mayBeMember = gateOf(members);
  const candidatesFor = remembering((name): readonly Convention[] | undefined => {
    const bare = name.replace(/^_+/, '');
    const small = CONSTANT.test(bare) ? bare.toLowerCase() : bare;
    const ofObjects = CLASS.test(bare)
      ? untyped(exact.get(wordsOfName(bare).join('_').toLowerCase()))
      : undefined;
    const counted = COUNTED.exec(small)?.[1];
    const known =
      exact.get(bare) ??
      exact.get(small) ??
      (counted === undefined ? undefined : (exact.get(`num_${counted}`) ?? exact.get(`num_${counted}s`))) ??
      ofObjects ??
      // `ckpt_` is another `ckpt`; `components_` has an entry of its own
      (small.endsWith('_') ? exact.get(small.replace(/_+$/, '')) : undefined);
    if (known) return known;
    const matching = globs.filter(({ test }) => test.test(small));
    return matching.length ? matching.map(({ convention }) => convention) : undefined;
  });
  return {
    isMember: (name) => mayBeMember(name) && members.has(name),
    roots: new Set(data.names.flatMap((convention) => convention.with ?? [])),
    within(name) {
      const bare = name.startsWith('_') ? name.replace(/^_+/, '') : name;
      return mayBeInner(bare) ? inner.get(bare) : undefined;
    },
    part(word, words, imports) {
      const one = parts.get(word);
      if (!one || one.without?.some((other) => words.includes(other))) return undefined;
      return countsAmong(one, imports) ? one : undefined;
    },
    isOther(words, at) {
      const others = parts.get(words[at]!)?.without;
      return others?.some((other) => words.includes(other) || other === `~${words[at + 1]}`) ?? false;
    },
    usesOf: (concept) => (mayHaveUses(concept) ? uses.get(concept) : undefined),
    find(name, imports) {
      const candidates = candidatesFor(name);
      if (!candidates) return undefined;
      const fitting = candidates.filter((one) => countsAmong(one, imports));
      const named = fitting.find(({ concepts }) => concepts.length) ?? fitting[0];
      const type = fitting.find((one) => one.type)?.type;
      return named && type && !named.type ? { ...named, type } : named;
    },
  };
}

/** Whether a file that imports these libraries is one in which the entry counts. */
export function countsAmong({ with: roots }: Convention, imports: Pick<ReadonlySet<string>, 'has'>): boolean {
  return !roots || roots.some((root) => imports.has(root));
}

function putWithin(
  inner: Map<string, Map<string, Convention[]>>,
  convention: Convention,
  words: readonly string[],
): void {
  const known = inner.get(convention.name) ?? new Map<string, Convention[]>();
  inner.set(convention.name, known);
  for (const word of words) known.set(word, [...(known.get(word) ?? []), convention]);
}

/** `MAX_LEN` is the constant for `max_len`; of single words only these, as others are abbreviations. */
const CONSTANT =
  /^[A-Z][A-Z0-9_]*_[A-Z0-9_]*$|^(?:SEED|EPOCHS?|DEVICE|TEMPERATURE|DROPOUT|OPTIMIZER|TOKENIZER|VOCAB|MODEL)$/;

/** `heads_num` and `head_num` count what `num_heads` counts. */
const COUNTED = /^([a-z]\w*)_num$/;

/** A class is called like its objects: `TokenEmbedding`, `token_embedding`. */
const CLASS = /^[A-Z][A-Za-z]*[a-z]$/;

/** The class is none of its objects. */
function untyped(found: readonly Convention[] | undefined): readonly Convention[] | undefined {
  return found?.flatMap(({ type, ...rest }) => (type === undefined || rest.concepts.length ? [rest] : []));
}
