/** Mentions by name: classes and functions, variables by what they hold, members of objects. */
import type { Found } from '../catalogue.ts';
import { mentionOf } from '../engine.ts';
import type { Call, Mention, MentionBy } from '../mention.ts';
import { conceptsOfModel, type ModelMatch } from '../models.ts';
import type { ConceptId } from '../concept.ts';
import { callAt, foundOf } from './calls.ts';
import { fileImports } from './imports.ts';
import { infer } from './infer.ts';
import { libraryBases } from './attributes.ts';
import { lookUp } from './lookUp.ts';
import type { Reading } from './mentions.ts';
import type { Ref, Site } from './refs.ts';

/** A variable, parameter, imported name or definition. */
export function nameMention(reading: Reading, site: Site): Mention | undefined {
  const { unit, node } = site;
  const { program } = reading;
  const text = unit.text.slice(node.from, node.to);
  const parent = node.parent?.name ?? '';
  if (parent === 'ImportStatement') return importMention(reading, site);
  if (parent === 'FunctionDefinition')
    return overrideMention(reading, site) ?? conventionalMention(reading, site, text);
  if (parent === 'ClassDefinition') return classMention(reading, site, text);
  const ref = infer(program, site);
  if (ref?.kind === 'foreign') return undefined;
  if (ref?.kind === 'instance') return instanceMention(reading, site, ref, text);
  const found = ref && foundOf(program, ref, false);
  const known = found && ref.kind !== 'class' ? foundMention(reading, site, found, 'symbol') : undefined;
  return (
    known ??
    (ref?.kind === 'name'
      ? undefined
      : conventionalMention(reading, site, text, isResult(reading, site, text)))
  );
}

/** A class of the file: by the class about language that it extends, else by its own name. */
function classMention(reading: Reading, site: Site, text: string): Mention | undefined {
  const { catalogue } = reading.engine;
  const bases = libraryBases(reading.program, { unit: site.unit, node: site.node.parent! });
  const base = bases.find((name) => catalogue.libraryOf(name)?.about === 'nlp');
  const found = base === undefined ? undefined : catalogue.named(base);
  const mention = found && foundMention(reading, site, found, 'symbol');
  return mention ?? conventionalMention(reading, site, text);
}

/** A name after a dot. */
export function memberMention(reading: Reading, site: Site): Mention | undefined {
  const { unit, node } = site;
  const { engine, program } = reading;
  const member = node.parent!;
  const text = unit.text.slice(node.from, node.to);
  const ref = infer(program, { unit, node: member });
  if (ref?.kind === 'name') {
    const found = engine.catalogue.named(ref.path);
    const known = found && foundMention(reading, site, found, 'symbol');
    return known ?? distinctiveMention(reading, site, text);
  }
  if (ref?.kind === 'member') return foundMention(reading, site, ref.found, 'member');
  const owner = member.firstChild ? infer(program, { unit, node: member.firstChild }) : undefined;
  if (owner?.kind === 'instance') {
    const found = engine.catalogue.member(owner.type, text);
    const mention = found && foundMention(reading, site, found, 'member');
    if (mention) return mention;
  }
  if (owner?.kind === 'foreign' || ref?.kind === 'foreign') return undefined;
  if (ref?.kind === 'instance') return instanceMention(reading, site, ref, text);
  return distinctiveMention(reading, site, text) ?? conventionalMention(reading, site, text);
}

/** A name by which people mean the same everywhere, in a file about ML: `W_query`, `attention_mask`. */
export function conventionalMention(
  reading: Reading,
  site: Site,
  text: string,
  isResult = false,
): Mention | undefined {
  const { engine, program } = reading;
  const { roots, level } = fileImports(program);
  if (level === 0 || text.length < 2) return undefined;
  const range = { start: site.node.from, end: site.node.to };
  const convention = engine.conventions.find(text, roots);
  if (convention?.everyday && isResult) return undefined;
  if (convention?.concepts.length) {
    const api = {
      name: text,
      concepts: convention.concepts,
      ...(convention.meaning ? { meaning: convention.meaning } : {}),
    };
    return mentionOf(engine, convention.concepts, { range, text, by: 'symbol', api });
  }
  const argument = level === 2 ? engine.catalogue.distinctiveArguments.get(text) : undefined;
  if (argument) {
    const api = engine.catalogue.filled(argument);
    return mentionOf(engine, engine.catalogue.concepts(argument), {
      range,
      text,
      by: 'keyword',
      api,
      argument: text,
    });
  }
  if (text.length < 5) return undefined;
  const term = engine.lexicon.identifier(text);
  if (!term || term.ambiguous || (term.length === 1 && level < 2)) return undefined;
  return mentionOf(engine, term.concepts, { range, text, by: 'term' });
}

/** Whether a variable holds what some call, that is not known, gave. */
function isResult(reading: Reading, site: Site, name: string): boolean {
  const binding = lookUp(reading.program, site, name)?.binding;
  return binding?.kind === 'item' || (binding?.kind === 'value' && binding.value.name !== 'Number');
}

