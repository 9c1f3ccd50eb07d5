/** A mention: a name in the user's text, the concept it means there, and what the file says around it. */
import type { ApiEntry } from './api.ts';
import type { ConceptId } from './concept.ts';
import type { DatasetMatch, ModelMatch } from './models.ts';

/** A half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What kind of evidence ties the name to its concept. */
export type MentionBy = 'symbol' | 'member' | 'keyword' | 'string' | 'key' | 'term';

/** One place where a hover shows a card. */
export interface Mention {
  /** Of the name in the text. */
  readonly range: Range;
  /** The name as written. */
  readonly text: string;
  /** The most specific concept. */
  readonly concept: ConceptId;
  /** The others, most specific first, without {@link concept}. */
  readonly also: readonly ConceptId[];
  readonly by: MentionBy;
  /** The catalogue's entry for the symbol, member or keyword. */
  readonly api?: ApiEntry;
  /** The call that the name belongs to: of the callee hovered, of the keyword's callee, of the config file. */
  readonly call?: Call;
  /** The keyword, field or key hovered, under the name that {@link call} has it by. */
  readonly argument?: string;
  /** The model family of the string hovered, or of the receiver or the call. */
  readonly model?: ModelMatch;
  /** The data set of the string or name hovered. */
  readonly dataset?: DatasetMatch;
  /** The only model that the file names: what a configuration or data set without a model of its own is for. */
  readonly base?: ModelMatch;
}

/** A call with a known callee, or the keys of a config file seen as one. */
export interface Call {
  /** Absolute name in trigger notation: `transformers.PreTrainedModel().generate`. */
  readonly callee: string;
  /** The callee with the class that was written: `transformers.BertForMaskedLM.from_pretrained`. */
  readonly as: string;
  readonly range: Range;
  /** As written, at most 2,000 characters. */
  readonly text: string;
  /** Arguments by name; positional ones under the name of their parameter, else under their index. */
  readonly args: ReadonlyMap<string, Argument>;
  /** Whether `**something` that the file does not spell out may add arguments. */
  readonly open: boolean;
  /** Where the receiver came from, and what the file assigns to its attributes. */
  readonly receiver?: Receiver;
}

/** The object that a method is called on. */
export interface Receiver {
  /** Absolute name of its class, as written. */
  readonly type: string;
  /** The constructor or `from_pretrained` call that made it, when the file shows it. */
  readonly made?: Call;
  /** `tokenizer.pad_token = ...` anywhere in the file: attribute path -> value. */
  readonly assigned: ReadonlyMap<string, Argument>;
}

/** One argument. Without `value` it is decided at run time. */
export interface Argument {
  readonly text: string;
  readonly range: Range;
  readonly value?: Value;
}

/** A value that the file spells out; constants of the file are followed. */
export type Value = string | number | boolean | null | readonly Value[] | DictValue | NameValue | CallValue;

/** A dictionary with literal keys. */
export interface DictValue {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, Argument>;
}

/** A name of a library: `torch.bfloat16`. */
export interface NameValue {
  readonly kind: 'name';
  readonly name: string;
}

/** A call with a known callee: `quantization_config=BitsAndBytesConfig(...)`. */
export interface CallValue {
  readonly kind: 'call';
  readonly call: Call;
}
