/** `schema`: JSON Schemas for completion in the editor, made from the same tables that the parser uses. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FACT_KEYS, RELATIONS, TERM_KEYS, type RelationKey } from '../../src/core/authoring/facts.ts';
import { ID_PATTERN, TRIGGER_PATTERNS } from '../../src/core/authoring/ids.ts';
import { LIMITS } from '../../src/core/authoring/limits.ts';
import { LANGS } from '../../src/core/concept.ts';
import { KNOWLEDGE } from './files.ts';

const FILE = path.join(KNOWLEDGE, 'concept.schema.json');

/** Writes `knowledge/concept.schema.json`; with `--check`, only says whether it is up to date. */
export function schema(args: readonly string[]): number {
  const text = schemaText();
  if (args.includes('--check')) {
    const current = readFileSync(FILE, 'utf8') === text;
    if (!current) console.log('knowledge/concept.schema.json:1: run `npm run knowledge schema`');
    return current ? 0 : 1;
  }
  writeFileSync(FILE, text);
  return 0;
}

/** The schema of a facts file. */
export function schemaText(): string {
  const terms = object(Object.fromEntries(LANGS.map((lang) => [lang, term(lang)])), LANGS);
  const properties: Readonly<Record<keyof typeof FACT_KEYS, object>> = {
    terms: { description: FACT_KEYS.terms, ...terms },
    ambiguous: { description: FACT_KEYS.ambiguous, ...list({ $ref: '#/$defs/term' }) },
    triggers: { description: FACT_KEYS.triggers, ...list({ anyOf: TRIGGER_PATTERNS.map(({ source }) => ({ type: 'string', pattern: source })) }) },
    relations: { description: FACT_KEYS.relations, ...object(relations(), []) },
    answers: {
      description: FACT_KEYS.answers,
      type: ['object', 'null'],
      additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    },
    overrides: { description: FACT_KEYS.overrides, type: 'boolean' },
  };
  const whole = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Facts of a concept of NLP Lens',
    ...object(properties, ['terms']),
    $defs: {
      id: { type: 'string', pattern: ID_PATTERN.source, maxLength: LIMITS.id },
      term: { type: 'string', minLength: 2, maxLength: LIMITS.term },
    },
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function term(lang: string): object {
  const properties: Readonly<Record<keyof typeof TERM_KEYS, object>> = {
    name: { description: TERM_KEYS.name, $ref: '#/$defs/term' },
    aliases: { description: TERM_KEYS.aliases, ...list({ $ref: '#/$defs/term' }) },
    avoid: { description: TERM_KEYS.avoid, ...list({ $ref: '#/$defs/term' }) },
  };
  return { title: lang, ...object(properties, ['name']) };
}

function relations(): Readonly<Record<RelationKey, object>> {
  const ids = (key: RelationKey) => ({ description: RELATIONS[key], ...list({ $ref: '#/$defs/id' }) });
  return {
    prerequisites: ids('prerequisites'),
    part_of: ids('part_of'),
    contrasts: ids('contrasts'),
    related: ids('related'),
  };
}

function object(properties: Readonly<Record<string, object>>, required: readonly string[]): object {
  return { type: 'object', properties, additionalProperties: false, ...(required.length > 0 && { required }) };
}

function list(items: object): object {
  return { type: 'array', items, maxItems: LIMITS.entries };
}
