/** Documents that were asked about, with their trees and what was found out; asking again costs nothing. */
import type { Engine } from './engine.ts';
import type { Mention } from './mention.ts';
import { mentionInExcerpts } from './python/excerpts.ts';
import { pythonMentionAt, readingOf, type Reading } from './python/mentions.ts';
import { blankMagics } from './python/magics.ts';
import { programOf } from './python/program.ts';
import { pythonMentionsIn } from './python/wholeFile.ts';
import { parsePython, reparsePython, type PythonTree } from './python/tree.ts';
import { isInField } from './inField.ts';
import { structuredMentions, type Notation } from './structured.ts';
import { readProse, type ProseReading } from './prose-mentions.ts';
import { shellMentions } from './shell.ts';

/** A text as an editor knows it. `language` is VS Code's id; for notebook cells, `cells` are all of the notebook. */
export interface Document {
  readonly uri: string;
  readonly version: number;
  readonly language: string;
  readonly text: string;
  readonly notebook?: Notebook;
}

/** The cells of a notebook in order, Markdown cells too; the document asked about is one of them. */
export interface Notebook {
  readonly uri: string;
  readonly cells: readonly Document[];
}

/** Answers for documents under editing. Holds the most recent ones only. */
export interface Documents {
  mentionAt(document: Document, offset: number): Mention | undefined;
  /**
   * In the order of the text, without overlaps. In Python they carry no calls, models and concepts of these: ask
   * {@link mentionAt} for the ones whose card is shown.
   */
  mentionsIn(document: Document): readonly Mention[];
  /** Frees what is kept of a document or notebook. */
  forget(uri: string): void;
  /** How many documents and notebooks are kept. */
  readonly size: number;
}

/** What is kept of a text takes about 20 bytes for each of its characters: 10 MiB for these. */
const MOST_CHARACTERS = 500_000;
const MOST_DOCUMENTS = 48;

/** Starts empty. */
export function documentsOf(engine: Engine): Documents {
  return new Cache(engine);
}

interface Kept {
  readonly version: string;
  readonly trees: ReadonlyMap<string, { readonly version: number; readonly tree: PythonTree }>;
  readonly reading: Reading | undefined;
  readonly lists: Map<string, readonly Mention[]>;
  /** Texts in Markdown and the like, by document. */
  readonly prose: Map<string, ProseReading>;
  /** Characters of all its texts. */
  readonly length: number;
  /** How many versions were read before this one. */
  readonly age: number;
}

const LONG = 20_000;

/** What a long file is about changes slowly: its words are read again at every thirtieth version only. */
function handedOn({ age, length }: Kept): boolean {
  return length > LONG && age % 30 !== 29;
}

class Cache implements Documents {
  /** The one asked about last is the last. */
  private readonly kept = new Map<string, Kept>();
  private length = 0;

  constructor(private readonly engine: Engine) {}

  mentionAt(document: Document, offset: number): Mention | undefined {
    const kept = this.keep(document);
    const tree = kept.trees.get(document.uri)?.tree;
    if (tree && kept.reading) return pythonMentionAt(kept.reading, tree, offset);
    const python = this.prose(kept, document)?.python;
    return (
      (python && mentionInExcerpts(python, offset)) ??
      this.list(kept, document).find(({ range }) => range.start <= offset && offset <= range.end)
    );
  }

  mentionsIn(document: Document): readonly Mention[] {
    return this.list(this.keep(document), document);
  }

  forget(uri: string): void {
    this.length -= this.kept.get(uri)?.length ?? 0;
    this.kept.delete(uri);
  }

  get size(): number {
    return this.kept.size;
  }

  private list(kept: Kept, document: Document): readonly Mention[] {
    let list = kept.lists.get(document.uri);
    if (!list) kept.lists.set(document.uri, (list = withoutOverlaps(this.read(kept, document))));
    return list;
  }

