/** What variables, imported names and definitions mean. */
import { mentionOf } from '../engine.ts';
import { conceptsOfModel } from '../models.ts';
import { libraryBases } from './attributes.ts';
import { inferBound } from './bound.ts';
import { calleeAt, foundOf } from './calls.ts';
import { classOfVariable } from './classNames.ts';
import { infer, inferUnbound } from './infer.ts';
import { nameBefore } from './keywords.ts';
import type { Bound } from './lookUp.ts';
import { foundMeaning, type Meaning, type Understanding } from './meaning.ts';
import type { Reading } from './mentions.ts';
import { isElsewhere } from './others.ts';
import { conventionalMeaning, likelyMeaning, namesakeMeaning, partMeaning } from './ownNames.ts';
import { classAround, methodMeaning } from './receivers.ts';
import type { Ref, Site } from './refs.ts';
import { stringOf } from './values.ts';
import { isKnown, namesAround, namesOfClass, withinMeaning } from './within.ts';

/** A variable: what its binding gives it; without one, what the name says. */
export function variable(reading: Reading, bound: Bound | undefined, text: string): Understanding {
  const { meanings, program } = reading;
  if (!bound) {
    let known = meanings.unbound.get(text);
    if (!known) {
      const ref = inferUnbound(program, text);
      meanings.unbound.set(text, (known = { ref, meaning: variableMeaning(reading, bound, ref, text) }));
    }
    return known;
  }
  const { binding } = bound;
  if (binding.meant?.to === meanings) return binding.meant;
  const ref = inferBound(program, bound, text);
  const meant = { ref, meaning: variableMeaning(reading, bound, ref, text), to: meanings };
  return (binding.meant = meant);
}

/** A name that an import statement, a function or a class gives itself. */
export function definedMeaning(reading: Reading, site: Site, text: string): Meaning | undefined {
  switch (site.node.parent?.name) {
    case 'ImportStatement':
      return importMeaning(reading, site);
    case 'FunctionDefinition':
      return (
        overrideMeaning(reading, site) ??
        innerMethodMeaning(reading, site, text) ??
        conventionalMeaning(reading, text) ??
        methodMeaning(reading, site, text) ??
        partMeaning(reading, text)
      );
    case 'ClassDefinition':
      return (
        classMeaning(reading, site, 'nlp') ??
        conventionalMeaning(reading, text) ??
        namesakeMeaning(reading, text) ??
        partMeaning(reading, text) ??
        classMeaning(reading, site, 'ml')
      );
    default:
      return undefined;
  }
}

/**
 * A name by the object that it holds. Generic layers say less than the name they are given, an annotation `nn.Module`
 * says nothing of the thing, and a guess is no reason for a card.
 */
export function instanceMeaning(
  reading: Reading,
  ref: Ref & { kind: 'instance' },
  text: string,
): Meaning | undefined {
  const { engine } = reading;
  const found = engine.catalogue.named(ref.type);
  const about = engine.catalogue.aboutOf(ref.type);
  const generic = about !== 'nlp';
  const own = generic || ref.assumed ? conventionalMeaning(reading, text) : undefined;
  if (own || !found || ref.assumed || (generic && !ref.made) || about === 'general')
    return (
      own ?? conventionalMeaning(reading, text) ?? (ref.assumed ? likelyMeaning(reading, text) : undefined)
    );
  const meaning = foundMeaning(engine, found, 'symbol');
  if (!meaning) return conventionalMeaning(reading, text);
  // what merely holds others says less than a part of the name: `memory_embedding = nn.Parameter(...)`
  const part = HOLDERS.has(meaning.mention.concept) ? partMeaning(reading, text) : undefined;
  if (part) return part;
  return ref.made ? { mention: meaning.mention, callable: true, made: ref.made } : meaning;
}

const HOLDERS: ReadonlySet<string> = new Set(['neural-network', 'parameter-count']);

