/** `schema`: JSON Schemas for completion in the editor, made from the same tables that the parser uses. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FACT_KEYS, RELATIONS, TERM_KEYS, type RelationKey } from '../../src/core/authoring/facts.ts';
import { ID_PATTERN, TRIGGER_PATTERNS } from '../../src/core/authoring/ids.ts';
import { LIMITS } from '../../src/core/authoring/limits.ts';
import type { SOURCE_KEYS } from '../../src/core/authoring/sources.ts';
import { LOCATOR_PATTERNS } from '../../src/core/authoring/sources.ts';
import { LANGS } from '../../src/core/concept.ts';
import { KNOWLEDGE } from './files.ts';

/** Each schema with what it describes; `package.json` says which files of a pack are completed from it. */
export const SCHEMAS: Readonly<Record<string, () => string>> = {
  'concept.schema.json': schemaText,
  'topics.schema.json': topicsSchema,
  'sources.schema.json': sourcesSchema,
};

/** Writes the schemas into `knowledge/`; with `--check`, only says whether they are up to date. */
export function schema(args: readonly string[]): number {
  let stale = 0;
  for (const [name, text] of Object.entries(SCHEMAS)) {
    const file = path.join(KNOWLEDGE, name);
    if (!args.includes('--check')) writeFileSync(file, text());
    else if (!existsSync(file) || readFileSync(file, 'utf8') !== text()) {
      console.log(`knowledge/${name}:1: run \`npm run knowledge schema\``);
      stale = 1;
    }
  }
  return stale;
}

/** The schema of `topics.yaml`. */
function topicsSchema(): string {
  const name = { type: 'string', minLength: 1, maxLength: LIMITS.term };
  return written('Topics of NLP Lens, in the order of study', {
    type: 'object',
    propertyNames: { pattern: ID_PATTERN.source, maxLength: LIMITS.id },
    additionalProperties: object(Object.fromEntries(LANGS.map((lang) => [lang, name])), LANGS),
  });
}

/** The schema of `sources.yaml`. A place may be unquoted, which YAML reads as a number; the year likewise. */
function sourcesSchema(): string {
  const label = { type: 'string', minLength: 1, maxLength: LIMITS.label };
  const place = (key: keyof typeof LOCATOR_PATTERNS) => ({
    type: ['string', 'number'],
    pattern: LOCATOR_PATTERNS[key].source.replace('[a-z0-9.-]+', '[A-Za-z0-9.-]+').replace('[a-z]{2,}', '[A-Za-z]{2,}'),
  });
  const properties: Readonly<Record<(typeof SOURCE_KEYS)[number], object>> = {
    title: { description: 'The title as printed.', ...label },
    authors: { description: 'As a list of sources names them: `Hu et al.`', ...label },
    year: { description: 'Four digits.', type: ['integer', 'string'], pattern: '^(?:1[89]|20)\\d{2}$', minimum: 1800, maximum: 2099 },
    arxiv: { description: 'The number of the preprint, in quotes: `"2106.09685"`.', ...place('arxiv') },
    doi: { description: 'The DOI without an address: `10.1162/tacl_a_00051`.', ...place('doi') },
    acl: { description: 'The id in the ACL Anthology: `2020.acl-main.703`.', ...place('acl') },
    url: { description: 'An https address, where there is none of the others.', ...place('url') },
  };
  return written('Sources of NLP Lens, by id', {
    type: 'object',
    propertyNames: { pattern: ID_PATTERN.source, maxLength: LIMITS.id },
    additionalProperties: {
      ...object(properties, ['title']),
      oneOf: Object.keys(LOCATOR_PATTERNS).map((key) => ({ required: [key] })),
    },
  });
}

/** The schema of a facts file. */
function schemaText(): string {
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
  return written('Facts of a concept of NLP Lens', {
    ...object(properties, ['terms']),
    $defs: {
      id: { type: 'string', pattern: ID_PATTERN.source, maxLength: LIMITS.id },
      term: { type: 'string', minLength: 2, maxLength: LIMITS.term },
    },
  });
}

function written(title: string, rest: object): string {
  return `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', title, ...rest }, null, 2)}\n`;
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