  private read(kept: Kept, document: Document): readonly Mention[] {
    const tree = kept.trees.get(document.uri)?.tree;
    if (tree && kept.reading) return pythonMentionsIn(kept.reading, tree);
    const { language, text, uri } = document;
    const notation = NOTATIONS[language];
    if (notation) return structuredMentions(this.engine, text, notation, { uri, ofLanguage: isInField(uri) });
    if (language === 'shellscript') return shellMentions(this.engine, text, { start: 0, end: text.length });
    return this.prose(kept, document)?.mentions ?? [];
  }

  private prose(kept: Kept, { uri, language, text }: Document): ProseReading | undefined {
    if (!PROSE.has(language)) return undefined;
    let prose = kept.prose.get(uri);
    if (!prose) {
      const about = { program: kept.reading?.program, isInField: isInField(uri) };
      kept.prose.set(uri, (prose = readProse(this.engine, text, about)));
    }
    return prose;
  }

  private keep(document: Document): Kept {
    const { notebook } = document;
    const key = notebook?.uri ?? document.uri;
    const cells = notebook?.cells ?? [document];
    const version = cells.map((cell) => `${cell.uri}@${cell.version}`).join(' ');
    const old = this.kept.get(key);
    if (old?.version === version) {
      this.kept.delete(key);
      this.kept.set(key, old);
      return old;
    }
    const trees = new Map<string, { version: number; tree: PythonTree }>();
    for (const cell of cells) {
      if (cell.language !== 'python') continue;
      const before = old?.trees.get(cell.uri);
      const text = notebook ? blankMagics(cell.text) : cell.text;
      const tree = !before
        ? parsePython(text)
        : before.version === cell.version
          ? before.tree
          : reparsePython(before.tree, text);
      trees.set(cell.uri, { version: cell.version, tree });
    }
    const units = [...trees.values()].map(({ tree }) => tree);
    const { engine } = this;
    const prose = cells.filter(({ language }) => language === 'markdown').map(({ text }) => text);
    const program = units.length ? programOf(units, engine, prose) : undefined;
    if (program && isInField(key)) program.isInField = true;
    if (program && old?.reading?.program.textLevel !== undefined && handedOn(old)) {
      program.textLevel = old.reading.program.textLevel;
      program.isOtherField = old.reading.program.isOtherField ?? false;
    }
    const reading = program && readingOf(engine, program);
    const length = cells.reduce((sum, { text }) => sum + text.length, 0);
    const age = (old?.age ?? -1) + 1;
    const kept = { version, trees, reading, lists: new Map(), prose: new Map(), length, age };
    this.forget(key);
    this.kept.set(key, kept);
    this.length += length;
    this.makeRoom();
    return kept;
  }

  /** Lets go of what was read longest ago; what was read last stays, however long it is. */
  private makeRoom(): void {
    for (const key of this.kept.keys()) {
      const fits = this.length <= MOST_CHARACTERS && this.kept.size <= MOST_DOCUMENTS;
      if (fits || this.kept.size === 1) return;
      this.forget(key);
    }
  }
}

const NOTATIONS: Readonly<Record<string, Notation>> = {
  yaml: 'yaml',
  json: 'json',
  jsonc: 'json',
  toml: 'toml',
  ini: 'toml',
  properties: 'toml',
};
const PROSE = new Set(['markdown', 'mdx', 'plaintext', 'restructuredtext', 'latex', 'quarto']);

/** Of overlapping mentions the one that starts first stays, and of those the longest. */
function withoutOverlaps(mentions: readonly Mention[]): readonly Mention[] {
  const before = (a: Mention, b: Mention): number =>
    a.range.start - b.range.start || b.range.end - a.range.end;
  if (areApart(mentions)) return mentions;
  const sorted = [...mentions].sort(before);
  let end = -1;
  return sorted.filter(({ range }) => {
    if (range.start < end) return false;
    end = range.end;
    return true;
  });
}

function areApart(mentions: readonly Mention[]): boolean {
  let end = -1;
  for (const { range } of mentions) {
    if (range.start < end) return false;
    end = range.end;
  }
  return true;
}
