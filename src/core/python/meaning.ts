/** What a name means wherever it stands, and the mention that it becomes at a place. */
import { mentionOf, type Engine } from '../engine.ts';
import type { Found } from '../catalogue.ts';
import type { ConceptId } from '../concept.ts';
import type { Call, Mention, MentionBy } from '../mention.ts';
import { conceptsOfModel, type ModelMatch } from '../models.ts';
import { callAt } from './calls.ts';
import type { Program } from './program.ts';
import type { Ref, Site } from './refs.ts';

/** A mention without its place, and how to find the call that belongs to it. */
export interface Meaning {
  readonly mention: Pick<Mention, 'concept' | 'also' | 'by' | 'api' | 'argument'>;
  /** Whether a call of the name says more: it does of entries of the catalogue. */
  readonly callable?: boolean;
  /** The call that made the object which the name holds. */
  readonly made?: Site;
  /** The model whose id the name holds. */
  readonly model?: ModelMatch;
}

/** Meanings already found, besides those that bindings keep: the same for a member of one owner. */
export interface Meanings {
  /** Of names that nothing in the file binds. */
  readonly unbound: Map<string, Understanding>;
  /** By the name of the member: of the owner asked about last. */
  readonly members: Map<string, MemberUnderstanding>;
  /** By the name of the keyword: for the callee asked about last. */
  readonly keywords: Map<string, KeywordUnderstanding>;
}

/** What a variable or member stands for and what it means. */
export interface Understanding {
  readonly ref: Ref | undefined;
  readonly meaning: Meaning | undefined;
}

/** What the name of a binding stands for and means, and to which reading. */
export interface BoundUnderstanding extends Understanding {
  readonly to: Meanings;
}

/** What a member of some owner stands for and means; those of other owners with the name are linked. */
export interface MemberUnderstanding extends Understanding {
  readonly owner: Ref | undefined;
  readonly next: MemberUnderstanding | undefined;
  /** How many are linked, this one too. */
  readonly owners: number;
}

/** What a keyword of some callee means; those of other callees with the name are linked. */
export interface KeywordUnderstanding {
  readonly callee: Found | undefined;
  readonly meaning: Meaning | undefined;
  readonly next: KeywordUnderstanding | undefined;
}

/** Starts with nothing found. */
export function noMeanings(): Meanings {
  return {
    unbound: new Map(),
    members: new Map(),
    keywords: new Map(),
  };
}

/** The meaning of entries of the catalogue. */
export function foundMeaning(engine: Engine, found: Found, by: 'symbol' | 'member'): Meaning | undefined {
  const memory = MEMORY[by];
  let meaning = memory.get(found);
  if (meaning === undefined) memory.set(found, (meaning = readEntries(engine, found, by) ?? null));
  return meaning ?? undefined;
}

/** What the catalogue finds it hands out again and again, the same object each time. */
const MEMORY = {
  symbol: new WeakMap<Found, Meaning | null>(),
  member: new WeakMap<Found, Meaning | null>(),
};

function readEntries(engine: Engine, found: Found, by: MentionBy): Meaning | undefined {
  const concepts = engine.catalogue.concepts(found);
  if (!concepts.length) return undefined;
  const mention = mentionOf(engine, concepts, { by, api: engine.catalogue.entry(found) });
  return mention && { mention, callable: true };
}

/** The mention at a place, without its call: for lists of a whole file, which show concepts alone. */
export function placed({ mention }: Meaning, text: string, start: number, end: number): Mention {
  const { concept, also, by, api, argument } = mention;
  const range = { start, end };
  // spreading `mention` takes a whole microsecond, since not all have the same properties
  if (!api) return { range, text, concept, also, by };
  return argument === undefined
    ? { range, text, concept, also, by, api }
    : { range, text, concept, also, by, api, argument };
}

/** The mention at a node, with the call of the name, and the concepts of its receiver and model. */
export function placedWithCall(engine: Engine, program: Program, site: Site, meaning: Meaning): Mention {
  const { unit, node } = site;
  const mention = placed(meaning, unit.text.slice(node.from, node.to), node.from, node.to);
  const called = meaning.callable ? callOf(program, site) : undefined;
  if (called) return withCall(engine, mention, called);
  const call = meaning.made && callAt(program, meaning.made)?.call;
  const model = meaning.model ?? (call && modelOf(engine, call));
  return { ...mention, ...(call ? { call } : {}), ...(model ? { model } : {}) };
}

/** The mention with a call, and with the concepts of the call's receiver and model after its own. */
export function withCall(engine: Engine, mention: Mention, call: Call): Mention {
  const { concept, also, ...rest } = mention;
  const model = modelOf(engine, call);
  const receiver = call.receiver && engine.catalogue.named(call.receiver.type);
  const around: readonly ConceptId[] = [
    ...(receiver ? engine.catalogue.concepts(receiver).slice(0, 1) : []),
    ...(model ? conceptsOfModel(model).slice(0, 1) : []),
  ];
  const more = { ...rest, call, ...(model ? { model } : {}) };
  return mentionOf(engine, [concept, ...also, ...around], more) ?? mention;
}

/** The family of the model that a call loads or that its receiver was loaded from. */
function modelOf(engine: Engine, call: Call): ModelMatch | undefined {
  const found = engine.catalogue.memberNamed(call.as) ?? engine.catalogue.memberNamed(call.callee);
  for (const [name, { value }] of call.args) {
    if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'call') {
      const inner = name === 'model' ? modelOf(engine, value.call) : undefined;
      if (inner) return inner;
    }
    if (typeof value !== 'string' || !found) continue;
    if (engine.catalogue.argument(found, name)?.holds === 'model') return engine.models.model(value);
  }
  return call.receiver?.made && modelOf(engine, call.receiver.made);
}

/** The call that the name is the callee of, through dots and subscripts. */
function callOf(program: Program, { unit, node }: Site): Call | undefined {
  const expression = node.name === 'PropertyName' ? node.parent! : node;
  const call = expression.parent;
  if (call?.name !== 'CallExpression' || call.firstChild?.from !== expression.from) return undefined;
  if (call.firstChild.to !== expression.to) return undefined;
  return callAt(program, { unit, node: call })?.call;
}
