/** Which libraries a file imports anywhere in it: what decides whether it is about language at all. */
import type { Catalogue } from '../catalogue.ts';
import type { Program } from './program.ts';
import type { PythonTree } from './tree.ts';
import type { Lexicon, TermMatch } from '../lexicon.ts';
import { isModuleOfField } from '../inField.ts';
import { evidenceIn } from '../prose.ts';
import { aboutUncatalogued, isClient, isElsewhere } from './others.ts';
import { fieldOf } from './tellingNames.ts';

/** The import roots of a file and what they say of it. */
export interface FileImports {
  /** First segments of all imported modules, `transformers`, `os`; and {@link LANGUAGE} where the level is 2. */
  readonly roots: ReadonlySet<string>;
  /** 2: about language; 1: about machine learning only; 0: neither. By what is imported, else by the words of the file. */
  readonly level: 0 | 1 | 2;
  /** Whether only the place of the file, or the name of a module that it imports, says that it is about any of this. */
  readonly isGuess?: boolean;
}

/** Stands among the imported modules of any file about language: names that only those give a meaning to ask for it. */
export const LANGUAGE = 'language';
/** Stands among them where the names of the file are of what another field learns from: pictures, sound, users and items. */
export const OTHER_FIELD = 'other-field';
/** Stands among them where the file only calls models that others run. */
export const CLIENT = 'only-calls';

const IMPORT = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w.,\t ]+))/;
const units = new WeakMap<PythonTree, UnitImports>();

/** Reads import lines as text, so that unfinished code around them does no harm. */
export function fileImports(program: Program): FileImports {
  return (program.imports ??= read(program));
}

function read(program: Program): FileImports {
  const all = program.units.map((unit) => unitImports(program, unit));
  const level = all.reduce<FileImports['level']>((most, one) => (one.level > most ? one.level : most), 0);
  const roots = all.length === 1 ? all[0]!.roots : new Set(all.flatMap((one) => [...one.roots]));
  const importsOfField = all.some((one) => one.importsOfField);
  const isInField = importsOfField || program.isInField === true;
  const isText = level < 2 && textLevel(program, level, level === 0 ? importsOfField : isInField) === 2;
  if (level === 2 || isText) {
    const about = [
      LANGUAGE,
      ...(isText && program.isOtherField ? [OTHER_FIELD] : []),
      ...(!isText && isClient(roots) ? [CLIENT] : []),
    ];
    return { roots: new Set([...roots, ...about]), level: 2 };
  }
  if (program.isOtherField) return { roots: new Set([...roots, OTHER_FIELD]), level };
  return level === 0 && isInField ? { roots, level: 1, isGuess: true } : { roots, level };
}

interface UnitImports extends FileImports {
  /** Whether a module of somebody's own is called by a word of the field. */
  readonly importsOfField: boolean;
}

function unitImports({ catalogue }: Program, unit: PythonTree): UnitImports {
  let known = units.get(unit);
  if (!known) units.set(unit, (known = readUnit(catalogue, unit.text)));
  return known;
}

function readUnit(catalogue: Catalogue, text: string): UnitImports {
  const roots = new Set<string>();
  let level: FileImports['level'] = 0;
  let importsOfField = false;
  const fromTextParts: string[] = [];
  for (let at = text.indexOf('import'); at >= 0; at = text.indexOf('import', at + 6)) {
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const match = IMPORT.exec(text.slice(lineStart, at + 80));
    if (!match) continue;
    const modules = match[1]
      ? [match[1]]
      : (match[2] ?? '').split(',').map((part) => part.trim().split(/\s/)[0]!);
    for (const module of modules) {
      if (!module) continue;
      if (module.startsWith('.')) {
        importsOfField ||= isModuleOfField(module);
        continue;
      }
      roots.add(module.split('.')[0]!);
      const about = aboutOf(catalogue, module, text);
      if (about === 'nlp' && match[1] && catalogue.libraryOf(module)?.about === 'general') {
        fromTextParts.push(...importedNames(text, at + 6));
      } else if (about === 'nlp')
        level = match[1] && mayBeOwn(module) && !isFrom(catalogue, module, text, at + 6) ? level : 2;
      else if (about === 'general' && match[1]) {
        const names = importedNames(text, at + 6);
        fromTextParts.push(...names.filter((name) => catalogue.aboutOf(`${module}.${name}`) === 'nlp'));
      } else if (about === 'ml' && level === 0) level = 1;
      else if (about === undefined && !isElsewhere(module)) importsOfField ||= isModuleOfField(module);
    }
  }
  return { roots, level: level === 2 || isFullOf(text, fromTextParts) ? 2 : level, importsOfField };
}