function variableMeaning(
  reading: Reading,
  bound: Bound | undefined,
  ref: Ref | undefined,
  text: string,
): Meaning | undefined {
  // its class has the card
  if (text === 'self' || text === 'cls') return undefined;
  if (ref?.kind === 'foreign') return undefined;
  const model = ref?.kind === 'literal' ? modelMeaning(reading, bound) : undefined;
  if (model) return model;
  const module = bound?.binding.kind === 'import' ? moduleMeaning(reading, bound.binding.path) : undefined;
  if (module) return module;
  const inner = innerMeaning(reading, bound, ref, text);
  if (inner) return inner;
  if (ref?.kind === 'instance') return instanceMeaning(reading, ref, text);
  const found = ref && foundOf(reading.program, ref, false);
  const known = found && ref.kind !== 'class' ? foundMeaning(reading.engine, found, 'symbol') : undefined;
  if (known) return known;
  if (ref?.kind === 'name')
    return bound?.binding.kind === 'import'
      ? importedMeaning(reading, ref.path, text)
      : partMeaning(reading, text);
  const own = conventionalMeaning(reading, text, isResult(bound, text));
  const made = own ? undefined : classOfVariable(bound, ref);
  return (
    own ??
    (made === undefined ? undefined : conventionalMeaning(reading, made)) ??
    (ref?.kind === 'object' ? ofBase(reading, ref.site, 'nlp') : undefined) ??
    (ref === undefined ? resultMeaning(reading, bound) : undefined) ??
    (ref?.kind === 'class' || !bound || bound.binding.kind === 'import'
      ? namesakeMeaning(reading, text)
      : undefined) ??
    likelyMeaning(reading, text) ??
    (ref === undefined ? ofCalledName(reading, bound, text) : undefined)
  );
}

/** By a word in the names of the functions and classes around what binds it. */
function innerMeaning(
  reading: Reading,
  bound: Bound | undefined,
  ref: Ref | undefined,
  text: string,
): Meaning | undefined {
  if (!bound || bound.binding.kind === 'item') return undefined;
  const entries = reading.engine.conventions.within(text);
  return entries && !isKnown(reading, ref)
    ? withinMeaning(reading, entries, text, namesAround(bound))
    : undefined;
}

/** `CHECKPOINT = "gpt2"`: a name that holds the id of a model stands for that model. */
function modelMeaning({ engine }: Reading, bound: Bound | undefined): Meaning | undefined {
  const site = givenBy(bound, 'String');
  const id = site && stringOf(site.unit.text.slice(site.node.from, site.node.to));
  const model = id === undefined ? undefined : engine.models.model(id);
  const mention = model && mentionOf(engine, conceptsOfModel(model), { by: 'symbol' });
  return mention && { mention, model };
}

/** What a call gave of which the class is not known, by what the call means: `answers = pipe(prompt)`. */
function resultMeaning({ engine, program }: Reading, bound: Bound | undefined): Meaning | undefined {
  const made = givenBy(bound, 'CallExpression');
  const found = made && calleeAt(program, made);
  const meaning =
    found && engine.catalogue.aboutOf(found.name) === 'nlp'
      ? foundMeaning(engine, found, 'symbol')
      : undefined;
  return made && meaning && { mention: meaning.mention, made };
}

/** What somebody's function gave, by the name of that: `hits = semantic_search(...)`; not `text = clean_text(text)`. */
function ofCalledName(reading: Reading, bound: Bound | undefined, text: string): Meaning | undefined {
  const made = givenBy(bound, 'CallExpression');
  const callee = made?.node.firstChild;
  if (callee?.name !== 'VariableName') return undefined;
  const source = made!.unit.text;
  const called = source.slice(callee.from, callee.to);
  if (!/[a-z]_[a-z]/.test(called) || source.slice(callee.to, made!.node.to).split(/\W+/).includes(text))
    return undefined;
  return conventionalMeaning(reading, called, true);
}

/** The expression of a kind that a variable is given, as a whole. */
function givenBy(bound: Bound | undefined, kind: 'String' | 'CallExpression'): Site | undefined {
  const binding = bound?.binding;
  return bound && binding?.kind === 'value' && !binding.index.length && binding.value.name === kind
    ? { unit: bound.unit, node: binding.value }
    : undefined;
}