/** The mention for catalogue entries, with the call that the name is the callee of. */
export function foundMention(reading: Reading, site: Site, found: Found, by: MentionBy): Mention | undefined {
  const { engine } = reading;
  const concepts = engine.catalogue.concepts(found);
  if (!concepts.length) return undefined;
  const { unit, node } = site;
  const call = reading.light ? undefined : callOf(reading, site);
  const model = call && modelOf(reading, call);
  return mentionOf(engine, [...concepts, ...aroundCall(reading, call, model)], {
    range: { start: node.from, end: node.to },
    text: unit.text.slice(node.from, node.to),
    by,
    api: engine.catalogue.entry(found),
    ...(call ? { call } : {}),
    ...(model ? { model } : {}),
  });
}

/** Concepts of the receiver and of the model, after those of the name itself. */
export function aroundCall(
  reading: Reading,
  call: Call | undefined,
  model: ModelMatch | undefined,
): ConceptId[] {
  const { catalogue } = reading.engine;
  const receiver = call?.receiver && catalogue.named(call.receiver.type);
  return [
    ...(receiver ? catalogue.concepts(receiver).slice(0, 1) : []),
    ...(model ? conceptsOfModel(model).slice(0, 1) : []),
  ];
}

/** The family of the model that a call loads or that its receiver was loaded from. */
export function modelOf(reading: Reading, call: Call): ModelMatch | undefined {
  const { engine } = reading;
  const found = engine.catalogue.memberNamed(call.as) ?? engine.catalogue.memberNamed(call.callee);
  for (const [name, { value }] of call.args) {
    if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'call') {
      const inner = name === 'model' ? modelOf(reading, value.call) : undefined;
      if (inner) return inner;
    }
    if (typeof value !== 'string' || !found) continue;
    if (engine.catalogue.argument(found, name)?.holds === 'model') return engine.models.model(value);
  }
  return call.receiver?.made && modelOf(reading, call.receiver.made);
}

function importMention(reading: Reading, site: Site): Mention | undefined {
  const { unit, node } = site;
  const ref = infer(reading.program, { unit, node });
  const found = ref?.kind === 'name' ? reading.engine.catalogue.named(ref.path) : undefined;
  if (found) return foundMention(reading, site, found, 'symbol');
  // `from torch.nn.parallel import DistributedDataParallel as DDP`: the name before `as` is not bound
  const text = unit.text.slice(node.from, node.to);
  const line = unit.text.slice(node.parent!.from, node.from);
  const module = /^from\s+([\w.]+)\s+import\b/.exec(line)?.[1];
  const path = module ? `${module}.${text}` : text;
  const aliased = node.nextSibling?.name === 'as' ? reading.engine.catalogue.named(path) : undefined;
  return aliased && foundMention(reading, site, aliased, 'symbol');
}

/** A method that overrides one of the library's class: `def compute_loss` in a Trainer. */
function overrideMention(reading: Reading, site: Site): Mention | undefined {
  const { unit, node } = site;
  let owner = node.parent?.parent ?? null;
  if (owner?.name === 'DecoratedStatement') owner = owner.parent;
  if (owner?.name !== 'Body' || owner.parent?.name !== 'ClassDefinition') return undefined;
  const name = unit.text.slice(node.from, node.to);
  if (name.startsWith('__')) return undefined;
  for (const base of libraryBases(reading.program, { unit, node: owner.parent })) {
    const found = reading.engine.catalogue.member(base, name);
    if (found) return foundMention(reading, site, found, 'member');
  }
  return undefined;
}

/** A variable by what it holds. Generic layers say less than the name they are given. */
function instanceMention(
  reading: Reading,
  site: Site,
  ref: Ref & { kind: 'instance' },
  text: string,
): Mention | undefined {
  const { engine, program } = reading;
  const found = engine.catalogue.named(ref.type);
  const about = engine.catalogue.aboutOf(ref.type);
  const generic = about !== 'nlp';
  const own = generic || ref.assumed ? conventionalMention(reading, site, text) : undefined;
  // an annotation `nn.Module` says nothing of the thing, and a guess is no reason for a card
  if (own || !found || ref.assumed || (generic && !ref.made) || about === 'general')
    return own ?? conventionalMention(reading, site, text);
  const mention = foundMention(reading, site, found, 'symbol');
  if (!mention) return conventionalMention(reading, site, text);
  if (reading.light) return mention;
  const made = ref.made && !mention.call ? callAt(program, ref.made)?.call : undefined;
  const call = mention.call ?? made;
  const model = mention.model ?? (call && modelOf(reading, call));
  return { ...mention, ...(call ? { call } : {}), ...(model ? { model } : {}) };
}

/** A method that says enough by its name, on a receiver that the file does not show. */
function distinctiveMention(reading: Reading, site: Site, text: string): Mention | undefined {
  const { engine, program } = reading;
  if (fileImports(program).level < 2) return undefined;
  const entry = engine.catalogue.distinctive.get(text);
  if (!entry) return undefined;
  const { node } = site;
  return mentionOf(engine, engine.catalogue.concepts(entry), {
    range: { start: node.from, end: node.to },
    text,
    by: 'member',
    api: engine.catalogue.filled(entry),
  });
}

/** The call that the name is the callee of, through dots and subscripts. */
function callOf(reading: Reading, { unit, node }: Site): Call | undefined {
  const expression = node.name === 'PropertyName' ? node.parent! : node;
  const call = expression.parent;
  if (call?.name !== 'CallExpression' || call.firstChild?.from !== expression.from) return undefined;
  if (call.firstChild.to !== expression.to) return undefined;
  return callAt(reading.program, { unit, node: call })?.call;
}
