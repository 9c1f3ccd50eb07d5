/** Relations, links and citations lead somewhere, and nobody has to understand a concept before itself. */
import { LANGS, type ConceptId, type Topic } from '../concept.ts';
import { pathOf, type BaseDraft, type ConceptDraft } from './base.ts';
import { RELATION_KEYS } from './facts.ts';
import { isId } from './ids.ts';
import type { ProblemList, Report } from './problems.ts';
import { partsOf } from './walk.ts';

/** What else exists beside the files. */
export interface Outside {
  /** Ids that may be linked although nobody wrote them yet. */
  readonly planned: ReadonlySet<ConceptId>;
  /** Sources that files beside the pages name: the model families. */
  readonly cited?: ReadonlySet<string>;
  /** Concepts, sources and topics of our own base, which a pack may name. */
  readonly base?: {
    readonly concepts: ReadonlySet<ConceptId>;
    readonly sources: ReadonlySet<string>;
    readonly topics: readonly Topic[];
  };
}

/** Checks the ids in relations, links and citations, the cycle rule, and sources that nobody cites. */
export function checkReferences(base: BaseDraft, outside: Outside, list: ProblemList): void {
  const cited = new Set<string>(outside.cited);
  for (const concept of base.concepts) {
    const toConcept = (id: string, line: number, report: Report): void => {
      if (id === concept.id) report(line, `remove \`${id}\`: a concept is not related to itself`);
      else if (base.ids.has(id) || outside.base?.concepts.has(id)) return;
      else if (!isId(id))
        report(
          line,
          'link to a concept by its id: `[QLoRA](qlora)`; an address belongs into sources.yaml and is cited',
        );
      else if (outside.planned.has(id))
        report(line, `\`${id}\` is planned but not written yet; it is shown as plain text`, 'note');
      else
        report(line, `there is no concept \`${id.slice(0, 64)}\`: correct the id, or add it to planned.yaml`);
    };
    const report = list.of(pathOf(concept, 'yaml'));
    for (const key of RELATION_KEYS)
      for (const { text, line } of concept.facts.relations[key]) toConcept(text, line, report);
    for (const lang of LANGS) {
      const page = concept.pages[lang];
      if (!page) continue;
      const reportPage = list.of(pathOf(concept, `${lang}.md`));
      for (const node of partsOf(page).flatMap(({ inlines }) => inlines)) {
        if (node.kind === 'link') toConcept(node.target, node.line, reportPage);
        if (node.kind !== 'cite') continue;
        for (const id of node.ids) {
          cited.add(id);
          if (!base.sources.ids.has(id) && !outside.base?.sources.has(id))
            reportPage(node.line, `add \`${id}\` to sources.yaml, or correct the citation`);
        }
      }
    }
  }
  // A page that could not be read may be the one that cites it.
  const whole =
    base.concepts.length === base.ids.size && base.concepts.every(({ pages }) => pages.en && pages.es);
  for (const { id, line } of whole ? base.sources.entries.values() : []) {
    if (!cited.has(id)) list.of('sources.yaml')(line, `cite \`${id}\` on a page, or remove it`, 'warning');
  }
  checkCycles(base.concepts, list);
}

/** Walks the prerequisites depth first without recursion; each cycle is reported once, where it closes. */
function checkCycles(concepts: readonly ConceptDraft[], list: ProblemList): void {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const done = new Set<ConceptId>();
  for (const start of concepts) {
    const path: { concept: ConceptDraft; next: number }[] = [{ concept: start, next: 0 }];
    const onPath = new Set([start.id]);
    while (path.length > 0 && !done.has(start.id)) {
      const top = path[path.length - 1]!;
      const prerequisite = top.concept.facts.relations.prerequisites[top.next];
      top.next += 1;
      if (!prerequisite) {
        done.add(top.concept.id);
        onPath.delete(top.concept.id);
        path.pop();
        continue;
      }
      const target = byId.get(prerequisite.text);
      if (!target || done.has(target.id) || target === top.concept) continue;
      if (onPath.has(target.id)) {
        const ids = path.map(({ concept }) => concept.id);
        const cycle = [...ids.slice(ids.indexOf(target.id)), target.id].join(' → ');
        list.of(pathOf(top.concept, 'yaml'))(
          prerequisite.line,
          `break the circle of prerequisites: ${cycle}`,
        );
      } else {
        onPath.add(target.id);
        path.push({ concept: target, next: 0 });
      }
    }
  }
}
