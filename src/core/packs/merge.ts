/** Our own concepts and those of packs as one base. Ours stay: a pack adds, and replaces only what it says it replaces. */
import type { Problem, ProblemList } from '../authoring/problems.ts';
import { problemList } from '../authoring/problems.ts';
import { LANGS, type Concept, type ConceptId, type Lang, type Source, type Term } from '../concept.ts';
import type { CoreData } from '../knowledge.ts';
import { allSteps } from '../steps.ts';
import { fold } from '../text.ts';
import type { Pack, PackConcept } from './pack.ts';
import { factsPath } from './plan.ts';

/** The merged base and what collided. */
export interface Merged {
  readonly data: CoreData;
  /** The bibliography of everything; of two sources with one id, ours stays. */
  readonly sources: readonly Source[];
  /** Problems by pack name; `file` is relative to the pack. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** Merges packs in the given order; of two packs with the same id or term, the first one stays. */
export function mergePacks(base: OwnBase, packs: readonly Pack[]): Merged {
  return allSteps(mergeSteps(base, packs));
}

type OwnBase = CoreData & { readonly sources: readonly Source[] };

/** The same, a concept at a time. */
export function* mergeSteps(base: OwnBase, packs: readonly Pack[]): Generator<void, Merged> {
  const concepts = new Map<ConceptId, Concept>(base.concepts.map((concept) => [concept.id, concept]));
  const lists = new Map<string, ProblemList>(packs.map((pack) => [pack.name, problemList()]));
  const topics = [...base.topics];
  const added: { readonly pack: string; readonly item: PackConcept }[] = [];
  for (const pack of packs) {
    const list = lists.get(pack.name)!;
    for (const topic of pack.topics) if (!topics.some(({ id }) => id === topic.id)) topics.push(topic);
    for (const item of pack.concepts) {
      yield;
      if (!accepts(concepts, item, list)) continue;
      concepts.set(item.concept.id, item.concept);
      added.push({ pack: pack.name, item });
    }
    const named = new Set(topics.map(({ id }) => id));
    for (const { concept } of pack.concepts) {
      if (!named.has(concept.topic))
        topics.push({ id: concept.topic, names: { en: concept.topic, es: concept.topic } });
      named.add(concept.topic);
    }
  }
  yield* shareNames(base, concepts, added, lists);
  yield* keepRelations(concepts, added, lists);
  yield* breakCircles(concepts, added, lists);
  return {
    data: { topics, concepts: [...concepts.values()] },
    sources: mergeSources(base.sources, packs, lists),
    problems: new Map([...lists].map(([name, { problems }]) => [name, problems])),
  };
}

type Added = readonly { readonly pack: string; readonly item: PackConcept }[];
type Lists = ReadonlyMap<string, ProblemList>;

function mergeSources(base: readonly Source[], packs: readonly Pack[], lists: Lists): Source[] {
  const sources = new Map(base.map((source) => [source.id, source]));
  for (const { name, sources: own } of packs) {
    for (const { line, ...source } of own.entries.values()) {
      const taken = sources.get(source.id);
      if (!taken) sources.set(source.id, source);
      else if (taken.title !== source.title) {
        lists.get(name)!.of('sources.yaml')(
          line,
          `choose another id: \`${source.id}\` is ${JSON.stringify(taken.title)}, which stays`,
          'warning',
        );
      }
    }
  }
  return [...sources.values()];
}

function accepts(
  concepts: ReadonlyMap<ConceptId, Concept>,
  { concept, place, overrides }: PackConcept,
  list: ProblemList,
): boolean {
  const report = list.of(factsPath(place));
  const taken = concepts.get(concept.id);
  if (!taken) {
    if (overrides)
      report(1, `there is no concept \`${concept.id}\` to override; it is added as a new one`, 'warning');
    return true;
  }
  if (taken.pack !== undefined) {
    report(
      1,
      `rename it: the pack ${JSON.stringify(taken.pack)} has a concept \`${concept.id}\`, which stays`,
    );
    return false;
  }
  if (!overrides)
    report(
      1,
      `\`${concept.id}\` is a concept of NLP Lens, which stays: choose another id, or write \`overrides: true\``,
    );
  return overrides;
}

/** A term or trigger that is taken is dropped from the newcomer; two concepts may share what both call ambiguous. */
function* shareNames(
  base: CoreData,
  concepts: Map<ConceptId, Concept>,
  added: Added,
  lists: Lists,
): Generator<void, void> {
  const newcomers = new Set(added.map(({ item }) => item.concept.id));
  const terms = new Map<string, Concept>();
  const triggers = new Map<string, Concept>();
  const claim = (concept: Concept): void => {
    for (const name of LANGS.flatMap((lang) => namesOf(concept.terms[lang])))
      if (!terms.has(fold(name))) terms.set(fold(name), concept);
    for (const trigger of concept.triggers) if (!triggers.has(trigger)) triggers.set(trigger, concept);
  };
  for (const concept of concepts.values()) if (!newcomers.has(concept.id)) claim(concept);
  for (const { pack, item } of added) {
    yield;
    const { concept, place } = item;
    const report = lists.get(pack)!.of(factsPath(place));
    const ownerOf = (name: string): Concept | undefined => {
      const owner = terms.get(fold(name));
      return owner && owner.id !== concept.id && !(isAmbiguous(owner, name) && isAmbiguous(concept, name))
        ? owner
        : undefined;
    };
    const taken = LANGS.map((lang) => concept.terms[lang].name).find(ownerOf);
    if (taken !== undefined) {
      const owner = ownerOf(taken)!;
      report(1, `name the concept differently: \`${taken}\` is \`${owner.id}\`${whose(owner)}, which stays`);
      const replaced = base.concepts.find(({ id }) => id === concept.id);
      if (replaced) concepts.set(concept.id, replaced);
      else concepts.delete(concept.id);
      if (replaced) claim(replaced);
      continue;
    }
    const term = (lang: Lang): Term => ({
      name: concept.terms[lang].name,
      aliases: concept.terms[lang].aliases.filter((alias) => {
        const owner = ownerOf(alias);
        if (owner)
          report(1, `\`${alias}\` already names \`${owner.id}\`${whose(owner)}, which keeps it`, 'warning');
        return owner === undefined;
      }),
    });
    const own = concept.triggers.filter((trigger) => {
      const owner = triggers.get(trigger);
      if (owner)
        report(
          1,
          `the trigger \`${trigger}\` belongs to \`${owner.id}\`${whose(owner)}, which keeps it`,
          'warning',
        );
      return owner === undefined;
    });
    const merged = { ...concept, terms: { en: term('en'), es: term('es') }, triggers: own };
    concepts.set(concept.id, merged);
    claim(merged);
  }
}

/** Relations lead to concepts that exist, and never back to the concept itself. */
function* keepRelations(
  concepts: Map<ConceptId, Concept>,
  added: Added,
  lists: Lists,
): Generator<void, void> {
  for (const { pack, item } of added) {
    yield;
    const concept = concepts.get(item.concept.id);
    if (!concept) continue;
    const report = lists.get(pack)!.of(factsPath(item.place));
    const known = (ids: readonly ConceptId[]) =>
      ids.filter((id) => {
        if (concepts.has(id) && id !== concept.id) return true;
        report(1, `there is no other concept \`${id}\`: correct the relation`, 'warning');
        return false;
      });
    const { prerequisites, partOf, contrasts, related } = concept.relations;
    const relations = {
      prerequisites: known(prerequisites),
      partOf: known(partOf),
      contrasts: known(contrasts),
      related: known(related),
    };
    concepts.set(concept.id, { ...concept, relations });
  }
}

/** Walks the prerequisites depth first, without recursion, and drops those that lead back. */
function* breakCircles(concepts: Map<ConceptId, Concept>, added: Added, lists: Lists): Generator<void, void> {
  const places = new Map(added.map(({ pack, item }) => [item.concept.id, { pack, place: item.place }]));
  const done = new Set<ConceptId>();
  for (const start of concepts.keys()) {
    if (done.has(start)) continue;
    yield;
    const path: { id: ConceptId; next: number }[] = [{ id: start, next: 0 }];
    const onPath = new Set([start]);
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      if (path.length % 100 === 0) yield;
      const concept = concepts.get(top.id)!;
      const target = concept.relations.prerequisites[top.next];
      if (target === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(target)) {
        const prerequisites = concept.relations.prerequisites.filter((id) => id !== target);
        concepts.set(top.id, { ...concept, relations: { ...concept.relations, prerequisites } });
        const circle = [...path.map(({ id }) => id).slice(path.findIndex(({ id }) => id === target)), target];
        const guilty = places.get(
          circle
            .slice(0, -1)
            .reverse()
            .find((id) => places.has(id)) ?? '',
        );
        if (guilty)
          lists.get(guilty.pack)!.of(factsPath(guilty.place))(
            1,
            `break the circle of prerequisites: ${shortened(circle)}`,
            'warning',
          );
      } else {
        top.next += 1;
        if (!done.has(target) && concepts.has(target)) {
          onPath.add(target);
          path.push({ id: target, next: 0 });
        }
      }
    }
  }
}

function shortened(circle: readonly ConceptId[]): string {
  return circle.length <= 8
    ? circle.join(' → ')
    : [...circle.slice(0, 4), '…', ...circle.slice(-3)].join(' → ');
}

function namesOf({ name, aliases }: Term): string[] {
  return [name, ...aliases];
}

function isAmbiguous(concept: Concept, name: string): boolean {
  return concept.ambiguous.some((word) => fold(word) === fold(name));
}

function whose({ pack }: Concept): string {
  return pack === undefined ? ' of NLP Lens' : ` of the pack ${JSON.stringify(pack)}`;
}
