/**
 * The vocabulary of the API catalogue: what `knowledge/apis/*.yaml` says about libraries, once compiled.
 * The notation of names is that of triggers: `peft.LoraConfig`, `transformers.PreTrainedModel().generate`,
 * `peft.LoraConfig(r=)`. A name may hold `*` in its last class segment: `transformers.*ForCausalLM`.
 */
import type { ByLang, ConceptId } from './concept.ts';

/** What `dist/knowledge/apis.json` holds; read with the core data at the first hover. */
export interface ApiData {
  readonly libraries: readonly ApiLibrary[];
}

/** One library and the version of it that names and defaults were checked against. */
export interface ApiLibrary {
  readonly library: string;
  readonly checked: string;
  /** Import paths that are this library: `keras`, `tensorflow.keras`. */
  readonly roots: readonly string[];
  /**
   * Whether importing it makes a file one about language (`nlp`), one about machine learning (`ml`), or says nothing
   * (`general`: its names count only beside others that do).
   */
  readonly about: 'nlp' | 'ml' | 'general';
  /** Modules of it that are about language all the same: `sklearn.feature_extraction.text`. */
  readonly nlpModules?: readonly string[];
  readonly symbols: readonly ApiSymbol[];
}

/** What a card may say of a symbol, an argument or a value of an argument. */
export interface ApiEntry {
  /** Absolute, in trigger notation. */
  readonly name: string;
  /** The most specific first; empty for entries that only carry types. */
  readonly concepts: readonly ConceptId[];
  /** One line: what it does here. */
  readonly meaning?: ByLang<string>;
  /** Counts also where the receiver or callee is unknown, in a file that imports an NLP library. */
  readonly distinctive?: boolean;
  readonly renamed?: Renamed;
  readonly deprecated?: Deprecated;
}

/** A name that the library has since changed. */
export interface Renamed {
  readonly to: string;
  readonly since: string;
  /** The version in which the old name stopped working. */
  readonly removed?: string;
}

/** A name that the library discourages, with what to do instead. */
export interface Deprecated {
  readonly since: string;
  readonly removed?: string;
  readonly advice: ByLang<string>;
}

/** A class, function, member or constant of a library. */
export interface ApiSymbol extends ApiEntry {
  /** Absolute names of the classes whose members and arguments it inherits, nearest first. */
  readonly extends?: readonly string[];
  /** What a call gives: a class name (an instance of it), `self`, or a tuple of these. */
  readonly returns?: ApiType;
  /** What reading the attribute gives. */
  readonly type?: ApiType;
  /** What indexing or iterating over an instance gives. */
  readonly items?: ApiType;
  /** Names of the positional parameters, in order. */
  readonly params?: readonly string[];
  /** Other callables whose arguments it passes on. */
  readonly argsOf?: readonly string[];
  readonly args?: Readonly<Record<string, ApiArgument>>;
}

/** The class of a value, `self` for the class of the receiver, or a tuple of classes. */
export type ApiType = string | readonly string[];

/** A keyword argument of a callable, or a field of a configuration. */
export interface ApiArgument extends ApiEntry {
  /** The library's own default as a Python literal would be in JSON; absent where there is none. */
  readonly default?: ApiDefault;
  /** Literal values that mean a concept of their own: `lr_scheduler_type="cosine"`. */
  readonly values?: Readonly<Record<string, ApiValue>>;
  /** What the string given here names. */
  readonly holds?: 'model' | 'dataset';
}

/** Scalars and lists as in JSON; any other default is its Python source text. */
export type ApiDefault = string | number | boolean | null | readonly ApiDefault[];

/** What one literal value of an argument means. */
export interface ApiValue {
  readonly concepts: readonly ConceptId[];
  readonly meaning?: ByLang<string>;
}
