/** `build`: writes `dist/knowledge`, the files that the product reads one by one when it needs them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkBase } from '../../src/core/authoring/check.ts';
import { formatProblem, sortProblems, type Problem } from '../../src/core/authoring/problems.ts';
import { citedOn, renderConcept } from '../../src/core/authoring/render.ts';
import type { BaseDraft } from '../../src/core/authoring/base.ts';
import type { Concept, Source } from '../../src/core/concept.ts';
import type { FormulaData } from '../../src/core/formulaPicture.ts';
import type { CoreData } from '../../src/core/knowledge.ts';
import { storedPages, type PageData } from '../../src/core/pages.ts';
import { furtherFiles } from './further.ts';
import { knowledgeFiles, keysOf } from './files.ts';
import { writeShipped } from './shipped.ts';
import { drawFormulas, openFormulas, type Formulas } from './formulas.ts';

const OUT = path.resolve(import.meta.dirname, '../../dist/knowledge');

/** Compiles what has no errors; a concept with one is left out, and fails the build unless it is `--lenient`. */
export async function build(args: readonly string[]): Promise<number> {
  const formulas = openFormulas();
  const base = checkBase(knowledgeFiles(), { planned: keysOf('planned.yaml') }, { drawFormula: formulas.mathMl, unknownKeys: 'error' as const });
  const errors = sortProblems(base.problems).filter(({ level }) => level === 'error');
  for (const problem of errors) console.error(formatProblem({ ...problem, file: `knowledge/${problem.file}` }));
  const compiled = await compile(base, errors, formulas);
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const files = Object.entries({ ...compiled, ...furtherFiles(compiled) });
  const contents = Object.fromEntries(files.map(([name, data]) => [name, data instanceof Uint8Array ? data : JSON.stringify(data)]));
  for (const [name, content] of Object.entries(contents)) writeFileSync(path.join(OUT, name), content);
  await writeShipped(OUT, contents);
  console.log(`knowledge: ${compiled['core.json'].concepts.length} concepts`);
  return errors.length > 0 && !args.includes('--lenient') ? 1 : 0;
}

/** What a build has in hand; further files of `dist/knowledge` are made from it. */
export interface Compiled {
  readonly 'core.json': CoreData;
  readonly 'formulas.json': FormulaData;
  readonly 'pages.json': PageData;
  readonly 'sources.json': readonly Source[];
}

async function compile(base: BaseDraft, errors: readonly Problem[], formulas: Formulas): Promise<Compiled> {
  const broken = new Set(errors.map(({ file }) => file.split('.')[0]));
  const drafts = base.concepts.filter(({ topic, id, pages }) => !broken.has(`${topic}/${id}`) && pages.en && pages.es);
  const ids = new Set(drafts.map(({ id }) => id));
  const isConcept = (id: string): boolean => ids.has(id);
  const concepts = drafts.map((draft) => renderConcept(draft, isConcept)).filter((concept): concept is Concept => concept !== undefined);
  formulas.save();
  const cards = new Map(concepts.map((concept) => [concept.id, concept]));
  const stored = drafts.map(({ id, pages }) =>
    storedPages({ en: pages.en!.markdown, es: pages.es!.markdown }, cards.get(id)!),
  );
  const pages: PageData = {
    ids: drafts.map(({ id }) => id),
    en: stored.map(({ en }) => en),
    es: stored.map(({ es }) => es),
    figures: Object.fromEntries(drafts.flatMap(({ id, figure }) => (figure ? [[id, figure]] : []))),
  };
  const cited = new Set(drafts.flatMap((draft) => citedOn(draft.pages.en!)));
  const sources = [...base.sources.entries.values()].filter(({ id }) => cited.has(id)).map(withoutLine);
  const core: CoreData = { topics: base.topics, concepts };
  return { 'core.json': core, 'formulas.json': await drawFormulas(drafts), 'pages.json': pages, 'sources.json': sources };
}

function withoutLine({ line: _, ...source }: Source & { readonly line: number }): Source {
  return source;
}
