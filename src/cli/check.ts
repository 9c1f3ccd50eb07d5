/** `nlp-lens check DIR`: every rule of the knowledge format over a folder: a pack beside our base, or a base of its own. */
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { BaseDraft, SourceFile } from '../core/authoring/base.ts';
import { checkBase } from '../core/authoring/check.ts';
import { mathMl } from '../core/authoring/mathml.ts';
import { formatProblem, problemList, sortProblems, type Problem } from '../core/authoring/problems.ts';
import { readYaml } from '../core/authoring/yaml.ts';
import type { Source } from '../core/concept.ts';
import type { ContextData } from '../core/engine.ts';
import type { CoreData } from '../core/knowledge.ts';
import { mergePacks, planPack, readPack, type PackEntry } from '../core/packs.ts';
import { decodeUtf8 } from '../core/packs/utf8.ts';
import { readCompiled } from './knowledge.ts';
import type { Command } from './main.ts';
import { readOptions, UsageError } from './usage.ts';

/** The command. Problems on stdout as `file:line: what to do`, a closing line; exit code 1 when one is an error. */
export const check: Command = {
  usage: 'check DIR                                 every rule of the knowledge format over a folder',
  run(args) {
    const { rest } = readOptions(args, [], []);
    const [folder, more] = rest;
    if (folder === undefined || more !== undefined) throw new UsageError('name one folder');
    const found = problemsOf(folder);
    if (!found) {
      console.error(`${folder}: this is no folder that can be read`);
      return 1;
    }
    const shown = sortProblems(found.problems).filter(({ level }) => level !== 'note');
    for (const problem of shown)
      console.log(formatProblem({ ...problem, file: path.join(folder, problem.file) }));
    const errors = shown.filter(({ level }) => level === 'error').length;
    console.log(
      `${found.base.concepts.length} concepts: ${errors} errors, ${shown.length - errors} warnings`,
    );
    return errors > 0 ? 1 : 0;
  },
};

function problemsOf(folder: string): { problems: Problem[]; base: BaseDraft } | undefined {
  const entries = entriesOf(folder);
  if (!entries) return undefined;
  const list = problemList();
  const plan = planPack(entries, list);
  const bytes = new Map<string, Uint8Array>();
  const files: SourceFile[] = [];
  const paths = [plan.topics, plan.sources, ...plan.concepts.flatMap((place) => place.files)];
  for (const name of paths.filter((name): name is string => name !== undefined)) {
    const content = readFileSync(path.join(folder, name));
    const decoded = decodeUtf8(content);
    bytes.set(name, content);
    if ('text' in decoded) files.push({ path: name, text: decoded.text });
    else list.of(name)(decoded.badLine, 'save the file as UTF-8: these bytes are in another encoding');
  }
  const planned = readKeys(path.join(folder, 'planned.yaml'));
  if (planned.size > 0) {
    // A base of its own plans its concepts itself, and its model families cite sources too.
    const { families } = readCompiled<ContextData>('apis.json');
    const cited = new Set(families.flatMap(({ sources }) => sources));
    const base = checkBase(files, { planned, cited }, { drawFormula: mathMl, unknownKeys: 'error' });
    return { problems: distinct([...list.problems, ...base.problems]), base };
  }
  const ours = { ...readCompiled<CoreData>('core.json'), sources: readCompiled<Source[]>('sources.json') };
  const folders = plan.concepts.map(({ topic }) => ({ id: topic, names: { en: topic, es: topic } }));
  const outside = {
    concepts: new Set(ours.concepts.map(({ id }) => id)),
    sources: new Set(ours.sources.map(({ id }) => id)),
    topics: [...ours.topics, ...folders],
  };
  const base = checkBase(files, { planned, base: outside }, { drawFormula: mathMl });
  const merged = mergePacks(ours, [readPack(PACK, entries, bytes, { check: false })]);
  const shown = new Set(
    merged.data.concepts.flatMap(({ id, topic, pack }) => (pack === PACK ? [`${topic}/${id}`] : [])),
  );
  const problems = [...list.problems, ...base.problems, ...(merged.problems.get(PACK) ?? [])];
  return { problems: distinct(problems.map((problem) => asInEditor(problem, shown))), base };
}

const PACK = 'pack';

/** In the editor an error keeps a concept out; what can be shown in spite of it is worth a warning. */
function asInEditor(problem: Problem, shown: ReadonlySet<string>): Problem {
  const stem = /^([^/]+\/[^/]+?)\.(?:yaml|svg|en\.md|es\.md)$/.exec(problem.file)?.[1];
  const isShown = stem !== undefined && shown.has(stem);
  return problem.level === 'error' && isShown ? { ...problem, level: 'warning' } : problem;
}

/** The folder and the folders in it, as they are: links are not followed. */
function entriesOf(folder: string): PackEntry[] | undefined {
  try {
    return readdirSync(folder).flatMap((name) => {
      const entry = entryOf(folder, name);
      if (entry.kind !== 'directory') return [entry];
      return readdirSync(path.join(folder, name)).map((inner) => entryOf(folder, `${name}/${inner}`));
    });
  } catch {
    return undefined;
  }
}

function entryOf(folder: string, name: string): PackEntry {
  const stat = lstatSync(path.join(folder, name));
  const kind = stat.isFile()
    ? 'file'
    : stat.isDirectory()
      ? 'directory'
      : stat.isSymbolicLink()
        ? 'link'
        : 'other';
  return { path: name, kind, size: kind === 'file' ? stat.size : 0 };
}

function readKeys(file: string): ReadonlySet<string> {
  try {
    return new Set(readYaml(readFileSync(file, 'utf8'), () => undefined)?.entries.keys());
  } catch {
    return new Set();
  }
}

/** The merge repeats some of what the check says. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}