/** Projects have a `datasets.py` of their own as often: what is imported tells, where it says what. */
export function mayBeOwn(module: string): boolean {
  return module === 'datasets' || module === 'evaluate';
}

/** What a module says of the file that imports it. The Hub has models of all fields. */
function aboutOf(catalogue: Catalogue, module: string, text: string): ReturnType<Catalogue['aboutOf']> {
  const about = catalogue.aboutOf(module) ?? aboutUncatalogued(module);
  return module.startsWith('huggingface_hub') && fieldOf(text).isOther ? 'ml' : about;
}

function isFrom(catalogue: Catalogue, module: string, text: string, at: number): boolean {
  return importedNames(text, at).some((name) => catalogue.named(`${module}.${name}`) !== undefined);
}

/** The names after `import`, as far as the line or the brackets go. */
function importedNames(text: string, from: number): string[] {
  const list = /\s*(?:\(([^)]*)\)|([^\n(]*))/y;
  list.lastIndex = from;
  const match = list.exec(text);
  const parts = (match?.[1] ?? match?.[2] ?? '').replace(/#.*/g, '').split(',');
  return parts.flatMap((part) => /\w+\s*$/.exec(part)?.[0].trim() ?? []);
}

/**
 * A general library's part for texts makes a file about language when what comes from there is used now and then. The
 * tests of scikit-learn's grid search import a vectorizer too, for two of their 2,700 lines.
 */
const LINES_PER_USE = 300;

function isFullOf(text: string, names: readonly string[]): boolean {
  if (!names.length) return false;
  const enough = linesOf(text) / LINES_PER_USE;
  let uses = 0;
  for (const name of new Set(names)) {
    for (let at = text.indexOf(name); at >= 0 && uses < enough; at = text.indexOf(name, at + name.length)) {
      if (!/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? '')) uses++;
    }
  }
  return uses >= enough;
}

function linesOf(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The distinct concepts that the words of a file without imports about language must name; see {@link evidenceIn}. */
const ABOUT_LANGUAGE = 4;
/** And no more than so many lines for each of these words. */
const LINES_PER_WORD = 20;
const LONGEST_SCAN = 120_000;

/** Measured: none of 3,253 files of the standard library, web frameworks and numpy reaches it. */
function textLevel(program: Program, level: FileImports['level'], isInField: boolean): 0 | 2 {
  program.textLevel ??= readTexts(program, level, isInField);
  return program.textLevel;
}

function readTexts(program: Program, level: FileImports['level'], isInField: boolean): 0 | 2 {
  if (level === 0 && !isInField) return levelOfWords(program);
  const fields = program.units.map(({ text }) => fieldOf(text, isInField));
  program.isOtherField =
    level === 1 && fields.some(({ isOther }) => isOther) && !fields.some(({ isText }) => isText);
  return fields.some(({ isLanguage }) => isLanguage) ? 2 : levelOfWords(program);
}

function levelOfWords({ units, prose, lexicon }: Program): 0 | 2 {
  const texts = [...units.map(({ text }) => text), ...prose].map((text) => text.slice(0, LONGEST_SCAN));
  const matches = texts.flatMap((text) => lexicon.scan(text, 0, text.length));
  const words = matches.filter(({ ofLanguage, ambiguous }) => ofLanguage && !ambiguous);
  for (const text of texts) words.push(...classesIn(text, lexicon));
  const lines = texts.reduce((sum, text) => sum + linesOf(text), 0);
  if (words.length * LINES_PER_WORD < lines) return 0;
  return evidenceIn(words) >= ABOUT_LANGUAGE ? 2 : 0;
}

/** Terms that are names of classes: `MultiHeadedAttention`. */
function classesIn(text: string, lexicon: Lexicon): TermMatch[] {
  const names = new Set(text.match(/\b(?:[A-Z][a-z]+){2,}\b/g));
  return [...names].flatMap((name) => {
    const term = lexicon.identifier(name);
    return term && term.ofLanguage && !term.ambiguous ? [term] : [];
  });
}
