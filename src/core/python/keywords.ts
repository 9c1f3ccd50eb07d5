/** Mentions of keyword arguments, by the callee they are given to. */
import { mentionOf } from '../engine.ts';
import type { Mention } from '../mention.ts';
import { calleeAt, callAt } from './calls.ts';
import { fileImports } from './imports.ts';
import type { Reading } from './mentions.ts';
import { aroundCall, conventionalMention, modelOf } from './names.ts';
import type { Site } from './refs.ts';

/** The VariableName before `=` in the arguments of a call or class definition. */
export function keywordMention(reading: Reading, site: Site): Mention | undefined {
  const { unit, node } = site;
  const call = node.parent!.parent;
  const text = unit.text.slice(node.from, node.to);
  if (!call) return undefined;
  return argumentMention(reading, { unit, node: call }, text, site) ?? unboundKeyword(reading, site, text);
}

/** The argument `name` of the CallExpression `call`, shown at `site`. */
export function argumentMention(reading: Reading, call: Site, name: string, site: Site): Mention | undefined {
  const { engine, program } = reading;
  if (call.node.name !== 'CallExpression') return undefined;
  const callee = calleeAt(program, call);
  const argument = callee && engine.catalogue.argument(callee, name);
  if (!argument) return undefined;
  const concepts = engine.catalogue.concepts(argument);
  if (!concepts.length) return undefined;
  const known = reading.light ? undefined : callAt(program, call)?.call;
  const model = known && modelOf(reading, known);
  return mentionOf(engine, [...concepts, ...aroundCall(reading, known, model)], {
    range: { start: site.node.from, end: site.node.to },
    text: site.unit.text.slice(site.node.from, site.node.to),
    by: 'keyword',
    api: engine.catalogue.filled(argument),
    argument: name,
    ...(known ? { call: known } : {}),
    ...(model ? { model } : {}),
  });
}

/** A keyword that says enough by its name, whatever is called. */
export function unboundKeyword(reading: Reading, site: Site, name: string): Mention | undefined {
  const { engine, program } = reading;
  if (fileImports(program).level < 2) return conventionalMention(reading, site, name);
  const argument = engine.catalogue.distinctiveArguments.get(name);
  if (!argument) return conventionalMention(reading, site, name);
  return mentionOf(engine, engine.catalogue.concepts(argument), {
    range: { start: site.node.from, end: site.node.to },
    text: site.unit.text.slice(site.node.from, site.node.to),
    by: 'keyword',
    api: engine.catalogue.filled(argument),
    argument: name,
  });
}
