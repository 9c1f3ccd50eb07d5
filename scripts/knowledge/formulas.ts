/** Formulas of the base, rendered once and remembered: MathML for pages, pictures for hovers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ConceptDraft } from '../../src/core/authoring/base.ts';
import { mathMl, type MathMl } from '../../src/core/authoring/mathml.ts';
import type { FormulaData } from '../../src/core/formulaPicture.ts';
import { openCache } from './cache.ts';
import { formulaData, type DrawnFormula } from './formulaMarks.ts';
import type { drawFormula } from './formulaPicture.ts';

/** A renderer with memory; `save` writes it for the next build. */
export interface Formulas {
  readonly mathMl: (tex: string, display: boolean) => MathMl;
  save(): void;
}

/** MathML with memory. */
export function openFormulas(): Formulas {
  const cache = openCache<MathMl>('mathml', `temml ${versionOf('temml')}, ${sizeOf('../../src/core/authoring/mathml.ts')}`);
  return {
    mathMl: (tex, display) => cache.get(`${display ? '$$' : '$'}${tex}`, () => mathMl(tex, display)),
    save: cache.save,
  };
}

/** The drawings of the first formulas. MathJax is loaded only when one is missing from the memory. */
export async function drawFormulas(concepts: readonly ConceptDraft[]): Promise<FormulaData> {
  const cache = openCache<DrawnFormula>(
    'drawings',
    `mathjax ${versionOf('mathjax-full')}, ${sizeOf('formulaPicture.ts')}, ${sizeOf('relativePath.ts')}`,
  );
  let draw: typeof drawFormula | undefined;
  const drawn: { id: string; en: DrawnFormula; es?: DrawnFormula }[] = [];
  for (const { id, pages } of concepts) {
    const [en, es] = [pages.en?.formula?.tex, pages.es?.formula?.tex];
    if (en === undefined || es === undefined) continue;
    draw ??= (await import('./formulaPicture.ts')).drawFormula;
    const drawing = (tex: string): DrawnFormula => cache.get(tex, () => draw!(tex));
    drawn.push({ id, en: drawing(en), ...(es !== en && { es: drawing(es) }) });
  }
  cache.save();
  return formulaData(drawn);
}

function versionOf(name: string): string {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** A change of our own renderer makes the memory stale too. */
function sizeOf(file: string): string {
  return readFileSync(path.resolve(import.meta.dirname, file), 'utf8').length.toString();
}
