/** The API catalogue as the engine asks for it: from a dotted path, or a class and a member, to what is known of it. */
import type { ApiArgument, ApiData, ApiEntry, ApiLibrary, ApiType } from './api.ts';
import { Arguments } from './catalogue/arguments.ts';
import { Entries } from './catalogue/entries.ts';
import { Meanings } from './catalogue/meanings.ts';
import { Names, type Found } from './catalogue/names.ts';
import { addTriggers } from './catalogue/triggers.ts';
import type { Concept, ConceptId } from './concept.ts';
import { remembering } from './memory.ts';

export type { Found };

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
  const entries = new Entries(data.libraries);
  const names = new Names(entries);
  const args = new Arguments(entries, names);
  const meanings = new Meanings(entries, names, args);
  addTriggers(entries, names, meanings, concepts);
  const { distinctive, distinctiveArguments, configTriggers } = entries;
  return {
    distinctive,
    distinctiveArguments,
    configTriggers,
    libraryOf: remembering((path) => entries.libraryOf(path)),
    aboutOf: remembering((path) => aboutOf(entries.libraryOf(path), path)),
    named: (path) => names.named(path),
    member: (type, name) => names.member(type, name),
    memberNamed: (name) => names.memberNamed(name),
    unmistakable: (name) => names.unmistakable(name),
    itemsOf: (type) => names.itemsOf(type),
    argument: (callee, name) => args.named(callee, name),
    params: (callee) => args.positional(callee),
    concepts: (entry) => meanings.concepts(entry),
    entry: (found) => meanings.entry(found),
    filled: (entry) => meanings.filled(entry),
  };
}

function aboutOf(library: ApiLibrary | undefined, path: string): ApiLibrary['about'] | undefined {
  const isNlp = library?.nlpModules?.some((module) => path === module || path.startsWith(`${module}.`));
  return isNlp ? 'nlp' : library?.checked === '' ? undefined : library?.about;
}
