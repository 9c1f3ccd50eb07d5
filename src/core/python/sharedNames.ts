/** Meanings of names by themselves, remembered across files. */
import type { Engine } from '../engine.ts';
import { remembering } from '../memory.ts';
import type { FileImports } from './imports.ts';
import type { Meaning } from './meaning.ts';

/** What decides what a name means by itself. */
export interface Setting {
  readonly engine: Engine;
  readonly level: FileImports['level'];
  readonly roots: Pick<ReadonlySet<string>, 'has'>;
}

/** What names mean by themselves in files with the same imports. */
export interface OwnNames {
  readonly conventional: (name: string) => Meaning | undefined;
  /** The same for what is given the result of a call that is not known. */
  readonly ofResults: (name: string) => Meaning | undefined;
  readonly byParts: (name: string) => Meaning | undefined;
  /** Of everyday words, and else by parts. */
  readonly likely: (name: string) => Meaning | undefined;
  /** Of names with underscores or capitals inside, where they stand in prose. */
  readonly inProse: (name: string) => Meaning | undefined;
}

/** How each kind is worked out; names without what is done with them are asked again, as results. */
export type Finds = Readonly<Record<keyof OwnNames, Find>>;

type Find = (setting: Setting, name: string, ofResults: OwnNames['ofResults']) => Meaning | undefined;

/**
 * The names of files by their imports: the level, then the roots that conventions ask for. Most names mean the same, or
 * nothing, whatever is imported: their answers are shared by all files, and so by all versions of a file.
 */
export function sharedNames(engine: Engine, finds: Finds): (imports: string) => OwnNames | undefined {
  const levels = ([0, 1, 2] as const).map((level) => namesOfLevel(engine, finds, level));
  return remembering((imports): OwnNames => {
    const [first, ...roots] = imports.split(' ');
    const level = Number(first) as Setting['level'];
    const setting = { engine, level, roots: new Set(roots) };
    const own = (kind: keyof OwnNames): ((name: string) => Meaning | undefined) => {
      const shared = levels[level]![kind];
      const ofThese = remembering((name) => finds[kind](setting, name, names.ofResults), NAMES);
      return (name) => {
        const meaning = shared(name);
        return meaning === DEPENDS ? ofThese(name) : meaning;
      };
    };
    const names: OwnNames = ofEachKind(own);
    return names;
  }, SETTINGS);
}

const SETTINGS = 50;
const NAMES = 6000;

/** What a name means depends on what is imported. */
const DEPENDS = 'depends';

type NamesOfLevel = Readonly<Record<keyof OwnNames, AnswerOfLevel>>;
type AnswerOfLevel = (name: string) => Meaning | typeof DEPENDS | undefined;

function namesOfLevel(engine: Engine, finds: Finds, level: Setting['level']): NamesOfLevel {
  const own = (kind: keyof OwnNames): AnswerOfLevel =>
    remembering((name) => {
      let depends = false;
      const ask = (): true => (depends = true);
      const ofResults = (inner: string): Meaning | undefined => {
        const meaning = names.ofResults(inner);
        if (meaning !== DEPENDS) return meaning;
        ask();
        return undefined;
      };
      const meaning = finds[kind]({ engine, level, roots: { has: ask } }, name, ofResults);
      return depends ? DEPENDS : meaning;
    }, NAMES);
  const names: NamesOfLevel = ofEachKind(own);
  return names;
}

function ofEachKind<Answer>(own: (kind: keyof OwnNames) => Answer): Readonly<Record<keyof OwnNames, Answer>> {
  return {
    conventional: own('conventional'),
    ofResults: own('ofResults'),
    byParts: own('byParts'),
    likely: own('likely'),
    inProse: own('inProse'),
  };
}