/** Whether a variable holds what some call, that is not known, gave; `agent = create_agent(...)` says what it is. */
function isResult(bound: Bound | undefined, text: string): boolean {
  const binding = bound?.binding;
  if (!bound || binding?.kind === 'item') return binding !== undefined;
  if (binding?.kind !== 'value' || binding.value.name === 'Number') return false;
  if (binding.value.name !== 'CallExpression' || binding.index.length) return true;
  const called = nameBefore(bound.unit.text, binding.value.firstChild!.to).toLowerCase();
  return text === 'config' || !called.split('_').includes(text.toLowerCase());
}

/** A class of the file: by the class that it extends. */
function classMeaning(reading: Reading, { unit, node }: Site, about: 'nlp' | 'ml'): Meaning | undefined {
  return ofBase(reading, { unit, node: node.parent! }, about);
}

function ofBase({ engine, program }: Reading, definition: Site, about: 'nlp' | 'ml'): Meaning | undefined {
  const { catalogue } = engine;
  const bases = libraryBases(program, definition);
  const base = bases.find((name) => catalogue.libraryOf(name)?.about === about);
  const found = base === undefined ? undefined : catalogue.named(base);
  const meaning = found && foundMeaning(engine, found, 'symbol');
  // that a class is a module says nothing of it, that it is an optimizer does
  return meaning && HOLDERS.has(meaning.mention.concept) ? undefined : meaning;
}

function importMeaning(reading: Reading, { unit, node }: Site): Meaning | undefined {
  const { engine, program } = reading;
  const text = unit.text.slice(node.from, node.to);
  const from = /^from\s+([\w.]+)\s+import\b/.exec(unit.text.slice(node.parent!.from, node.from))?.[1];
  // `from torch.nn.parallel import DistributedDataParallel as DDP`: the name before `as` is not bound
  const path = from ? `${from}.${text}` : text;
  const isAliased = node.nextSibling?.name === 'as';
  const ref: Ref | undefined = isAliased ? { kind: 'name', path } : infer(program, { unit, node });
  const found = ref?.kind === 'name' ? engine.catalogue.named(ref.path) : undefined;
  const known = found && foundMeaning(engine, found, 'symbol');
  if (known) return known;
  if (from === undefined) return moduleMeaning(reading, moduleAt({ unit, node }));
  return isElsewhere(from) ? undefined : ofImported(reading, text);
}

/** The module that a name in an import statement stands for: the first of a path, or what an alias is given to. */
function moduleAt({ unit, node }: Site): string {
  const named = node.prevSibling?.name === 'as' ? node.prevSibling.prevSibling : node;
  return named && named.prevSibling?.name !== '.' ? unit.text.slice(named.from, named.to) : '';
}

/** A library that is there for one thing. */
function moduleMeaning({ engine }: Reading, module: string): Meaning | undefined {
  const mention = mentionOf(engine, engine.modules.get(module) ?? [], { by: 'symbol' });
  return mention && { mention };
}

/** A use of what is imported, by the name that its module gives it, as in the import. */
function importedMeaning(reading: Reading, path: string, text: string): Meaning | undefined {
  return path.endsWith(`.${text}`) && !isElsewhere(path)
    ? ofImported(reading, text)
    : partMeaning(reading, text);
}

/** Everyday words count as names of classes alone: `from summarizer import Summarizer`. */
function ofImported(reading: Reading, text: string): Meaning | undefined {
  return (
    conventionalMeaning(reading, text, !/^[A-Z][a-z]/.test(text)) ??
    namesakeMeaning(reading, text) ??
    partMeaning(reading, text)
  );
}

/** A method by a word in the name of its class: `merge` of a `BPETokenizer`. */
function innerMethodMeaning(reading: Reading, { unit, node }: Site, text: string): Meaning | undefined {
  const entries = reading.engine.conventions.within(text);
  const owner = entries && classAround(node);
  return owner && withinMeaning(reading, entries, text, namesOfClass({ unit, node: owner }));
}

/** A method that overrides one of the library's class: `def compute_loss` in a Trainer. */
function overrideMeaning({ engine, program }: Reading, { unit, node }: Site): Meaning | undefined {
  const owner = classAround(node);
  if (!owner) return undefined;
  const name = unit.text.slice(node.from, node.to);
  if (name.startsWith('__')) return undefined;
  for (const base of libraryBases(program, { unit, node: owner })) {
    const found = engine.catalogue.member(base, name);
    if (found) return foundMeaning(engine, found, 'member');
  }
  return undefined;
}
