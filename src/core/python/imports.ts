/** Which libraries a file imports anywhere in it: what decides whether it is about language at all. */
import type { Program } from './program.ts';
import { aboutUncatalogued } from './others.ts';

/** The import roots of a file and what they say of it. */
export interface FileImports {
  /** First segments of all imported modules: `transformers`, `os`. */
  readonly roots: ReadonlySet<string>;
  /** 2: a library about language; 1: about machine learning only; 0: neither. */
  readonly level: 0 | 1 | 2;
}

const IMPORT = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w.,\t ]+))/;
const memory = new WeakMap<Program, FileImports>();

/** Reads import lines as text, so that unfinished code around them does no harm. */
export function fileImports(program: Program): FileImports {
  let known = memory.get(program);
  if (!known) memory.set(program, (known = read(program)));
  return known;
}

function read(program: Program): FileImports {
  const roots = new Set<string>();
  let level: 0 | 1 | 2 = 0;
  for (const { text } of program.units) {
    for (let at = text.indexOf('import'); at >= 0; at = text.indexOf('import', at + 6)) {
      const lineStart = text.lastIndexOf('\n', at) + 1;
      const match = IMPORT.exec(text.slice(lineStart, at + 80));
      if (!match) continue;
      const modules = match[1]
        ? [match[1]]
        : (match[2] ?? '').split(',').map((part) => part.trim().split(/\s/)[0]!);
      for (const module of modules) {
        if (!module || module.startsWith('.')) continue;
        roots.add(module.split('.')[0]!);
        const about = program.catalogue.aboutOf(module) ?? aboutUncatalogued(module);
        if (about === 'nlp') level = 2;
        else if (about === 'ml' && level === 0) level = 1;
      }
    }
  }
  return { roots, level };
}
